using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class ApiLogRoleTests
{
    [Fact]
    public void An_API_that_logs_under_the_accounts_role_has_it_made_once()
    {
        var template = TemplateAccess.Render(Make.Application() with { RestApis = EquatableArray.Of(Make.RestApi()), WebSocketApis = EquatableArray.Of(Make.WebSocketApi()) });

        Assert.Equal("""["true","false"]""", template.Text("Parameters/CreateApiGatewayLogRole/AllowedValues"));
        Assert.Equal("\"true\"", template.Text("Parameters/CreateApiGatewayLogRole/Default"));
        Assert.Equal("""{"CreatesApiGatewayLogRole":{"Fn::Equals":[{"Ref":"CreateApiGatewayLogRole"},"true"]}}""", template.Text("Conditions"));
        foreach (var id in new[] { "ApiGatewayLogRole", "ApiGatewayAccount" })
        {
            Assert.Equal("\"CreatesApiGatewayLogRole\"", template.Text($"Resources/{id}/Condition"));
            Assert.Equal("\"Retain\"", template.Text($"Resources/{id}/DeletionPolicy"));
            Assert.Equal("\"Retain\"", template.Text($"Resources/{id}/UpdateReplacePolicy"));
        }

        Assert.Equal("""[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"}]""", template.Text("Resources/ApiGatewayLogRole/Properties/ManagedPolicyArns"));
        Assert.Equal("\"ShopApi\"", template.Text("Resources/ApiGatewayAccount/DependsOn"));
        Assert.Equal("absent", template.Text("Resources/ShopApi/DependsOn"));
        Assert.Equal("\"ApiGatewayLogging\"", template.Text("Resources/ShopApiLogs/DependsOn"));
        Assert.Contains("\"ApiGatewayLogging\"", template.Text("Resources/ChatApiStage/DependsOn"), StringComparison.Ordinal);
        Assert.Equal("""{"Fn::If":["CreatesApiGatewayLogRole",{"Ref":"ApiGatewayAccount"},""]}""", template.Text("Resources/ApiGatewayLogging/Metadata/After"));
    }

    [Fact]
    public void Without_logs_nothing_of_the_account_is_touched()
    {
        var application = Make.Application(apis: [Make.Api()]) with
        {
            RestApis = EquatableArray.Of(Make.RestApi() with { AccessLogs = false }), WebSocketApis = EquatableArray.Of(Make.WebSocketApi() with { AccessLogs = false }),
        };
        var template = TemplateAccess.Render(application);

        Assert.DoesNotContain(template.Ids(), static id => id.StartsWith("ApiGateway", StringComparison.Ordinal));
        Assert.Equal("absent", template.Text("Parameters"));
        Assert.Equal("absent", template.Text("Conditions"));
        Assert.Equal("absent", template.Text("Resources/ShopApi/DependsOn"));
    }

    [Fact]
    public void An_API_of_execution_logs_alone_waits_itself_and_comes_second()
    {
        var alone = Make.RestApi() with { AccessLogs = false, ExecutionLogs = ApiExecutionLogs.Error };
        var template = TemplateAccess.Render(Make.Application() with { RestApis = EquatableArray.Of(alone), WebSocketApis = EquatableArray.Of(Make.WebSocketApi()) });

        Assert.Equal("\"ApiGatewayLogging\"", template.Text("Resources/ShopApi/DependsOn"));
        Assert.Equal("\"ChatApi\"", template.Text("Resources/ApiGatewayAccount/DependsOn"));
        Assert.Equal("absent", TemplateAccess.Render(Make.Application() with { RestApis = EquatableArray.Of(alone) }).Text("Resources/ApiGatewayAccount/DependsOn"));
    }

    [Fact]
    public void Execution_logs_need_the_role_alone_too()
    {
        Assert.True(ApiLogRole.IsNeeded(Make.RestApi() with { AccessLogs = false, ExecutionLogs = ApiExecutionLogs.Error }));
        Assert.True(ApiLogRole.IsNeeded(Make.WebSocketApi() with { AccessLogs = false, ExecutionLogs = ApiExecutionLogs.Info }));
        Assert.False(ApiLogRole.IsNeeded(Make.Api()));
    }
}
