using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Configuration;

public sealed class CdkReservedVariableTests
{
    private const string Lambda = "Amazon.CDK.AWS.Lambda.";

    private static Task Check(string statements, Action<RuleTest<CdkReservedVariableRule>>? configure = null) => CdkTests.Check(statements, configure);

    [Theory]
    [InlineData("new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps { Environment = new Dictionary<string, string> { [{|SVLS0801:\"AWS_REGION\"|}] = \"eu-west-1\", [\"TABLE\"] = id } });")]
    [InlineData("var p = new " + Lambda + "FunctionProps(); p.Environment = new Dictionary<string, string> { { {|SVLS0801:\"LAMBDA_TASK_ROOT\"|}, \"/x\" }, { \"TABLE\", id } }; Console.WriteLine(p);")]
    [InlineData("new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps()).AddEnvironment({|SVLS0801:\"AWS_SESSION_TOKEN\"|}, id);")]
    public Task Names_that_the_service_refuses_are_flagged(string statements) => Check(statements);

    [Theory]
    [InlineData("new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps { Environment = new Dictionary<string, string> { [\"TABLE\"] = id, [\"TZ\"] = \"UTC\" } });")]
    [InlineData("new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps()).AddEnvironment(\"LANG\", id);")]
    [InlineData("new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps { Environment = new Dictionary<string, string> { [id] = \"x\" } });")]
    [InlineData("var all = new Dictionary<string, string> { [\"AWS_REGION\"] = id }; Console.WriteLine(all);")]
    [InlineData("Mine.AddEnvironment(\"AWS_REGION\"); } static class Mine { public static void AddEnvironment(string key) { } } void Other() {")]
    public Task Other_names_and_other_environments_are_not(string statements) => Check(statements);

    [Fact]
    public Task It_is_an_error_with_its_consequence() => Check(
        "new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps()).AddEnvironment({|#0:\"AWS_REGION\"|}, id);", static test =>
            test.ExpectedDiagnostics.Add(RuleTests.Expect(
                ConfigurationRules.ReservedVariable, "AWS_REGION", "the service refuses the function's environment with it, so the deployment fails").WithSeverity(DiagnosticSeverity.Error)));

    // FN: a dictionary that is filled before it is given.
    [Fact]
    public Task Dictionaries_that_are_made_elsewhere_are_not_read() => Check(
        "var all = new Dictionary<string, string> { [\"AWS_REGION\"] = id }; new " + Lambda + "Function(this, \"F\", new " + Lambda + "FunctionProps { Environment = all });");
}
