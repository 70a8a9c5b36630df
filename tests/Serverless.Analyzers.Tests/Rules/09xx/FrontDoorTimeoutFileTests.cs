using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class FrontDoorTimeoutFileTests
{
    private static Task Check(string properties, string resources = "") => FileRuleTests.Check<FrontDoorTimeoutFileRule>("template.yaml", FileRuleTests.Sam("Handler: x\n" + properties, resources));

    [Theory]
    [InlineData("Timeout: {|SVLS0901:60|}\nEvents: {E: {Type: HttpApi}}", "")]
    [InlineData("Timeout: {|SVLS0901:31|}\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get}}}", "")]
    [InlineData("Timeout: {|SVLS0901:'900'|}\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get}}, H: {Type: HttpApi, Properties: {Path: /, Method: get}}}", "")]
    [InlineData("Timeout: {|SVLS0901:90|}\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get, TimeoutInMillis: 60000}}}", "")]
    [InlineData("Timeout: {|SVLS0901:60|}", "M: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref A, IntegrationUri: !GetAtt F.Arn, PayloadFormatVersion: '2.0'}}\nA: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}")]
    [InlineData("Timeout: {|SVLS0901:60|}", "M: {Type: AWS::ApiGateway::Method, Properties: {Integration: {Type: AWS_PROXY, Uri: !GetAtt F.Arn}}}")]
    public Task A_function_that_outlives_its_api_is_flagged(string properties, string resources) => Check(properties, resources);

    [Theory]
    [InlineData("Timeout: 30\nEvents: {E: {Type: HttpApi}}", "")]
    [InlineData("Timeout: 30\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get}}}", "")]
    [InlineData("Timeout: !Ref T\nEvents: {E: {Type: HttpApi}}", "")]
    [InlineData("Events: {E: {Type: HttpApi}}", "")]
    [InlineData("Timeout: 60\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get, TimeoutInMillis: 60000}}}", "")]
    [InlineData("Timeout: 60\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get, TimeoutInMillis: !Ref T}}}", "")]
    [InlineData("Timeout: 60\nEvents: {E: {Type: Api, Properties: {Path: /, Method: get, ResponseTransferMode: STREAM}}}", "")]
    [InlineData("Timeout: 60\nEvents: {E: {Type: HttpApi}, S: {Type: SQS, Properties: {Queue: q}}}", "")]
    [InlineData("Timeout: 60\nFunctionUrlConfig: {AuthType: AWS_IAM}\nEvents: {E: {Type: HttpApi}}", "")]
    [InlineData("Timeout: 60\nEvents: {E: {Type: HttpApi}}", "P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Principal: sns.amazonaws.com}}")]
    [InlineData("Timeout: 60", "A: {Type: AWS::Serverless::Api, Properties: {DefinitionBody: {x: !Sub '${F.Arn}'}}}")]
    [InlineData("Timeout: 60", "")]
    public Task Shorter_ones_raised_limits_and_other_sources_are_not(string properties, string resources) => Check(properties, resources);

    [Fact]
    public Task A_timeout_of_the_globals_is_reported_at_the_function() => FileRuleTests.Check<FrontDoorTimeoutFileRule>(
        "template.yaml", "Globals: {Function: {Timeout: 60}}\nResources:\n  Slow: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: HttpApi}}}}\n  Worker: {Type: AWS::Serverless::Function}\n",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(ApiGatewayRules.TimeoutBeyondFrontDoor).WithSpan("template.yaml", 3, 3, 3, 7).WithArguments(60, "the HTTP API", "30 seconds")));

    [Fact]
    public Task What_Annotations_writes_is_not() => FileRuleTests.Check<FrontDoorTimeoutFileRule>(
        "serverless.template",
        """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Metadata": { "Tool": "Amazon.Lambda.Annotations" }, "Properties": { "Timeout": 60, "Events": { "E": { "Type": "HttpApi" } } } } } }""");
}
