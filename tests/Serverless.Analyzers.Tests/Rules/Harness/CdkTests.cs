using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>A project that deploys: the CDK is referenced, nothing of Lambda is.</summary>
internal static class CdkTests
{
    public const string Usings = "using System;\nusing System.Collections.Generic;\nusing Amazon.CDK;\nusing Amazon.CDK.AWS.IAM;\nusing Amazon.CDK.AWS.StepFunctions;\nusing Amazon.CDK.AWS.StepFunctions.Tasks;\nusing Constructs;\n\n";

    public static string InStack(string statements) => Usings + "public class AppStack : Stack\n{\n    public AppStack(Construct scope, string id) : base(scope, id)\n    {\n" + statements + "\n    }\n}\n";

    public static Task Check<TRule>(string statements, Action<RuleTest<TRule>>? configure = null)
        where TRule : HazardRule, new() => CheckSource(InStack(statements), configure);

    public static Task CheckSource<TRule>(string source, Action<RuleTest<TRule>>? configure = null)
        where TRule : HazardRule, new()
    {
        var test = new RuleTest<TRule>(source);
        References(test.TestState.AdditionalReferences);
        configure?.Invoke(test);
        return test.RunAsync();
    }

    public static void References(Microsoft.CodeAnalysis.Testing.MetadataReferenceCollection references)
    {
        foreach (var reference in StandInReferences.All)
            references.Remove(reference);
        references.Add(StandInReferences.Cdk);
    }
}
