using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>One body in every form of handler: the rules must say the same of each, and nothing where there is no handler.</summary>
public sealed class HandlerFormTests
{
    private const string Shared = "public static class State { public static int Count; }\n";

    public static TheoryData<string, string, bool> Forms { get; } = new()
    {
        { "attribute of Annotations", "public class F { [LambdaFunction] public void Handle(string s) { BODY } }", false },
        { "route", "public class F { [HttpRoute(\"GET /\")] public void Handle(string s) { BODY } }", false },
        { "task state", "public class F { [Serverless.StepFunctions.TaskState] public void Handle(string s) { BODY } }", false },
        { "trigger", "public class F { [S3Trigger(\"@Uploads\")] public void Handle(string s) { BODY } }", false },
        { "function", "public class F { [ServerlessFunction] public void Handle(string s) { BODY } }", false },
        { "declared handler", "public class F { [ServerlessHandler] public void Handle(string s) { BODY } }", false },
        { "static", "public static class F { [HttpRoute(\"GET /\")] public static void Handle(string s) { BODY } }", false },
        { "context parameter", "public class F { public void Handle(string s, ILambdaContext context) { BODY } }", false },
        { "builder with lambda", "await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); BODY return s; }).Build().RunAsync();", true },
        { "builder with local delegate", "Func<string, ILambdaContext, Task<string>> handler = async (s, c) => { await Task.Yield(); BODY return s; }; await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(handler).Build().RunAsync();", true },
        { "builder with local function", "await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<string, string>(Handle).Build().RunAsync(); static async Task<string> Handle(string s, ILambdaContext c) { await Task.Yield(); BODY return s; }", true },
        { "builder with method", "await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<string, string>(new F().Handle).Build().RunAsync(); class F { public async Task<string> Handle(string s, ILambdaContext c) { await Task.Yield(); BODY return s; } }", true },
        { "builder with field", "await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(F.Handler).Build().RunAsync(); static class F { public static readonly Func<string, ILambdaContext, Task<string>> Handler = async (s, c) => { await Task.Yield(); BODY return s; }; }", true },
        { "wrapper", "using var w = Amazon.Lambda.RuntimeSupport.HandlerWrapper.GetHandlerWrapper(async () => { await Task.Yield(); BODY }); using var b = new Amazon.Lambda.RuntimeSupport.LambdaBootstrap(w); await b.RunAsync();", true },
        { "main method", "static class Program { static async Task Main() { await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); BODY return s; }).Build().RunAsync(); } }", true },
        { "minimal API", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(1); var app = b.Build(); app.MapGet(\"/\", () => { BODY }); app.Run();", true },
        { "minimal API with method", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(1); var app = b.Build(); app.MapPost(\"/\", F.Handle); app.Run(); static class F { public static void Handle() { BODY } }", true },
        { "controller", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; WebApplication.CreateBuilder().Services.AddAWSLambdaHosting(1); public class F : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get() { BODY } [Microsoft.AspNetCore.Mvc.NonAction] public void Other() { using var s3 = new AmazonS3Client(); } }", true },
        { "middleware", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; WebApplication.CreateBuilder().Services.AddAWSLambdaHosting(1); public class F { public Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext c) { BODY return Task.CompletedTask; } }", true },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Each_form_is_a_handler(string form, string source, bool executable)
    {
        Assert.NotEmpty(form);
        return Check(source, executable);
    }

    [Theory]
    [InlineData("public class F { [NotServerlessHandler] public void Handle(string s, ILambdaContext context) { BODY } }")]
    [InlineData("public class F { void Handle(string s, ILambdaContext context) { BODY } }")]
    [InlineData("public class F { public void Handle(string s) { BODY } }")]
    [InlineData("public interface IStore { void Save(string s, ILambdaContext c); } public class F : IStore { public void Save(string s, ILambdaContext c) { BODY } } public class Tool { public void Run(IStore store) => store.Save(\"\", null!); }")]
    [InlineData("public class F { public void Save(string s, ILambdaContext c) { BODY } } public class Tool { public void Run() => new F().Save(\"\", null!); }")]
    [InlineData("public class F { [LambdaFunction] public void Handle(string s) { } public void Other(string s, ILambdaContext c) { BODY } }")]
    public Task What_is_no_handler_is_not(string source) => RuleTests.Check<ClientCreationRule>(Shared + source.Replace("BODY", "using var s3 = new AmazonS3Client(); State.Count++;", StringComparison.Ordinal));

    [Theory]
    [InlineData("serverless.template", """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "TestProject::Shop.F::Handle" } } } }""")]
    [InlineData("template.json", """{ "Globals": { "Function": { "Handler": "TestProject::Shop.F::Handle" } }, "Resources": { "F": { "Type": "AWS::Serverless::Function" } } }""")]
    [InlineData("infra.template", """{ "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": { "Handler": "TestProject::Shop.F::System.String Handle(System.String)" } } } }""")]
    [InlineData("aws-lambda-tools-defaults.json", """{ "function-handler": "TestProject::Shop.F::Handle", "function-timeout": 30 }""")]
    [InlineData("template.yaml", "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: TestProject::Shop.F::Handle\n      Timeout: !Ref T\n")]
    [InlineData("template.yml", "Globals:\n  Function:\n    Handler: 'TestProject::Shop.F::Handle'\nResources:\n  F: {Type: AWS::Serverless::Function}\n")]
    [InlineData("stack.template", "# YAML under this name too\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Handler: >-\n        TestProject::Shop.F::Handle\n")]
    [InlineData("serverless.template", """{ /* comments are allowed */ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "TestProject::Shop.Derived::Handle" } } } }""")]
    public Task A_handler_string_names_one(string file, string json) => CheckString(file, json, "using var s3 = {|SVLS0301:new AmazonS3Client()|};");

    [Theory]
    [InlineData("serverless.template", """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "Other::Shop.F::Handle" } } } }""")]
    [InlineData("serverless.template", """{ "Resources": { "F": { "Type": "AWS::Serverless::Api", "Properties": { "Handler": "TestProject::Shop.F::Handle" } } } }""")]
    [InlineData("serverless.template", """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": { "Ref": "H" } } } } }""")]
    [InlineData("serverless.template", "{ broken")]
    [InlineData("other.json", """{ "function-handler": "TestProject::Shop.F::Handle" }""")]
    public Task Other_strings_name_none(string file, string json) => CheckString(file, json, "using var s3 = new AmazonS3Client();");

    [Fact]
    public Task The_configuration_adds_and_removes_handlers() => RuleTests.Check<ClientCreationRule>("""
        public class F
        {
            public void Mine(string s) { using var s3 = {|SVLS0301:new AmazonS3Client()|}; }
            public void Handle(string s, ILambdaContext c) { using var s3 = new AmazonS3Client(); }
        }
        """, static test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", """
            root = true
            [*.cs]
            serverless_analyzers.handlers = M:F.Mine(System.String)
            serverless_analyzers.not_handlers = M:F.Handle(System.String,Amazon.Lambda.Core.ILambdaContext)
            """)));

    [Fact]
    public Task Our_package_alone_makes_no_project_serverless_and_the_use_of_an_attribute_does() => CheckOurs("public class F { [HttpRoute(\"GET /\")] public void Handle() { using var h = {|SVLS0301:new HttpClient()|}; } }");

    [Fact]
    public Task Our_package_without_a_use_registers_nothing() => CheckOurs("public class F { public void Handle() { using var h = new HttpClient(); } }");

    [Theory]
    [InlineData("""{ "author": "me", "function-handler": "TestProject::F::Handle" }""", "new HttpClient()")]
    [InlineData("""{ "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": { "Handler": "TestProject::F::Handle" } } } }""", "{|SVLS0301:new HttpClient()|}")]
    public Task A_template_makes_a_project_serverless_when_it_speaks_of_AWS(string json, string creation) =>
        CheckOurs("public class F { public void Handle() { using var h = " + creation + "; } }", test => test.TestState.AdditionalFiles.Add(("template.json", json)));

    private static Task CheckOurs(string source, Action<RuleTest<ClientCreationRule>>? configure = null)
    {
        var test = new RuleTest<ClientCreationRule>("using System.Net.Http;\nusing Serverless;\n" + source);
        foreach (var reference in new[] { StandInReferences.Lambda, StandInReferences.Hosting, StandInReferences.AwsSdk })
            test.TestState.AdditionalReferences.Remove(reference);
        configure?.Invoke(test);
        return test.RunAsync();
    }

    private static Task CheckString(string file, string json, string body) => RuleTests.Check<ClientCreationRule>(
        "namespace Shop { public class F { public string Handle(string s) { " + body + " return s; } } public class Derived : F { } }",
        test => test.TestState.AdditionalFiles.Add((file, json)));

    private static async Task Check(string source, bool executable)
    {
        var kind = executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var usings = source.StartsWith("using Microsoft", StringComparison.Ordinal) ? source[..(source.LastIndexOf("Injection; ", StringComparison.Ordinal) + 11)] : "";
        var rest = source[usings.Length..] + "\n" + Shared;
        await new RuleTest<ClientCreationRule>(RuleTests.Usings + usings + rest.Replace("BODY", "using var s3 = {|SVLS0301:new AmazonS3Client()|}; State.Count++;", StringComparison.Ordinal)) { TestState = { OutputKind = kind } }.RunAsync();
        await new RuleTest<StateWriteRule>(RuleTests.Usings + usings + rest.Replace("BODY", "using var s3 = new AmazonS3Client(); {|SVLS0101:State.Count|}++;", StringComparison.Ordinal)) { TestState = { OutputKind = kind } }.RunAsync();
        await new RuleTest<UnawaitedWorkRule>(RuleTests.Usings + usings + rest.Replace("BODY", "_ = {|SVLS0501:Task.Delay(1)|};", StringComparison.Ordinal)) { TestState = { OutputKind = kind } }.RunAsync();
    }
}
