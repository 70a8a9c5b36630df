using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Apis;

/// <summary>Routes that no function answers: proxies, services, mocks and executions. SVLS2205.</summary>
public sealed class IntegrationRouteTests
{
    [Fact]
    public void Each_kind_of_route_becomes_its_integration()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            using Serverless.StepFunctions;
            [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
            [assembly: QueueResource("Shipments"), TemplateParameter("Listener"), TemplateParameter("Link")]
            [assembly: HttpProxy("GET /rates/{id}", "https://rates.example/v1/{id}", Method = "GET", Parameters = ["overwrite:header.x-tenant=$context.authorizer.tenant", "remove:querystring.debug"], TimeoutMilliseconds = 500)]
            [assembly: HttpProxy("ANY /inside/{path+}", "@Listener", VpcLink = "@Link", TlsServerName = "inside.example")]
            [assembly: ServiceRoute("POST /shipments", "sqs:sendMessage", On = "@Shipments", Parameters = ["MessageBody=$request.body"], Authorizer = Authorizers.None, OperationId = "Ship")]
            namespace Shop;
            [ServerlessRestApi, MockRoute("GET /health", StatusCode = 503, Body = "{}", ContentType = "text/plain")] public sealed class Admin;
            [StateMachine(Type = WorkflowType.Express), HttpRoute("POST /sum")] public sealed class Sum { [TaskState] public int Add(int number) => number; }
            """));

        var routes = application.IntegrationRoutes.ToDictionary(static r => r.RouteKey);
        Assert.Equal(
            new HttpProxyIntegration(
                AwsValue.Literal("https://rates.example/v1/{id}"), "GET",
                EquatableArray.Of(new ParameterMapping("overwrite:header.x-tenant", AwsValue.Literal("$context.authorizer.tenant")), new ParameterMapping("remove:querystring.debug", AwsValue.Literal(""))), null, null),
            routes["GET /rates/{id}"].Integration);
        Assert.Equal((500, AuthorizationKind.Iam, "GetRatesId"), (routes["GET /rates/{id}"].TimeoutMilliseconds, routes["GET /rates/{id}"].Authorization.Kind, routes["GET /rates/{id}"].OperationId));
        Assert.Equal(new HttpProxyIntegration(AwsValue.Reference("Listener"), null, default, AwsValue.Reference("Link"), "inside.example"), routes["ANY /inside/{path+}"].Integration);
        Assert.Equal(
            new ServiceIntegration("sqs", "SendMessage", AwsValue.Reference("Shipments"), EquatableArray.Of(new ParameterMapping("QueueUrl", AwsValue.Reference("Shipments")), new ParameterMapping("MessageBody", AwsValue.Literal("$request.body")))),
            routes["POST /shipments"].Integration);
        Assert.Equal("Ship", routes["POST /shipments"].OperationId);
        Assert.Equal(new MockIntegration("{}", "text/plain"), routes["GET /health"].Integration);
        Assert.Equal(("AdminApi", 503), (routes["GET /health"].Api, routes["GET /health"].StatusCode));
        Assert.Equal(new ExecutionIntegration("Sum", IsSynchronous: true), routes["POST /sum"].Integration);
        Assert.Equal("Sum_PostSum", routes["POST /sum"].OperationId);
        Assert.Empty(application.Faults);
    }

    [Fact]
    public void The_parameter_that_names_the_resource_is_what_the_role_may_touch()
    {
        var route = Assert.Single(GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            [assembly: ServerlessRestApi]
            [assembly: TableResource("OrdersTable", "id")]
            [assembly: ServiceRoute("GET /orders/{id}", "dynamodb:getItem", Parameters = ["TableName=@OrdersTable", "Key.id.S=$request.path.id"])]
            """)).IntegrationRoutes);

        Assert.Equal(AwsValue.Reference("OrdersTable"), Assert.IsType<ServiceIntegration>(route.Integration).On);
    }

    [Fact]
    public Task What_the_service_would_refuse_is_reported_where_it_stands() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi]
        [assembly: QueueResource("Q"), BucketResource("B")]
        [assembly: ServiceRoute("POST /a", {|SVLS2205:"sqs:sendMessag"|}, On = "@Q")]
        [assembly: ServiceRoute("POST /b", {|SVLS2205:"dynamodb:getItem"|})]
        [assembly: ServiceRoute("POST /c", {|SVLS2205:"sqs"|})]
        [assembly: ServiceRoute("POST /d", {|SVLS2205:"sqs:sendMessage"|}, On = "@Q")]
        [assembly: ServiceRoute("POST /e", "sqs:sendMessage", On = "@Q", Parameters = ["MessageBody=$request.body", {|SVLS2205:"Delay=1"|}])]
        [assembly: ServiceRoute("POST /f", {|SVLS2205:{|SVLS2403:"sqs:purgeQueue"|}|})]
        [assembly: ServiceRoute("POST /g", "sqs:sendMessage", On = "@Q", Parameters = [{|SVLS2005:"MessageBody"|}, "MessageBody=$request.body", {|SVLS2005:"MessageBody=b"|}])]
        [assembly: ServiceRoute("POST /h", "events:putEvents", Parameters = ["Detail=$request.body", "DetailType='order'", "Source='shop'"], On = "arn:aws:events:eu-west-1:1:event-bus/default")]
        namespace Shop;
        [ServerlessRestApi]
        [ServiceRoute("GET /a", {|SVLS2205:"s3:getObject"|}, On = "arn:aws:s3:::pictures/*", Parameters = ["Bucket=pictures"])]
        [ServiceRoute("GET /b", "s3:getObject", On = "arn:aws:s3:::pictures/*", RequestTemplate = "{}")]
        [ServiceRoute("GET /d", {|SVLS2205:"s3:getObject"|}, On = "arn:aws:s3:::pictures/*", Parameters = ["Key=$request.path.key"])]
        [ServiceRoute("GET /e", "s3:getObject", On = "@B/public/*", Parameters = ["Key=$request.path.key"])]
        [ServiceRoute("POST /f", "sns:publish", On = "arn:aws:sns:eu-west-1:1:t", Parameters = ["Message=$request.body"])]
        [ServiceRoute("GET /c", "polly:synthesizeSpeech", Parameters = ["Text=$request.querystring.text"])]
        public sealed class Admin;
        """);

    [Fact]
    public Task A_proxy_is_an_address_or_a_private_service() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: TemplateParameter("Listener")]
        [assembly: HttpProxy("GET /a", {|SVLS2005:"rates.example"|})]
        [assembly: HttpProxy("GET /b/{id}", {|SVLS2103:"https://rates.example/{name}"|})]
        [assembly: HttpProxy("GET /c", {|SVLS2002:"@Listener"|})]
        [assembly: HttpProxy("GET /d", "https://rates.example", VpcLink = {|SVLS2002:"vpcl-1"|})]
        [assembly: HttpProxy("GET /e", "https://rates.example", TlsServerName = {|SVLS2002:"rates.example"|}, Method = {|SVLS2005:"FETCH"|})]
        [assembly: HttpProxy("GET /f", "https://rates.example", Parameters = [{|SVLS2005:"header.a=b"|}, {|SVLS2005:"append:path=/x"|}, {|SVLS2005:"overwrite:cookie.a=b"|}, {|SVLS2005:"overwrite:header.x-amz-date=b"|}, {|SVLS2005:"overwrite:header.authorization=b"|}, "overwrite:path=/x/${request.path.id}/${context.stage}", "append:querystring.a=b", {|SVLS2004:"overwrite:querystring.b=${Nobody}"|}])]
        [assembly: {|SVLS2106:MockRoute("GET /g")|}]
        [assembly: HttpProxy({|SVLS2101:"GET h"|}, "https://rates.example")]
        [assembly: {|SVLS2102:HttpProxy("GET /f", "https://rates.example")|}]
        namespace Shop;
        [ServerlessRestApi]
        [HttpProxy("GET /a", "https://rates.example", Parameters = ["header.a=context.requestId", {|SVLS2005:"overwrite:header.b=c"|}], VpcLink = "vpcl-1")]
        public sealed class Admin;
        [{|SVLS2002:HttpRoute("GET /z")|}] public sealed class NoMachine;
        """);
}
