using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Permissions;

/// <summary>What an API may do by itself.</summary>
public sealed class IntegrationPermissionTests
{
    private static readonly Application Empty = Make.Application(
        machines: [Make.Machine(Make.Pass("Only"))],
        resources: [Make.Table(), new QueueResource("First", Make.At), new QueueResource("Second", Make.At), new BucketResource("Pictures", Make.At)]) with
    {
        RestApis = EquatableArray.Of(Make.RestApi()),
    };

    [Theory]
    [InlineData("sqs:SendMessage", "@First", "Allow sqs:SendMessage on ${First.Arn}")]
    [InlineData("dynamodb:GetItem", "@Items", "Allow dynamodb:GetItem on ${Items.Arn}")]
    [InlineData("dynamodb:TransactWriteItems", "@Items", "Allow dynamodb:ConditionCheckItem,dynamodb:DeleteItem,dynamodb:PutItem,dynamodb:UpdateItem on ${Items.Arn}")]
    [InlineData("s3:GetObject", "@Pictures/public/*", "Allow s3:GetObject on ${Pictures.Arn}/public/*")]
    [InlineData("s3:HeadObject", "@Pictures/public/*", "Allow s3:GetObject on ${Pictures.Arn}/public/*")]
    [InlineData("lambda:Invoke", "@Other", "Allow lambda:InvokeFunction on arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Other}")]
    [InlineData("appconfig:GetConfiguration", null, "Allow appconfig:GetConfiguration on *")]
    public void A_service_route_is_its_action_on_its_resource(string action, string? on, string expected) =>
        Assert.Equal([expected], StatementsOf(Make.Service(action, on)));

    [Theory]
    [InlineData(false, "Allow states:StartExecution on ${Flow.Arn}")]
    [InlineData(true, "Allow states:StartSyncExecution on ${Flow.Arn}")]
    public void A_route_that_starts_a_machine_may_start_that_one(bool isSynchronous, string expected) =>
        Assert.Equal([expected], StatementsOf(new ExecutionIntegration("Flow", isSynchronous)));

    [Fact]
    public void Another_web_service_and_a_fixed_answer_need_nothing()
    {
        var routes = new RouteIntegration[] { new HttpProxyIntegration(Make.Value("https://a.example"), null, default, null, null), new MockIntegration(null, "application/json") };

        Assert.Empty(StatementsOf(routes));
        Assert.DoesNotContain("ShopApiIntegrationRole", TemplateAccess.Render(With(routes)).Ids());
        Assert.DoesNotContain(ArtifactSet.Render(With(routes), default), static artifact => artifact.Path == "policies/ShopApi.json");
    }

    /// <summary>Sending to the first and reading the second must not become both on both.</summary>
    [Fact]
    public void Routes_do_not_lend_each_other_their_resources() =>
        Assert.Equal(
            ["Allow sqs:SendMessage on ${First.Arn}", "Allow sqs:ReceiveMessage on ${Second.Arn}"],
            StatementsOf(Make.Service("sqs:SendMessage", "@First"), Make.Service("sqs:ReceiveMessage", "@Second")));

    [Fact]
    public void Routes_of_another_API_are_not_its_own()
    {
        var application = Empty with
        {
            HttpApis = EquatableArray.Of(Make.Api("OtherApi")), IntegrationRoutes = EquatableArray.Of(Make.Integration("OtherApi", "GET", "/a", Make.Service("sqs:SendMessage", "@First"))),
        };

        Assert.Empty(IntegrationPermissions.Of(application, application.RestApis[0], new ReferenceResolver(application)));
        Assert.Single(IntegrationPermissions.Of(application, application.HttpApis[0], new ReferenceResolver(application)));
    }

    /// <summary>API Gateway sends neither account nor source when it assumes the role: with a condition every request would fail.</summary>
    [Fact]
    public void API_Gateway_alone_assumes_the_role_and_needs_no_condition()
    {
        var template = TemplateAccess.Render(With(Make.Service("sqs:SendMessage", "@First")));

        Assert.Equal(
            """[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]""",
            template.Text("Resources/ShopApiIntegrationRole/Properties/AssumeRolePolicyDocument/Statement"));
        Assert.Equal(
            """[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["First","Arn"]}}]""",
            template.Text("Resources/ShopApiIntegrationRole/Properties/Policies/0/PolicyDocument/Statement"));
        Assert.Equal("absent", template.Text("Resources/ShopApiIntegrationRole/Properties/ManagedPolicyArns"));
    }

    [Fact]
    public void The_file_of_an_API_says_what_its_role_does()
    {
        var file = Assert.Single(ArtifactSet.Render(With(Make.Service("sqs:SendMessage", "@First")), default), static artifact => artifact.Path == "policies/ShopApi.json");

        Assert.Contains("\"Resource\": \"${First.Arn}\"", file.Text, StringComparison.Ordinal);
    }

    private static Application With(params RouteIntegration[] integrations) => Empty with
    {
        IntegrationRoutes = integrations.Select(static (integration, index) => Make.Integration("ShopApi", "GET", "/r" + index, integration)).ToEquatableArray(),
    };

    private static IEnumerable<string> StatementsOf(params RouteIntegration[] integrations)
    {
        var application = With(integrations);
        return IntegrationPermissions.Of(application, application.RestApis[0], new ReferenceResolver(application)).Select(StatementText.Of);
    }
}
