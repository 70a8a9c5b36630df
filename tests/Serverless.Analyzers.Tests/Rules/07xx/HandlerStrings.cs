using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

/// <summary>A project whose deployment file names `Function.Handle`, and projects where only the shape of a method says so.</summary>
internal static class HandlerStrings
{
    public static void Name(ProjectState project, string handler = "TestProject::Function::Handle") =>
        project.AdditionalFiles.Add(("aws-lambda-tools-defaults.json", $$"""{ "function-handler": "{{handler}}" }"""));

    /// <summary>As the templates of the Lambda tools write their project files.</summary>
    public static void SayLambda(ProjectState project, string more = "") =>
        project.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.AWSProjectType = Lambda\n" + more));

    /// <summary>Members of `Function`, the class that the handler string names.</summary>
    public static Task Check<TRule>(string members, string rest = "", string handler = "TestProject::Function::Handle", Action<RuleTest<TRule>>? configure = null)
        where TRule : HazardRule, new() => RuleTests.Check<TRule>(RuleTests.InFunction(members) + "\n" + rest, test =>
        {
            Name(test.TestState, handler);
            configure?.Invoke(test);
        });

    /// <summary>Nothing names a handler.</summary>
    public static Task CheckShape<TRule>(string source, bool isLambdaProject = true)
        where TRule : HazardRule, new() => RuleTests.Check<TRule>(source, test =>
        {
            if (isLambdaProject)
                SayLambda(test.TestState);
        });
}
