using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class HandlerStringTests
{
    private const string Code = """
        namespace Shop
        {
            public class Base { public string Inherited(string s) => s; public string Twice(int i) => ""; }
            public class Function : Base
            {
                public string Handle(string s) => s;
                public string Twice(string s) => s;
                public string Over(string s) => s;
                private string Over(int i) => "";
                public class Inner { public void Handle() { } }
            }
            public class Broken { public void Handle() { } }
            public class Function_Handle_Generated { public void Other() { } }
        }
        """;

    private static Task Check(string file, string text) => FileRuleTests.Check<HandlerStringRule>(file, text, Code);

    [Theory]
    [InlineData("template.yaml", "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: {|SVLS0703:TestProject::Shop.Function::Handel|}\n")]
    [InlineData("template.yaml", "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Handler: {|SVLS0703:'TestProject::Shop.Functions::Handle'|}\n")]
    [InlineData("serverless.template", """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": {|SVLS0703:"TestProject::Shop.Function.Inner::Handle"|} } } } }""")]
    [InlineData("aws-lambda-tools-defaults.json", """{ "function-handler": {|SVLS0703:"TestProject::Function::Handle"|} }""")]
    [InlineData("template.yml", "Globals:\n  Function:\n    Handler: {|SVLS0703:TestProject::Shop.Gone::Handle|}\nResources:\n  F: {Type: AWS::Serverless::Function}\n  G: {Type: AWS::Serverless::Function}\n")]
    [InlineData("template.yaml", "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: dotnet8, Handler: {|SVLS0703:TestProject|}}}\n")]
    public Task A_string_that_names_nothing_is_flagged(string file, string text) => Check(file, text);

    [Theory]
    [InlineData("TestProject::Shop.Function::Handle")]
    [InlineData("TestProject::Shop.Function+Inner::Handle")]
    [InlineData("TestProject::Shop.Function::Inherited")]
    [InlineData("TestProject::Shop.Function::Twice")]
    [InlineData("TestProject::Shop.Function::System.String Over(System.String)")]
    [InlineData("TestProject::Shop.Function_Other_Generated::Other")]
    [InlineData("TestProject::Shop.Function_Handlers::Any")]
    [InlineData("Other::Shop.Function::Handel")]
    [InlineData("Other")]
    [InlineData("bootstrap")]
    [InlineData("index.handler")]
    [InlineData("!Sub '${A}::Shop.Function::Handel'")]
    [InlineData("!Ref Handler")]
    [InlineData("!Custom x")]
    public Task Strings_that_resolve_and_those_of_others_are_not(string handler) =>
        Check("template.yaml", $"Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: {(handler[0] == '!' ? handler : "'" + handler + "'")}\n");

    [Theory]
    [InlineData("template.yaml", "Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {Handler: {|SVLS0702:'TestProject::Shop.Function::Over'|}}}\n")]
    [InlineData("stack.template", """{ "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": { "Handler": {|SVLS0702:"TestProject::Shop.Function::Over"|} } } } }""")]
    [InlineData("aws-lambda-tools-defaults.json", """{ "function-handler": {|SVLS0702:"TestProject::Shop.Function::Over"|} }""")]
    public Task A_string_that_names_several_methods_is_flagged(string file, string text) => Check(file, text);

    [Theory]
    [InlineData("other.yaml", "Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {Handler: 'TestProject::Shop.Gone::Handle'}}\n")]
    [InlineData("template.yaml", "Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {Handler: 'TestProject::Shop.Gone::Handle'")]
    [InlineData("template.yaml", "Resources:\n  F: {Type: AWS::Serverless::Function, Metadata: {Tool: Amazon.Lambda.Annotations}, Properties: {Handler: 'TestProject::Shop.Gone::Handle'}}\n")]
    [InlineData("template.yaml", "Resources:\n  F: {Type: AWS::Serverless::Api, Properties: {Handler: 'TestProject::Shop.Gone::Handle'}}\n")]
    public Task Other_files_broken_ones_and_generated_resources_are_not(string file, string text) => Check(file, text);

    [Fact]
    public Task The_message_names_what_was_meant()
    {
        const string Json = """{ "function-handler": "TestProject::Shop.Function::Handel" }""";
        return FileRuleTests.Check<HandlerStringRule>("aws-lambda-tools-defaults.json", Json, Code, static test => test.ExpectedDiagnostics.Add(
            new DiagnosticResult(HandlerStringRules.UnresolvedHandler).WithSeverity(DiagnosticSeverity.Warning).WithSpan("aws-lambda-tools-defaults.json", 1, 23, 1, 59)
                .WithArguments("TestProject::Shop.Function::Handel", "'Shop.Function' has no method 'Handel'", "; did you mean 'Handle'?")));
    }

    [Fact]
    public Task An_executable_may_be_named_by_its_assembly() => FileRuleTests.Check<HandlerStringRule>(
        "template.yaml", "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: dotnet8, Handler: TestProject}}\n", "class P { static void Main() { } }",
        static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task A_type_that_does_not_compile_is_not_judged() => FileRuleTests.Check<HandlerStringRule>(
        "template.yaml", "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Handler: 'TestProject::F::Handle'}}\n", "public class F : {|CS0246:Missing|} { }");
}
