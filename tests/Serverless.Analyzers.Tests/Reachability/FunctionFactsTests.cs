using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Tests.Reachability;

/// <summary>What is known of the function behind a handler: attributes first, then files, then what holds without either.</summary>
public sealed class FunctionFactsTests
{
    [Theory]
    [InlineData("[HttpRoute(\"GET /\")]", "timeout 10, memory 512, HttpApi 2.0, snapstart False, concurrent False")]
    [InlineData("[HttpRoute(\"GET /\", Api = typeof(Rest))]", "timeout 10, memory 512, RestApi 1.0, snapstart False, concurrent False")]
    [InlineData("[HttpRoute(\"GET /\"), ServerlessFunction(Timeout = 20, MemorySize = 1024, SnapStart = true)]", "timeout 20, memory 1024, HttpApi 2.0, snapstart True, concurrent False")]
    [InlineData("[S3Trigger(\"@Uploads\")]", "timeout 30, memory 512, S3, snapstart False, concurrent False")]
    [InlineData("[Serverless.StepFunctions.TaskState]", "timeout 60, memory 512, StepFunctions, snapstart False, concurrent False")]
    [InlineData("[Serverless.StepFunctions.TaskState(TimeoutSeconds = 3600)]", "timeout 900, memory 512, StepFunctions, snapstart False, concurrent False")]
    [InlineData("[ServerlessFunction(CapacityProvider = \"@Fleet\")]", "timeout 30, memory 512, snapstart False, concurrent True")]
    [InlineData("[ServerlessFunction, LambdaUrl]", "timeout 30, memory 512, FunctionUrl 2.0, snapstart False, concurrent False")]
    [InlineData("[ServerlessHandler]", "")]
    [InlineData("[ServerlessHandler, HttpRoute(\"GET /\")]", "timeout 10, memory 512, HttpApi 2.0, snapstart False, concurrent False")]
    public void Our_attributes(string attributes, string facts) =>
        Assert.Equal(facts, Of("[ServerlessRestApi] public class Rest; public class F { " + attributes + " public void Handle(string s) { } }"));

    [Theory]
    [InlineData("[FunctionDefaults(Timeout = 7)] public class F { [HttpRoute(\"GET /\")] public void Handle() { } }", "timeout 7, memory 512, HttpApi 2.0")]
    [InlineData("[FunctionDefaults(Timeout = 7)] public class F { [HttpRoute(\"GET /\"), ServerlessFunction(Timeout = 8)] public void Handle() { } }", "timeout 8, memory 512, HttpApi 2.0")]
    [InlineData("[assembly: FunctionDefaults(Timeout = 7, MemorySize = 256)] [FunctionDefaults(Timeout = 9)] public class F { [HttpRoute(\"GET /\")] public void Handle() { } }", "timeout 9, memory 256, HttpApi 2.0")]
    [InlineData("[assembly: ServerlessRestApi] public class F { [HttpRoute(\"GET /\")] public void Handle() { } }", "timeout 10, memory 512, RestApi 1.0")]
    [InlineData("[assembly: ServerlessRestApi] [ServerlessHttpApi] public class F { [HttpRoute(\"GET /\")] public void Handle() { } }", "timeout 10, memory 512, HttpApi 2.0")]
    public void The_nearest_place_wins(string source, string facts) => Assert.StartsWith(facts + ", ", Of(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("[LambdaFunction]", "timeout 30, memory 512")]
    [InlineData("[LambdaFunction(Timeout = 15, MemorySize = 256)]", "timeout 15, memory 256")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\")]", "timeout 30, memory 512, HttpApi 2.0")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\", Version = HttpApiVersion.V1)]", "timeout 30, memory 512, HttpApi 1.0")]
    [InlineData("[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/\")]", "timeout 30, memory 512, RestApi 1.0")]
    [InlineData("[LambdaFunction, FunctionUrl]", "timeout 30, memory 512, FunctionUrl 2.0")]
    [InlineData("[LambdaFunction, SQSEvent(\"@Q\", BatchSize = 5)]", "timeout 30, memory 512, Sqs, batch 5")]
    [InlineData("[LambdaFunction, SQSEvent(\"@Q\")]", "timeout 30, memory 512, Sqs, batch 10")]
    [InlineData("[LambdaFunction, DynamoDBEvent(\"@T\")]", "timeout 30, memory 512, DynamoDbStream, batch 100")]
    [InlineData("[LambdaFunction, SNSEvent(\"@T\")]", "timeout 30, memory 512, Sns")]
    [InlineData("[LambdaFunction, S3Event(\"@B\")]", "timeout 30, memory 512, S3")]
    [InlineData("[LambdaFunction, ScheduleEvent(\"rate(1 minute)\")]", "timeout 30, memory 512, Schedule")]
    [InlineData("[LambdaFunction, ALBApi(\"@L\", \"/\", 1)]", "timeout 30, memory 512, LoadBalancer")]
    public void Attributes_of_Annotations(string attributes, string facts) => Assert.Equal(facts, Of(Annotations + "public class F { " + attributes + " public void Handle(string s) { } }"));

    [Fact]
    public void Annotations_reports_single_failures_where_the_result_can_carry_them() => Assert.Equal(
        "timeout 30, memory 512, Sqs, batch 10, reports True",
        Of(Annotations + "public class SQSBatchResponse; public class F { [LambdaFunction, SQSEvent(\"@Q\")] public Task<SQSBatchResponse> Handle(string s) => throw new NotSupportedException(); }"));

    [Theory]
    [InlineData("[LambdaFunction(Timeout = 15)]", "timeout 15, memory 2048")]
    [InlineData("[LambdaFunction]", "timeout 60, memory 2048")]
    public void An_attribute_is_stronger_than_a_file_and_a_file_than_a_default(string attributes, string facts) => Assert.Equal(facts, Of(
        "namespace Shop; public class F { " + attributes + " public void Handle(string s) { } }",
        ("aws-lambda-tools-defaults.json", Described("TestProject::Shop.F_Handle_Generated::Handle", 60, 2048))));

    [Fact]
    public void Files_that_disagree_leave_it_unknown_and_one_that_is_silent_does_not() => Assert.Equal("memory 512", Of(
        "namespace Shop; public class F { public void Handle(string s) { } }",
        ("a/aws-lambda-tools-defaults.json", Described("TestProject::Shop.F::Handle", 60, 512)),
        ("b/aws-lambda-tools-defaults.json", Described("TestProject::Shop.F::Handle", 30, 512)),
        ("aws-lambda-tools-defaults.json", """{ "function-handler": "TestProject::Shop.F::Handle" }""")));

    [Theory]
    [InlineData("TestProject", "timeout 60, memory 512")]
    [InlineData("bootstrap", "timeout 60, memory 512")]
    [InlineData("Other", "")]
    public void An_executable_is_described_by_its_name(string handler, string facts) => Assert.Equal(facts, Of(
        "await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<string, string>(Handle).Build().RunAsync(); static string Handle(string s, ILambdaContext c) => s;",
        Microsoft.CodeAnalysis.OutputKind.ConsoleApplication, ("aws-lambda-tools-defaults.json", Described(handler, 60, 512))));

    [Theory]
    [InlineData("Handler = \"TestProject::Shop.F::Handle\", Timeout = Duration.Seconds(20), MemorySize = 256, SnapStart = SnapStartConf.ON_PUBLISHED_VERSIONS", "timeout 20, memory 256, snapstart True")]
    [InlineData("Handler = \"TestProject::\" + nameof(Shop) + \".F::Handle\", Timeout = Duration.Minutes(2)", "timeout 120")]
    [InlineData("Timeout = Duration.Minutes(2)", null)]
    [InlineData("Handler = \"Other::Shop.F::Handle\"", null)]
    public void A_stack_in_the_same_project_names_its_handlers(string props, string? facts)
    {
        var compilation = Probes.Compile("using Amazon.CDK; using Amazon.CDK.AWS.Lambda; namespace Shop { public class F { public void Handle(string s) { } } public static class Stack { public static FunctionProps Props() => new() { " + props + " }; } }", more: Rules.StandInReferences.Cdk);
        var roots = Probes.Model(compilation).Handlers(CancellationToken.None).Roots;

        Assert.Equal(facts, roots.SingleOrDefault() is { } root ? Text(root.Function) : null);
    }

    [Fact]
    public void A_signature_picks_an_overload()
    {
        var compilation = Probes.Compile("namespace Shop { public class F { public void Handle(string s) { } public void Handle(int n) { } } }");
        var roots = Probes.Model(compilation, ("aws-lambda-tools-defaults.json", Described("TestProject::Shop.F::System.Void Handle(System.Int32)", 60, 512))).Handlers(CancellationToken.None).Roots;

        Assert.Equal("n", Assert.Single(roots).Method!.Parameters[0].Name);
    }

    [Theory]
    [InlineData("TestProject::Shop.Outer+F::Handle", "namespace Shop { public class Outer { public class F { public void Handle(string s) { } } } }")]
    [InlineData("TestProject::Shop.F::Handle", "namespace Shop { public class F : Base; public class Base { public void Handle(string s) { } } }")]
    [InlineData("TestProject::Shop.F::Handle", "namespace Shop { public class F : Base<string>; public class Base<T> { public void Handle(T s) { } } }")]
    public void Nested_types_and_base_types_are_found(string handler, string source) => Assert.Equal("timeout 60, memory 512", Of(source, ("aws-lambda-tools-defaults.json", Described(handler, 60, 512))));

    internal const string Annotations = """
        using Amazon.Lambda.Annotations.APIGateway; using Amazon.Lambda.Annotations.SQS; using Amazon.Lambda.Annotations.SNS; using Amazon.Lambda.Annotations.S3;
        using Amazon.Lambda.Annotations.DynamoDB; using Amazon.Lambda.Annotations.Schedule; using Amazon.Lambda.Annotations.ALB;

        """;

    internal static string Described(string handler, int timeout, int memory) =>
        "{ \"function-handler\": \"" + handler + "\", \"function-timeout\": " + timeout + ", \"function-memory-size\": " + memory + " }";

    private static string Of(string source, params (string, string)[] files) => Of(source, Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, files);

    private static string Of(string source, Microsoft.CodeAnalysis.OutputKind kind, params (string, string)[] files) =>
        Text(Assert.Single(Probes.Model(Probes.Compile(source, kind), files).Handlers(CancellationToken.None).Roots).Function);

    internal static string Text(FunctionFacts facts)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        void Add(string name, object? value)
        {
            if (value is not null)
                parts.Add(name + " " + value);
        }

        Add("timeout", facts.TimeoutSeconds);
        Add("memory", facts.MemoryMegabytes);
        if (!facts.Triggers.IsEmpty || facts.PayloadFormat is not null)
            parts.Add((string.Join("+", facts.Triggers) + " " + facts.PayloadFormat).Trim());
        Add("snapstart", facts.SnapStart);
        Add("concurrent", facts.IsConcurrent);
        Add("batch", facts.BatchSize);
        Add("reports", facts.ReportsBatchItemFailures);
        return string.Join(", ", parts);
    }
}
