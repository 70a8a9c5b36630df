using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class PublicEndpointFileTests
{
    private const string Api = "Api:\n  Type: AWS::Serverless::HttpApi\n  Properties: {Auth: {Authorizers: {Jwt: {IdentitySource: x}}}}";

    private static Task Check(string properties, string resources = "") => FileRuleTests.Check<PublicEndpointFileRule>("template.yaml", FileRuleTests.Sam("Handler: x\n" + properties, resources));

    [Theory]
    [InlineData("FunctionUrlConfig: {AuthType: {|SVLS0906:NONE|}}", "")]
    [InlineData("FunctionUrlConfig:\n  AuthType: {|SVLS0906:'NONE'|}\n  Cors: {}", "")]
    [InlineData("", "Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref F, AuthType: {|SVLS0906:NONE|}}}")]
    [InlineData("Events: {{|SVLS0906:Get|}: {Type: HttpApi, Properties: {Path: /x, Method: get, ApiId: !Ref Api}}}", Api)]
    [InlineData("Events: {{|SVLS0906:Get|}: {Type: Api, Properties: {Path: /x, Method: get, RestApiId: !Ref Rest}}}", "Rest: {Type: AWS::Serverless::Api, Properties: {StageName: p, Auth: {Authorizers: {A: {UserPoolArn: x}}}}}")]
    public Task An_endpoint_for_anyone_is_flagged(string properties, string resources) => Check(properties, resources);

    [Theory]
    [InlineData("FunctionUrlConfig: {AuthType: AWS_IAM}", "")]
    [InlineData("FunctionUrlConfig: {AuthType: !Ref Auth}", "")]
    [InlineData("FunctionUrlConfig: !If [C, {AuthType: NONE}, {AuthType: AWS_IAM}]", "")]
    [InlineData("", "Webhook: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref F, AuthType: NONE}}")]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /x, Method: get, ApiId: !Ref Api, Auth: {Authorizer: Jwt}}}}", Api)]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /x, Method: get, ApiId: !Ref Api, Auth: {Authorizer: NONE}}}}", Api)]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /health, Method: get, ApiId: !Ref Api}}}", Api)]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /x, Method: OPTIONS, ApiId: !Ref Api}}}", Api)]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /x, Method: get}}}", "")]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /x, Method: get, ApiId: !Ref Elsewhere}}}", Api)]
    [InlineData("Events: {Get: {Type: HttpApi, Properties: {Path: /x, Method: get, ApiId: !Ref D}}}", "D: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {DefaultAuthorizer: Jwt, Authorizers: {Jwt: {}}}}}")]
    [InlineData("Events: {Get: {Type: Api, Properties: {Path: /x, Method: get, RestApiId: !Ref Rest}}}", "Rest: {Type: AWS::Serverless::Api, Properties: {Auth: {ApiKeyRequired: true, Authorizers: {A: {}}}}}")]
    [InlineData("Events: {Q: {Type: SQS, Properties: {Queue: q}}}", Api)]
    public Task Guarded_meant_for_all_and_unknown_are_not(string properties, string resources) => Check(properties, resources);

    [Fact]
    public Task What_Annotations_writes_is_not() => FileRuleTests.Check<PublicEndpointFileRule>(
        "serverless.template",
        """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Metadata": { "Tool": "Amazon.Lambda.Annotations" }, "Properties": { "FunctionUrlConfig": { "AuthType": "NONE" } } } } }""");

    [Fact]
    public Task The_message_names_the_function() => FileRuleTests.Check<PublicEndpointFileRule>(
        "template.yaml", "Resources:\n  Shop: {Type: AWS::Serverless::Function, Properties: {FunctionUrlConfig: {AuthType: NONE}}}\n",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(ApiGatewayRules.PublicEndpoint).WithSpan("template.yaml", 2, 86, 2, 90)
            .WithArguments("The URL of 'Shop'", "it asks for no authorization; set AuthType to AWS_IAM")));
}
