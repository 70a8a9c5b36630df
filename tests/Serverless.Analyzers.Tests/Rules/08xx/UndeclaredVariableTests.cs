using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Configuration;

public sealed class UndeclaredVariableTests
{
    private const string Properties = "Handler: TestProject::Function::Handle\nEnvironment:\n  Variables:\n    DECLARED: x";

    private static Task Check(string members, string properties = Properties, string resources = "", string globals = "", Action<RuleTest<UndeclaredVariableRule>>? configure = null) =>
        FileRuleTests.Check("template.yaml", FileRuleTests.Sam(properties, resources, globals), "public class Function { " + members + " static void Use(string s) { } static void Maybe(string? s) { } }", configure);

    [Theory]
    [InlineData("public void Handle(string s) => Use({|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|}!);")]
    [InlineData("public void Handle(string s) { var table = {|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|}; Use(table!); }")]
    [InlineData("public string Handle(string s) => {|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|} ?? throw new InvalidOperationException();")]
    [InlineData("const string Name = \"TABLE\"; public int Handle(string s) => int.Parse({|SVLS0803:Environment.GetEnvironmentVariable(Name)|}!);")]
    [InlineData("static readonly string Table = {|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|}!; public string Handle(string s) => Table;")]
    [InlineData("public string Handle(string s) => Require(); static string Require() => {|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|}!;")]
    [InlineData("public async Task<string> Handle(string s) { await Task.Yield(); string Local() => {|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|}!; return Local(); }")]
    public Task A_variable_that_the_template_lacks_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("public void Handle(string s) => Use(Environment.GetEnvironmentVariable(\"DECLARED\")!);")]
    [InlineData("public string Handle(string s) => Environment.GetEnvironmentVariable(\"TABLE\") ?? \"orders\";")]
    [InlineData("public void Handle(string s) { var t = Environment.GetEnvironmentVariable(\"TABLE\"); if (t is null) return; Use(t); }")]
    [InlineData("public void Handle(string s) { var t = Environment.GetEnvironmentVariable(\"TABLE\"); if (string.IsNullOrEmpty(t)) t = \"x\"; Use(t); }")]
    [InlineData("public void Handle(string s) { var t = Environment.GetEnvironmentVariable(\"TABLE\"); t ??= \"x\"; Use(t); }")]
    [InlineData("public bool Handle(string s) => Environment.GetEnvironmentVariable(\"DEBUG\") == \"true\";")]
    [InlineData("public bool Handle(string s) => bool.TryParse(Environment.GetEnvironmentVariable(\"DEBUG\"), out var on) && on;")]
    [InlineData("public int Handle(string s) => Environment.GetEnvironmentVariable(\"TABLE\")?.Length ?? 0;")]
    [InlineData("public void Handle(string s) => Maybe(Environment.GetEnvironmentVariable(\"TABLE\"));")]
    [InlineData("public void Handle(string s) => Maybe(Stage); static string? Stage => Environment.GetEnvironmentVariable(\"STAGE\");")]
    [InlineData("public string Handle(string s) => $\"stage {Environment.GetEnvironmentVariable(\"STAGE\")}\";")]
    [InlineData("public string Handle(string s) => Environment.GetEnvironmentVariable(\"AWS_REGION\")!;")]
    [InlineData("public string Handle(string s) => Environment.GetEnvironmentVariable(\"LAMBDA_TASK_ROOT\")! + Environment.GetEnvironmentVariable(\"PATH\")!;")]
    [InlineData("public string Handle(string s) => Environment.GetEnvironmentVariable(s)!;")]
    public Task Declared_provided_and_optional_variables_are_not(string members) => Check(members);

    private const string Read = "public string Handle(string s) => Environment.GetEnvironmentVariable(\"TABLE\")!;";

    [Theory]
    [InlineData("Handler: TestProject::Function::Handle\nEnvironment: !Ref E", "", "")]
    [InlineData("Handler: TestProject::Function::Handle\nEnvironment:\n  Variables: !If [C, {A: x}, {}]", "", "")]
    [InlineData("Handler: TestProject::Function::Handle", "", "Globals: {Function: {Environment: {Variables: {TABLE: x}}}}")]
    [InlineData("PackageType: Image\nImageConfig: {Command: ['TestProject::Function::Handle']}", "", "")]
    [InlineData("Handler: TestProject::Function::Handle\nFn::Transform: {Name: 'AWS::Include'}", "", "")]
    [InlineData("Handler: Other::Function::Handle", "", "")]
    public Task An_environment_that_is_not_all_known_is_not(string properties, string resources, string globals) => Check(Read, properties, resources, globals);

    [Fact]
    public Task Several_templates_are_not() => Check(Read, configure: static test => test.TestState.AdditionalFiles.Add(("other/template.yaml", "Resources: {}")));

    [Fact]
    public Task Code_that_no_function_runs_is_not() => Check("public void Handle(string s) { } public string Tool() => Environment.GetEnvironmentVariable(\"TABLE\")!;");

    [Fact]
    public Task Shared_initialisation_may_be_for_another_function() => Check(
        "static readonly string Table = Environment.GetEnvironmentVariable(\"TABLE\")!; public string Handle(string s) => s; public string Second(string s) => Table;",
        resources: "G:\n  Type: AWS::Serverless::Function\n  Properties: {Handler: 'TestProject::Function::Second', Environment: {Variables: {TABLE: x}}}");

    [Fact]
    public Task Each_function_needs_its_own() => Check(
        "public string Handle(string s) => {|SVLS0803:Environment.GetEnvironmentVariable(\"TABLE\")|}!; public string Second(string s) => Environment.GetEnvironmentVariable(\"TABLE\")!;",
        resources: "G:\n  Type: AWS::Serverless::Function\n  Properties: {Handler: 'TestProject::Function::Second', Environment: {Variables: {TABLE: x}}}");

    // FN: other sources of configuration may give it.
    [Fact]
    public Task Configuration_is_not_followed() => Check("public string Handle(string s) => new System.Collections.Hashtable()[\"TABLE\"]!.ToString()!;");

    [Fact]
    public Task The_message_names_the_variable_and_the_handler() => Check(
        "public string Handle(string s) => {|#0:Environment.GetEnvironmentVariable(\"TABLE\")|}!;",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(UndeclaredVariableRules.UndeclaredVariable).WithLocation(0).WithArguments("TABLE", "Handle")));
}
