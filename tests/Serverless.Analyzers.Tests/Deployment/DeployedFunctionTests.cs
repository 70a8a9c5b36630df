using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Tests.Deployment;

/// <summary>What templates say of functions: literal values, and nothing that is computed when the stack is made.</summary>
public sealed class DeployedFunctionTests
{
    internal sealed class File(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private static ImmutableArray<DeployedFunction> Read(string text, string path = "template.yaml") =>
        DeploymentDescription.Read(new AnalyzerOptions([new File(path, text.ReplaceLineEndings("\n"))]), CancellationToken.None).Functions;

    private static DeployedFunction One(string properties, string rest = "") => Read($"""
        Transform: AWS::Serverless-2016-10-31
        Globals:
          Function:
            Timeout: 10
            Environment:
              Variables:
                ALL: x
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Handler: A::B::C
              {properties.ReplaceLineEndings("\n      ")}
        {rest.ReplaceLineEndings("\n")}
        """)[0];

    [Fact]
    public void Globals_hold_where_the_function_is_silent()
    {
        var function = One("MemorySize: '512'\nEnvironment:\n  Variables: {TABLE: !Ref T}");
        Assert.Equal(10, function.Facts.TimeoutSeconds);
        Assert.Equal(512, function.Facts.MemoryMegabytes);
        Assert.Equal(["ALL", "TABLE"], function.Facts.Environment!.Order(StringComparer.Ordinal));
        Assert.False(function.Facts.SnapStart);
        Assert.False(function.Facts.IsConcurrent);
        Assert.Equal("F", function.LogicalId);
        Assert.Equal("A::B::C", function.File.Text.ToString().Substring(function.HandlerNode!.Start, function.HandlerNode.Length));
    }

    [Fact]
    public void What_is_computed_is_unknown()
    {
        var function = One("Timeout: !Ref Seconds\nMemorySize: !If [Big, 1024, 128]\nSnapStart: !Ref S\nCapacityProviderConfig: !Ref P\nEnvironment:\n  Variables: !If [C, {A: 1}, {}]");
        Assert.Null(function.Facts.TimeoutSeconds);
        Assert.Null(function.Facts.MemoryMegabytes);
        Assert.Null(function.Facts.SnapStart);
        Assert.Null(function.Facts.IsConcurrent);
        Assert.Null(function.Facts.Environment);
    }

    [Theory]
    [InlineData("Fn::Transform: {Name: 'AWS::Include'}", "")]
    [InlineData("PackageType: Image", "")]
    [InlineData("Environment: !Ref E", "")]
    [InlineData("Environment: {Variables: {'Fn::Transform': {Name: x}}}", "")]
    public void The_variables_are_unknown_when_others_may_be_added(string properties, string rest) => Assert.Null(One(properties, rest).Facts.Environment);

    [Fact]
    public void A_macro_may_add_anything() => Assert.Null(Read("""
        Transform: [AWS::Serverless-2016-10-31, MyMacro]
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties: {Handler: 'A::B::C'}
        """)[0].Facts.Environment);

    [Theory]
    [InlineData("SnapStart: {ApplyOn: PublishedVersions}", true)]
    [InlineData("SnapStart: {ApplyOn: None}", false)]
    [InlineData("SnapStart: {ApplyOn: !Ref X}", null)]
    [InlineData("", false)]
    public void SnapStart_is_known(string properties, bool? expected) => Assert.Equal(expected, One(properties).Facts.SnapStart);

    [Theory]
    [InlineData("CapacityProviderConfig: {Arn: !GetAtt P.Arn}", true)]
    [InlineData("CapacityProviderConfig: {Arn: x, PerExecutionEnvironmentMaxConcurrency: 16}", true)]
    [InlineData("CapacityProviderConfig: {Arn: x, PerExecutionEnvironmentMaxConcurrency: 1}", false)]
    [InlineData("CapacityProviderConfig: {LambdaManagedInstancesCapacityProviderConfig: {CapacityProviderArn: x, PerExecutionEnvironmentMaxConcurrency: 1}}", false)]
    [InlineData("CapacityProviderConfig: {Arn: x, PerExecutionEnvironmentMaxConcurrency: !Ref N}", null)]
    public void A_capacity_provider_makes_it_concurrent(string properties, bool? expected) => Assert.Equal(expected, One(properties).Facts.IsConcurrent);

    [Theory]
    [InlineData("{Type: Api, Properties: {Path: /, Method: get}}", "RestApi", "1.0")]
    [InlineData("{Type: HttpApi}", "HttpApi", "2.0")]
    [InlineData("{Type: HttpApi, Properties: {Path: /, Method: get, PayloadFormatVersion: '1.0'}}", "HttpApi", "1.0")]
    [InlineData("{Type: HttpApi, Properties: {Path: /, Method: get, ApiId: !Ref Unknown}}", "HttpApi", null)]
    [InlineData("{Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}", "Sqs", null)]
    [InlineData("{Type: SNS, Properties: {Topic: !Ref T}}", "Sns", null)]
    [InlineData("{Type: SNS, Properties: {Topic: !Ref T, SqsSubscription: true}}", "Sqs", null)]
    [InlineData("{Type: SNS, Properties: {Topic: !Ref T, SqsSubscription: false}}", "Sns", null)]
    [InlineData("{Type: S3, Properties: {Bucket: !Ref B, Events: 's3:ObjectCreated:*'}}", "S3", null)]
    [InlineData("{Type: Kinesis}", "Kinesis", null)]
    [InlineData("{Type: DynamoDB}", "DynamoDbStream", null)]
    [InlineData("{Type: MSK}", "Kafka", null)]
    [InlineData("{Type: SelfManagedKafka}", "Kafka", null)]
    [InlineData("{Type: Schedule, Properties: {Schedule: rate(1 day)}}", "Schedule", null)]
    [InlineData("{Type: ScheduleV2}", "Schedule", null)]
    [InlineData("{Type: EventBridgeRule}", "EventBridge", null)]
    [InlineData("{Type: CloudWatchEvent}", "EventBridge", null)]
    [InlineData("{Type: Cognito}", "Other", null)]
    public void Events_are_triggers(string @event, string kind, string? payload)
    {
        var function = One($"Events:\n  E: {@event}");
        Assert.Equal(Enum.Parse<TriggerKind>(kind), Assert.Single(function.Facts.Triggers));
        Assert.Equal(payload, function.Facts.PayloadFormat);
        Assert.False(function.HasUnknownTriggers);
    }

    [Fact]
    public void Batches_report_when_every_source_says_so()
    {
        Assert.True(One("Events:\n  E: {Type: SQS, Properties: {Queue: q, BatchSize: 5, FunctionResponseTypes: [ReportBatchItemFailures]}}").Facts.ReportsBatchItemFailures);
        Assert.Equal(5, One("Events:\n  E: {Type: SQS, Properties: {Queue: q, BatchSize: 5}}").Facts.BatchSize);
        Assert.False(One("Events:\n  E: {Type: SQS, Properties: {Queue: q}}").Facts.ReportsBatchItemFailures);
        Assert.Null(One("Events:\n  E: {Type: SQS, Properties: {Queue: q, FunctionResponseTypes: !Ref X}}").Facts.ReportsBatchItemFailures);
        Assert.Null(One("").Facts.ReportsBatchItemFailures);
    }

    [Theory]
    [InlineData("M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt Q.Arn}}", "Sqs")]
    [InlineData("M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !GetAtt F.Arn, EventSourceArn: 'arn:aws:kinesis:eu-west-1:1:stream/x'}}", "Kinesis")]
    [InlineData("M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, SelfManagedEventSource: {}}}", "Kafka")]
    [InlineData("M: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref A, AuthType: NONE}}", "FunctionUrl")]
    [InlineData("M: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Http, IntegrationUri: !Sub 'arn:${AWS::Region}:functions/${F.Arn}/invocations', PayloadFormatVersion: '2.0'}}", "HttpApi")]
    [InlineData("M: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Ws, IntegrationUri: !Sub 'arn:functions/${F.Arn}'}}", "WebSocketApi")]
    [InlineData("M: {Type: AWS::ApiGateway::Method, Properties: {Integration: {Type: AWS_PROXY, Uri: !Join ['', [x, !GetAtt F.Arn]]}}}", "RestApi")]
    [InlineData("M: {Type: AWS::SNS::Subscription, Properties: {Protocol: lambda, Endpoint: !GetAtt F.Arn, TopicArn: !Ref T}}", "Sns")]
    [InlineData("M: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: x, Function: !GetAtt F.Arn}]}}}", "S3")]
    [InlineData("M: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Arn: !GetAtt F.Arn}]}}", "Schedule")]
    [InlineData("M: {Type: AWS::Events::Rule, Properties: {EventPattern: {}, Targets: [{Arn: !GetAtt F.Arn}]}}", "EventBridge")]
    [InlineData("M: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionSubstitutions: {F: !GetAtt F.Arn}}}", "StepFunctions")]
    public void Resources_beside_the_function_invoke_it(string resource, string kind)
    {
        var function = Read($$$"""
            Resources:
              {{{resource}}}
              A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F}}
              Q: {Type: AWS::SQS::Queue}
              Http: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}
              Ws: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET}}
              F: {Type: AWS::Lambda::Function, Properties: {Handler: 'A::B::C'}}
            """)[0];
        Assert.Equal(Enum.Parse<TriggerKind>(kind), Assert.Single(function.Facts.Triggers));
        Assert.Equal("M", function.Triggers[0].Name);
    }

    [Fact]
    public void A_permission_without_its_connection_leaves_the_triggers_unknown()
    {
        const string Permission = "  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Principal: sns.amazonaws.com}}";
        Assert.True(One("", Permission).HasUnknownTriggers);
        Assert.False(One("", Permission + "\n  S: {Type: AWS::SNS::Subscription, Properties: {Protocol: lambda, Endpoint: !GetAtt F.Arn}}").HasUnknownTriggers);
    }

    [Fact]
    public void The_tools_defaults_are_one_function()
    {
        var function = Read("""{ "function-handler": "A::B::C", "function-timeout": 20, "function-memory-size": 256, "function-runtime": "dotnet8" }""", "src/aws-lambda-tools-defaults.json")[0];
        Assert.Equal((20, 256, "dotnet8"), (function.Facts.TimeoutSeconds, function.Facts.MemoryMegabytes, function.Runtime));
        Assert.Null(function.Facts.Environment);
    }

    [Fact]
    public void An_image_names_its_handler_in_its_command() =>
        Assert.Equal("A::B::D", Read("Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {PackageType: Image, ImageConfig: {Command: ['A::B::D']}}}")[0].Handler);

    [Fact]
    public void Annotations_marks_what_it_writes() =>
        Assert.True(Read("""{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Metadata": { "Tool": "Amazon.Lambda.Annotations" }, "Properties": { "Handler": "A::N.B_C_Generated::C" } } } }""", "serverless.template")[0] is { IsFromAnnotations: true, Parts.Wrapped: ("N.B", "C") });

    [Theory]
    [InlineData("infra/orders.template.yaml", true)]
    [InlineData("TEMPLATE.YML", true)]
    [InlineData("serverless.template", true)]
    [InlineData("mytemplate.yaml", false)]
    [InlineData("docker-compose.yaml", false)]
    public void Names_say_which_files_are_templates(string path, bool expected) =>
        Assert.Equal(expected, !Read("Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Handler: x}}", path).IsEmpty);

    [Theory]
    [InlineData("infra/stack.yaml", "Template", 1)]
    [InlineData("template.yaml", "", 1)]
    [InlineData("template.yaml", "Fragment", 0)]
    [InlineData("template.yaml", "StateMachine", 0)]
    [InlineData("stack.yaml", "", 0)]
    public void The_role_that_a_project_gives_a_file_counts_more_than_its_name(string path, string role, int functions)
    {
        var options = new AnalyzerOptions([new File(path, "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Handler: x}}")], new Roles(role));
        Assert.Equal(functions, DeploymentDescription.Read(options, CancellationToken.None).Functions.Length);
    }

    [Fact]
    public void A_text_is_read_once()
    {
        var options = new AnalyzerOptions([new File("template.yaml", "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Handler: x}}")]);
        Assert.Same(DeploymentDescription.Read(options, CancellationToken.None).Functions[0], DeploymentDescription.Read(options, CancellationToken.None).Functions[0]);
    }

    /// <summary>What the package's targets attach to an item, as the compiler hands it on.</summary>
    private sealed class Roles(string role) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(role);

        private sealed class Values(string? role) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_metadata.AdditionalFiles.ServerlessRole" ? role : null;
                return value is not null;
            }
        }
    }
}
