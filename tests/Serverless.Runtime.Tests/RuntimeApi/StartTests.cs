using System.Text.Json;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

[Collection("Process environment")]
public sealed class StartTests
{
    public StartTests()
    {
        FunctionTable.Register(LoopRun.Function(static (_, _) => "\"orders\"") with { Id = "OrdersGet" });
        FunctionTable.Register(LoopRun.Function(static (_, _) => "\"items\"") with { Id = "ItemsGet" });
        FunctionTable.Register(LoopRun.Function(static (_, _) => "1", static () => throw new InvalidOperationException("no table")) with { Id = "BrokenGet" });
    }

    [Fact]
    public void The_handler_variable_chooses_the_function()
    {
        Assert.Equal("\"orders\"", AnswerOf(new() { Handler = "OrdersGet" }));
        Assert.Equal("\"items\"", AnswerOf(new() { Handler = "ItemsGet", Function = "OrdersGet" }));
    }

    [Fact]
    public void Where_the_handler_is_the_assembly_name_the_function_variable_chooses() =>
        Assert.Equal("\"items\"", AnswerOf(new() { Handler = AppDomain.CurrentDomain.FriendlyName, Function = "ItemsGet" }));

    [Theory]
    [InlineData("OrdersPut", null, "OrdersPut")]
    [InlineData("ordersget", null, "ordersget")]
    [InlineData("", null, "_HANDLER")]
    [InlineData("", "ItemsPut", "ItemsPut")]
    [InlineData("OrdersPut", "ItemsGet", "OrdersPut")]
    [Conforms(RuntimeApiLine.InitializationErrors, RuntimeApiLine.ErrorTypeHeader)]
    public void An_unknown_function_fails_at_the_start_and_names_the_known_ones(string handler, string? function, string named)
    {
        using var server = new RuntimeApiServer();
        Assert.Equal(1, Start(server, new() { Handler = handler, Function = function }));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/2018-06-01/runtime/init/error", request.Path);
        Assert.Equal("Runtime.HandlerNotFound", request.Headers["Lambda-Runtime-Function-Error-Type"]);
        var message = JsonDocument.Parse(request.Body).RootElement.GetProperty("errorMessage").GetString();
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Contains("ItemsGet, OrdersGet", message, StringComparison.Ordinal);
    }

    [Fact]
    [Conforms(RuntimeApiLine.InitializationErrors)]
    public void A_failure_to_initialize_is_an_init_error_and_ends_the_process()
    {
        using var server = new RuntimeApiServer();
        Assert.Equal(1, Start(server, new() { Handler = "BrokenGet" }));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/2018-06-01/runtime/init/error", request.Path);
        Assert.Equal("Function.InvalidOperationException", request.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("no table", JsonDocument.Parse(request.Body).RootElement.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public void On_demand_initialization_waits_for_no_restore() =>
        Assert.Equal("\"orders\"", AnswerOf(new() { Handler = "OrdersGet", InitializationType = "on-demand" }));

    [Fact]
    public void Outside_Lambda_nothing_starts_and_the_code_says_so()
    {
        Environment.SetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API", null);
        Assert.False(ServerlessRuntime.IsOnLambda);
        Assert.Equal(ServerlessRuntime.NotOnLambda, ServerlessRuntime.Run([]));
    }

    private static string AnswerOf(RuntimeEnvironment environment)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "{}")).OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, Start(server, environment));
        return Assert.Single(server.Posts).Text;
    }

    private static int Start(RuntimeApiServer server, RuntimeEnvironment environment)
    {
        using var api = new RuntimeApiClient(new SocketTransport(server.Address), server.Address);
        using var termination = new TerminationSignal(static _ => { });
        environment.RuntimeApi = server.Address;
        return ServerlessRuntime.Run(environment, api, termination);
    }
}
