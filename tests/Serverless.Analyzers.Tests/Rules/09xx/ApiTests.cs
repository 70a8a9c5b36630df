using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

/// <summary>Sources of functions behind an HTTP front door.</summary>
internal static class ApiTests
{
    public const string Usings = "using Amazon.Lambda.APIGatewayEvents;\nusing Amazon.Lambda.ApplicationLoadBalancerEvents;\nusing Amazon.Lambda.Annotations.APIGateway;\n";

    public static Task Check<TRule>(string members, Action<RuleTest<TRule>>? configure = null)
        where TRule : HazardRule, new() => RuleTests.Check(Usings + RuleTests.InFunction(members), configure);

    public static Task Check<TRule>(string members, params (DiagnosticDescriptor Rule, DiagnosticSeverity? Severity, object[] Arguments)[] expected)
        where TRule : HazardRule, new()
    {
        var test = new RuleTest<TRule>(RuleTests.Usings + Usings + RuleTests.InFunction(members));
        foreach (var (rule, severity, arguments) in expected)
        {
            var result = RuleTests.Expect(rule, arguments);
            test.ExpectedDiagnostics.Add(severity is { } other ? result.WithSeverity(other) : result);
        }

        return test.RunAsync();
    }
}
