using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Configuration;

public sealed class ReservedVariableFileTests
{
    [Theory]
    [InlineData("template.yaml", "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Environment:\n        Variables:\n          {|SVLS0801:AWS_REGION|}: eu-west-1\n          TABLE: x\n")]
    [InlineData("template.yaml", "Globals:\n  Function:\n    Environment: {Variables: {{|SVLS0801:_HANDLER|}: x}}\nResources:\n  F: {Type: AWS::Serverless::Function}\n  G: {Type: AWS::Serverless::Function}\n")]
    [InlineData("serverless.template", """{ "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": { "Environment": { "Variables": { {|SVLS0801:"AWS_ACCESS_KEY_ID"|}: { "Ref": "K" } } } } } } }""")]
    public Task A_name_that_Lambda_sets_is_flagged(string file, string text) => FileRuleTests.Check<ReservedVariableFileRule>(file, text);

    [Theory]
    [InlineData("PATH: /opt/bin")]
    [InlineData("LANG: de")]
    [InlineData("LD_LIBRARY_PATH: /opt/lib")]
    [InlineData("AWS_LAMBDA_EXEC_WRAPPER: /opt/wrapper")]
    [InlineData("aws_region: x")]
    [InlineData("POWERTOOLS_SERVICE_NAME: x")]
    public Task Names_that_may_be_set_are_not(string variable) =>
        FileRuleTests.Check<ReservedVariableFileRule>("template.yaml", FileRuleTests.Sam($"Environment:\n  Variables:\n    {variable}\nHandler: x"));

    [Fact]
    public Task Another_resources_environment_is_not() =>
        FileRuleTests.Check<ReservedVariableFileRule>("template.yaml", "Resources:\n  F: {Type: 'Custom::F', Properties: {Environment: {Variables: {AWS_REGION: x}}}}\n");

    [Fact]
    public Task The_deployment_fails_so_it_is_an_error() => FileRuleTests.Check<ReservedVariableFileRule>(
        "template.yaml", "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {AWS_REGION: x}}}}\n",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(ConfigurationRules.ReservedVariable.Id, DiagnosticSeverity.Error)
            .WithSpan("template.yaml", 2, 75, 2, 85).WithMessageFormat(ConfigurationRules.ReservedVariable.MessageFormat)
            .WithArguments("AWS_REGION", "the service refuses a function that sets it, and the deployment fails; use a name of your own")));
}
