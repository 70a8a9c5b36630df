using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class WebSocketApiTests
{
    private static readonly Function Chat = Make.Function("Chat") with
    {
        WebSocketRoutes = EquatableArray.Of(Make.Message("send") with { Responds = true, OperationName = "Chat_Send" }, Make.Message("connect"), Make.Message("$connect"), Make.Message("$disconnect")),
    };

    [Fact]
    public void Every_route_leads_to_its_function()
    {
        var template = Render(Make.WebSocketApi(), Chat, Make.Function("Other") with { WebSocketRoutes = EquatableArray.Of(Make.Message("$default")) });

        Assert.Equal(
            """{"ApiId":{"Ref":"ChatApi"},"RouteKey":"send","OperationName":"Chat_Send","Target":{"Fn::Sub":"integrations/${ChatApiChatIntegration}"},"RouteResponseSelectionExpression":"$default"}""",
            template.Text("Resources/ChatApiSendRoute/Properties"));
        Assert.Equal("""{"ApiId":{"Ref":"ChatApi"},"RouteId":{"Ref":"ChatApiSendRoute"},"RouteResponseKey":"$default"}""", template.Text("Resources/ChatApiSendRouteResponse/Properties"));
        Assert.Equal("""{"Fn::Sub":"integrations/${ChatApiOtherIntegration}"}""", template.Text("Resources/ChatApiDefaultRoute/Properties/Target"));
        Assert.Equal(
            """{"ApiId":{"Ref":"ChatApi"},"IntegrationType":"AWS_PROXY","IntegrationMethod":"POST","IntegrationUri":{"Fn::Sub":"arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Chat.Arn}/invocations"}}""",
            template.Text("Resources/ChatApiChatIntegration/Properties"));
        Assert.Equal("\"$connect\"", template.Text("Resources/ChatApiConnectRoute/Properties/RouteKey"));
        Assert.Equal("\"connect\"", template.Text("Resources/ChatApiConnect2Route/Properties/RouteKey"));
    }

    [Fact]
    public void The_stage_deploys_itself_after_every_route()
    {
        var template = Render(Make.WebSocketApi(), Chat);

        Assert.Equal(
            """["ChatApiConnectRoute","ChatApiDisconnectRoute","ChatApiConnect2Route","ChatApiSendRoute","ChatApiSendRouteResponse","ApiGatewayLogging"]""",
            template.Text("Resources/ChatApiStage/DependsOn"));
        Assert.Equal("true", template.Text("Resources/ChatApiStage/Properties/AutoDeploy"));
        Assert.Equal("""{"ThrottlingRateLimit":100,"ThrottlingBurstLimit":200,"DataTraceEnabled":false}""", template.Text("Resources/ChatApiStage/Properties/DefaultRouteSettings"));
        Assert.Contains("$context.connectionId", template.Text("Resources/ChatApiStage/Properties/AccessLogSettings/Format"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_connects_is_asked_and_nobody_later()
    {
        var function = Make.Function("Chat") with
        {
            WebSocketRoutes = EquatableArray.Of(Make.Message("$connect") with { Authorization = Make.By("Decide") }, Make.Message("send") with { Authorization = Make.By("Decide") }),
        };
        var template = Render(
            Make.WebSocketApi() with { Authorizers = EquatableArray.Of(Make.LambdaAuthorizer("Decide", "$request.header.X-Key", "$request.querystring.key", "$stageVariables.x", "$context.stage")) }, function);

        Assert.Equal("\"CUSTOM\"", template.Text("Resources/ChatApiConnectRoute/Properties/AuthorizationType"));
        Assert.Equal("""{"Ref":"ChatApiDecideAuthorizer"}""", template.Text("Resources/ChatApiConnectRoute/Properties/AuthorizerId"));
        Assert.Equal("absent", template.Text("Resources/ChatApiSendRoute/Properties/AuthorizationType"));
        Assert.Equal(
            """["route.request.header.X-Key","route.request.querystring.key","stageVariables.x","context.stage"]""", template.Text("Resources/ChatApiDecideAuthorizer/Properties/IdentitySource"));
    }

    [Theory]
    [InlineData(true, "AWS_IAM")]
    [InlineData(false, "NONE")]
    public void A_connection_is_signed_or_open(bool isSigned, string expected)
    {
        var route = Make.Message("$connect") with { Authorization = isSigned ? Make.Iam : RouteAuthorization.Public };

        Assert.Equal($"\"{expected}\"", Render(Make.WebSocketApi(), Make.Function() with { WebSocketRoutes = EquatableArray.Of(route) }).Text("Resources/ChatApiConnectRoute/Properties/AuthorizationType"));
    }

    [Fact]
    public void Both_addresses_are_outputs()
    {
        var template = Render(Make.WebSocketApi());

        Assert.Equal("""{"Fn::Sub":"wss://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"}""", template.Text("Outputs/ChatApiUrl/Value"));
        Assert.Equal("""{"Fn::Sub":"https://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"}""", template.Text("Outputs/ChatApiManagementUrl/Value"));
    }

    [Fact]
    public void A_function_that_pushes_may_do_so_on_its_API_and_is_told_where()
    {
        var template = Render(Make.WebSocketApi(), Make.Function("Chat") with { PushesTo = "ChatApi" }, Make.Function("Other"));

        Assert.Equal(
            """{"Effect":"Allow","Action":"execute-api:ManageConnections","Resource":{"Fn::Sub":"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${ChatApi}/live/*/@connections/*"}}""",
            template.Text("Resources/ChatRole/Properties/Policies/0/PolicyDocument/Statement/0"));
        Assert.Equal(
            """{"SERVERLESS_WEBSOCKET_ENDPOINT":{"Fn::Sub":"https://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"}}""",
            template.Text("Resources/Chat/Properties/Environment/Variables"));
        Assert.Equal("absent", template.Text("Resources/Other/Properties/Environment"));
        Assert.DoesNotContain("ManageConnections", template.Text("Resources/OtherRole"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_that_the_user_names_stays()
    {
        var function = Make.Function("Chat") with { PushesTo = "ChatApi", Environment = EquatableArray.Of(new EnvironmentVariable("SERVERLESS_WEBSOCKET_ENDPOINT", Make.Value("https://own.example"))) };

        Assert.Equal("""{"SERVERLESS_WEBSOCKET_ENDPOINT":"https://own.example"}""", Render(Make.WebSocketApi(), function).Text("Resources/Chat/Properties/Environment/Variables"));
    }

    [Fact]
    public void Where_only_the_domain_is_reachable_messages_are_pushed_there()
    {
        var api = Make.WebSocketApi() with
        {
            DisableExecuteApiEndpoint = true,
            Domain = new DomainSettings { Name = Make.Value("chat.example"), Certificate = Make.Value("arn:aws:acm:eu-west-1:123456789012:certificate/1"), BasePath = "talk", HostedZone = Make.Value("Z1") },
        };
        var template = Render(api, Make.Function("Chat") with { PushesTo = "ChatApi" });

        Assert.Equal("""{"SERVERLESS_WEBSOCKET_ENDPOINT":{"Fn::Sub":"https://chat.example/talk"}}""", template.Text("Resources/Chat/Properties/Environment/Variables"));
        Assert.Equal("""{"Fn::Sub":"wss://chat.example/talk"}""", template.Text("Outputs/ChatApiUrl/Value"));
        Assert.Equal("""{"ApiId":{"Ref":"ChatApi"},"DomainName":{"Ref":"ChatApiDomain"},"Stage":{"Ref":"ChatApiStage"},"ApiMappingKey":"talk"}""", template.Text("Resources/ChatApiMapping/Properties"));
        Assert.Equal("""{"DNSName":{"Fn::GetAtt":["ChatApiDomain","RegionalDomainName"]},"HostedZoneId":{"Fn::GetAtt":["ChatApiDomain","RegionalHostedZoneId"]}}""", template.Text("Resources/ChatApiRecords/Properties/AliasTarget"));
    }

    private static JsonObject Render(WebSocketApi api, params Function[] functions) =>
        TemplateAccess.Render(Make.Application(functions) with { WebSocketApis = EquatableArray.Of(api) });
}
