using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>One body in every form of handler: the rules must say the same of each, and nothing where there is no handler.</summary>
public sealed class HandlerFormTests
{
    private const string Hosted = "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; WebApplication.CreateBuilder().Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); ";

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
        { "durable attribute", "public class F { [LambdaFunction, DurableExecution(60)] public async Task<string> Run(string s, Amazon.Lambda.DurableExecution.IDurableContext c) { await Task.Yield(); BODY return s; } }", false },
        { "durable workflow", "public class F { public Task<Amazon.Lambda.DurableExecution.DurableExecutionInvocationOutput> Handle(Amazon.Lambda.DurableExecution.DurableExecutionInvocationInput i, ILambdaContext c) => Amazon.Lambda.DurableExecution.DurableFunction.WrapAsync<string>(Run, i, c); async Task Run(string s, Amazon.Lambda.DurableExecution.IDurableContext c) { await Task.Yield(); BODY } }", false },
        { "event parameter", "public class F { public void Handle(Amazon.Lambda.SQSEvents.SQSEvent e) { BODY } }", false },
        { "event and context", "public class F { public static void Handle(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) { BODY } }", false },
        { "event in a record", "public record F { public void Handle(Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest? e) { BODY } }", false },
        { "Powertools aspect", "public class F { [AWS.Lambda.Powertools.Tracing.Tracing] public void Handle(string s) { BODY } }", false },
        { "Powertools record handler", "public class F : AWS.Lambda.Powertools.BatchProcessing.Sqs.ISqsRecordHandler { public Task<AWS.Lambda.Powertools.BatchProcessing.RecordHandlerResult> HandleAsync(Amazon.Lambda.SQSEvents.SQSEvent.SQSMessage m, CancellationToken c) { BODY return Task.FromResult(new AWS.Lambda.Powertools.BatchProcessing.RecordHandlerResult()); } }", false },
        { "Powertools resolver", "public class F { readonly AWS.Lambda.Powertools.EventHandler.Resolvers.BedrockAgentFunctionResolver _r; public F() => _r = new AWS.Lambda.Powertools.EventHandler.Resolvers.BedrockAgentFunctionResolver().Tool(\"t\", (string s) => { BODY }); [LambdaFunction] public object Handle(string s) => _r; }", false },
        { "ASP.NET Core function and a controller", "public class Entry : Amazon.Lambda.AspNetCoreServer.APIGatewayHttpApiV2ProxyFunction; public class F : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get() { BODY } }", false },
        { "ASP.NET Core function that overrides", "public class F : Amazon.Lambda.AspNetCoreServer.APIGatewayHttpApiV2ProxyFunction { protected override void PostMarshallRequestFeature(object f, Amazon.Lambda.APIGatewayEvents.APIGatewayHttpApiV2ProxyRequest r, ILambdaContext c) { BODY } }", false },
        { "minimal API in a group", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); var app = b.Build(); app.MapGroup(\"/a\").MapGet(\"/\", () => { BODY }); app.Run();", true },
        { "minimal API with methods", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); var app = b.Build(); app.MapMethods(\"/\", [\"GET\"], () => { BODY }); app.Run();", true },
        { "minimal API for every method", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); var app = b.Build(); app.Map(\"/\", () => { BODY }); app.Run();", true },
        { "inline middleware", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); var app = b.Build(); app.Use((c, next) => { BODY return next(); }); app.Run();", true },
        { "terminal middleware", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); var app = b.Build(); app.Run(c => { BODY return Task.CompletedTask; });", true },
        { "endpoint filter", "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection; var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi); var app = b.Build(); app.MapMethods(\"/\", [\"GET\"], () => 1).AddEndpointFilter((c, next) => { BODY return next(c); }); app.Run();", true },
        { "exception handler", Hosted + "public class F : Microsoft.AspNetCore.Diagnostics.IExceptionHandler { public ValueTask<bool> TryHandleAsync(Microsoft.AspNetCore.Http.HttpContext h, Exception e, CancellationToken c) { BODY return new(true); } }", true },
        { "action filter", Hosted + "public class F : Microsoft.AspNetCore.Mvc.Filters.IActionFilter { public void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext c) { BODY } public void OnActionExecuted(Microsoft.AspNetCore.Mvc.Filters.ActionExecutedContext c) { } }", true },
        { "page", Hosted + "public class F : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnGet() { BODY } }", true },
        { "hub", Hosted + "public class F : Microsoft.AspNetCore.SignalR.Hub { public void Send(string s) { BODY } }", true },
        { "gRPC service", Hosted + "public abstract class Base { public virtual Task<string> Get(string s, Grpc.Core.ServerCallContext c) => throw new NotSupportedException(); } public class F : Base { public override Task<string> Get(string s, Grpc.Core.ServerCallContext c) { BODY return Task.FromResult(s); } }", true },
        { "warmed up before a snapshot", "public class F { public F() => SnapshotRestore.RegisterBeforeSnapshot(() => { Handle(\"warm\", null!); return ValueTask.CompletedTask; }); public void Handle(string s, ILambdaContext context) { BODY } }", false },
        { "trial run in a class library", "public class F { public void Handle(string s, ILambdaContext context) { BODY } } public static class Program { public static void Main() => new F().Handle(\"\", null!); }", false },
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
    [InlineData("public class F { public void Handle(Amazon.Lambda.SQSEvents.SQSEvent e) { } public void Other(string s, ILambdaContext c) { BODY } }")]
    [InlineData("public static class F { public static void Log(this Amazon.Lambda.SQSEvents.SQSEvent e) { BODY } }")]
    [InlineData("public class F { public void Handle(Amazon.Lambda.SQSEvents.SQSEvent e, string id, int n) { BODY } }")]
    [InlineData("public class F { public Stream Handle(Stream s) { BODY return s; } }")]
    [InlineData("public class F { [AWS.Lambda.Powertools.Tracing.Tracing] void Step() { BODY } }")]
    [InlineData("public class F { [AWS.Lambda.Powertools.Tracing.Tracing] public void Step() { BODY } } public class Tool { public void Run() => new F().Step(); }")]
    [InlineData("public class Tracing : Attribute; public class F { [Tracing] public void Step() { BODY } }")]
    [InlineData("public class F : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get() { BODY } }")]
    [InlineData("public class F : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken c) { BODY return Task.CompletedTask; } }")]
    [InlineData("public class FactAttribute : Attribute; public class FTests { [Fact] public void Handles() => new F().Handle(\"\", null!); } public class F { public void Handle(string s, ILambdaContext c) { BODY } }")]
    [InlineData("public class F { [LambdaFunction, NotServerlessHandler] public void Handle(string s) { BODY } }")]
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
    public Task A_project_with_tests_has_no_handler_by_shape_alone() => RuleTests.Check<ClientCreationRule>(
        "namespace Xunit { public sealed class FactAttribute : Attribute; } public class F { public void Helper(string s, ILambdaContext c) { using var s3 = new AmazonS3Client(); } }");

    [Theory]
    [InlineData("public class F { public Stream Handle(Stream s) { BODY return s; } }", "{|SVLS0301:new AmazonS3Client()|}")]
    [InlineData("public class F { public async Task<Stream> Handle(Stream s) { await Task.Yield(); BODY return s; } }", "{|SVLS0301:new AmazonS3Client()|}")]
    [InlineData("public class F { public string Handle(Stream s) { BODY return \"\"; } }", "new AmazonS3Client()")]
    [InlineData("public class F { public Stream Handle(Stream s) { BODY return s; } } public class Other;", "new AmazonS3Client()")]
    [InlineData("public class F { public Stream Handle(Stream s) { BODY return s; } public Stream Other(Stream s) => s; }", "new AmazonS3Client()")]
    [InlineData("public class F { public Stream Zip(Stream s) { BODY return s; } [LambdaFunction] public void Handle(string s) { } }", "new AmazonS3Client()")]
    public Task From_stream_to_stream_is_a_handler_only_in_the_one_public_type_of_a_function_project(string source, string creation) =>
        RuleTests.Check<ClientCreationRule>(source.Replace("BODY", "using var s3 = " + creation + ";", StringComparison.Ordinal), static test => Property(test, "AWSProjectType", "Lambda"));

    [Theory]
    [InlineData("public class F : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken c) { BODY return Task.CompletedTask; } }")]
    [InlineData("public class F : Microsoft.Extensions.Hosting.IHostedService { public Task StartAsync(CancellationToken c) { BODY return Task.CompletedTask; } public Task StopAsync(CancellationToken c) => Task.CompletedTask; }")]
    [InlineData("public class F : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get() { BODY } }")]
    [InlineData("public class F { public void Map(Microsoft.AspNetCore.Builder.WebApplication app) => app.MapGet(\"/\", () => { BODY }); }")]
    public Task In_a_container_workers_and_requests_are_handlers(string source) =>
        RuleTests.Check<BlockingHandlerRule>(source.Replace("BODY", "{|SVLS0509:Task.Delay(1).Wait()|};", StringComparison.Ordinal), static test => Property(test, "ServerlessTarget", "Fargate"));

    [Fact]
    public Task A_program_of_one_file_is_gated_by_what_it_references() => new FileProgramTest("#:package Amazon.Lambda.RuntimeSupport@1.13.0\n" + RuleTests.Usings + """
        await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); using var s3 = {|SVLS0301:new AmazonS3Client()|}; return s; }).Build().RunAsync();
        """).RunAsync();

    [Theory]
    [InlineData("public class F { public static Task<string> Handle(string s, ILambdaContext c) => new F().Run(s); string _last = \"\"; private Task<string> Run(string s) { _last = s; return Task.FromResult(_last); } }")]
    [InlineData("public class F { [LambdaFunction] public string Handle(string s) => s; [LambdaFunction] public static string Other(string s) => new F().Run(s); string _last = \"\"; string Run(string s) { _last = s; return _last; } }")]
    public Task An_object_that_a_static_handler_makes_for_each_call_keeps_nothing(string source) => RuleTests.Check<StateWriteRule>(source);

    [Fact]
    public Task A_client_of_an_object_that_a_static_handler_makes_for_each_call_is_made_for_each_call() => RuleTests.Check<ClientCreationRule>(
        "public class F { readonly AmazonS3Client _s3 = {|SVLS0301:new()|}; public static Task<string> Handle(string s, ILambdaContext c) => new F().Run(s); private Task<string> Run(string s) => Task.FromResult(_s3.ToString()!); }");

    private static void Property<TRule>(RuleTest<TRule> test, string name, string value)
        where TRule : HazardRule, new() => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.{name} = {value}\n"));

    private sealed class FileProgramTest : RuleTest<ClientCreationRule>
    {
        public FileProgramTest(string source)
            : base(source) => TestState.OutputKind = OutputKind.ConsoleApplication;

        protected override ParseOptions CreateParseOptions() => RuleTests.ParseOptions.WithFeatures([new("FileBasedProgram", "")]);
    }

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
