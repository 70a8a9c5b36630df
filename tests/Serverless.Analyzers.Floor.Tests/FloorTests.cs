using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests;

/// <summary>One of everything on Roslyn 4.8.0, which is C# 12 and what the .NET 8 SDK started with.</summary>
public sealed class FloorTests
{
    private const string Application = """
        using System;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Serverless;
        using Serverless.StepFunctions;

        [assembly: TableResource("OrdersTable", "id", Indexes = ["byEmail: email"])]
        [assembly: EnvironmentVariable("ORDERS_TABLE", "@OrdersTable")]

        namespace Shop;

        public sealed record Order(Guid Id, string Email);

        public sealed class Orders
        {
            /// <summary>One order, or 404.</summary>
            [HttpRoute("GET /orders/{id}")]
            [Allow("dynamodb:GetItem", On = "@OrdersTable")]
            public Task<Order?> GetOrder(Guid id, CancellationToken deadline) => Task.FromResult<Order?>(null);
        }

        [StateMachine(StartAt = nameof(Check))]
        public sealed class Pipeline
        {
            [TaskState(Next = nameof(Route))]
            public Order Check(Order order) => order;

            private static State Route => State.Choice()
                .When((Order order) => order.Email == "a@example.com", nameof(Done))
                .Otherwise(nameof(Refused));

            private static State Done => State.Succeed();

            private static State Refused => State.Fail("Refused", "Nobody knows the address.");
        }
        """;

    [Fact]
    public void These_tests_run_on_the_floor() => Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);

    [Fact]
    public void An_application_is_read_generated_and_compiles()
    {
        var run = GeneratorRun.Of(TestProject.Of(Application) with { LanguageVersion = LanguageVersion.CSharp12 });

        Assert.Equal("", run.Faults);
        Assert.Equal(["OrdersGetOrder", "PipelineCheck"], run.Application.Functions.Select(static f => f.LogicalId));
        Assert.Equal(["Pipeline"], run.Application.StateMachines.Select(static m => m.LogicalId));
        Assert.Contains("dynamodb:GetItem", run.Artifact("policies/OrdersGetOrder.json"), StringComparison.Ordinal);
        Assert.Contains("$states.input.email = 'a@example.com'", run.Artifact("statemachines/Pipeline.asl.json"), StringComparison.Ordinal);
    }

    [Fact]
    public Task Faults_are_reported_at_attributes_of_methods_and_of_the_assembly() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        [assembly: EnvironmentVariable("QUEUE", {|SVLS2004:"@Shipments"|})]
        [assembly: ServerlessHttpApi(ThrottleBurst = {|SVLS2001:0|})]
        public sealed class Orders
        {
            [ServerlessFunction(MemorySize = {|SVLS2001:1|}), Allow({|SVLS2403:"dynamodb:GetItem"|})]
            public int Count() => 1;
        }
        """).WithFragment("""{ {|SVLS2701:"Resource"|}: {} }"""));
}
