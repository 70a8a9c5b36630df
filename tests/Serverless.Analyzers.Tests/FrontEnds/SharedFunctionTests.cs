using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds;

/// <summary>`[ServerlessFunction]` on a class or the assembly: one function for the routed methods below.</summary>
public sealed class SharedFunctionTests
{
    private const string Class = """
        using Serverless;
        namespace Shop;
        /// <summary>Orders of the shop.</summary>
        [ServerlessFunction(MemorySize = 1024, Timeout = 20)]
        [Allow("dynamodb:Query", On = "arn:aws:dynamodb:eu-central-1:123456789012:table/a")]
        public sealed class Orders
        {
            [HttpRoute("GET /orders/{id}"), Allow("dynamodb:GetItem", On = "arn:aws:dynamodb:eu-central-1:123456789012:table/a"), EnvironmentVariable("ONE", "1")] public string Get(string id) => id;
            [HttpRoute("GET /orders"), HttpRoute("GET /all"), EnvironmentVariable("TWO", "2")] public string List() => "";
            [ServerlessFunction] public int Count() => 1;
            [HttpRoute("GET /own"), ServerlessFunction] public string Own() => "";
        }
        """;

    [Fact]
    public void The_class_is_one_function_with_everything_its_methods_ask_for()
    {
        var run = GeneratorRun.Of(Class);
        Assert.Equal("", run.Faults);
        Assert.Equal(["Orders", "OrdersCount", "OrdersOwn"], run.Application.Functions.Select(static f => f.LogicalId));
        var function = run.Application.Functions[0];
        Assert.Equal("Shop::Shop.Orders_Handlers::Orders", function.Handler);
        Assert.Equal("Orders of the shop.", function.Description);
        Assert.Equal((1024, 20), (function.Settings.MemorySize, function.Settings.Timeout));
        Assert.Equal(["GET /all>List", "GET /orders/{id}>Get", "GET /orders>List"], function.Routes.Select(r => r.RouteKey + ">" + function.EntryOf(r)!.MethodName).Order(StringComparer.Ordinal));
        Assert.Equal(["dynamodb:GetItem", "dynamodb:Query"], function.Grants.Select(static g => g.Actions[0]).Order(StringComparer.Ordinal));
        Assert.Equal(["ONE", "TWO"], function.Environment.Select(static v => v.Name));
        Assert.Equal(512, run.Application.Functions[1].Settings.MemorySize);
        Assert.Equal(["Get", "List"], function.Entries.Select(static e => e.GeneratedMethod));
    }

    [Fact]
    public void The_template_has_one_function_with_every_route()
    {
        var template = System.Text.Json.JsonDocument.Parse(GeneratorRun.Of(Class).Artifact("template.json")).RootElement.GetProperty("Resources");
        var orders = template.GetProperty("Orders").GetProperty("Properties");
        Assert.Equal("Shop::Shop.Orders_Handlers::Orders", orders.GetProperty("Handler").GetString());
        Assert.Equal(3, orders.GetProperty("Events").EnumerateObject().Count());
        Assert.False(template.TryGetProperty("OrdersGet", out _));
    }

    [Fact]
    public async Task No_tool_finds_a_fault_in_its_files()
    {
        var artifacts = Artifacts.ArtifactSet.Render(GeneratorRun.Of(Class).Application, CancellationToken.None);
        var findings = await Testing.Tools.ArtifactValidator.ValidateAsync(artifacts.Select(static artifact => KeyValuePair.Create(artifact.Path, artifact.Text)));
        Assert.DoesNotContain(findings, static finding => finding.IsError);
    }

    [Fact]
    public void An_executable_is_told_the_id_of_the_shared_function()
    {
        var function = GeneratorRun.Of(TestProject.Of(Class).AsExecutable()).Application.Functions[0];
        Assert.Equal("Orders", function.Environment.Single(static v => v.Name == "SERVERLESS_FUNCTION").Value.Text);
        var custom = GeneratorRun.Of(TestProject.Of(Class).AsExecutable().WithProperty("PublishAot", "true"), mustCompile: false).Application.Functions[0];
        Assert.Equal("Orders", custom.Handler);
    }

    [Fact]
    public void The_assembly_makes_one_function_of_what_no_class_claims()
    {
        var run = GeneratorRun.Of(TestProject.Of("""
            using Serverless;
            [assembly: ServerlessFunction]
            namespace Shop;
            public sealed class A { [HttpRoute("GET /a")] public string Get() => ""; }
            public static class B { [HttpRoute("GET /b")] public static string Get() => ""; }
            [ServerlessFunction("Pinned")] public static class C { [HttpRoute("GET /c")] public static string Get() => ""; }
            """) with { AssemblyName = "Big.Shop" });
        Assert.Equal(["Pinned", "Shop"], run.Application.Functions.Select(static f => f.LogicalId));
        var function = run.Application.Functions[1];
        Assert.Equal("Big.Shop::Shop.ServerlessRouter_Handlers::Route", function.Handler);
        Assert.Equal(["GET /a", "GET /b"], function.Routes.Select(static r => r.RouteKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task SVLS2002_There_must_be_a_route_to_make_a_function_of() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: {|SVLS2002:ServerlessFunction|}]
        namespace Shop;
        [{|SVLS2002:ServerlessFunction|}] public static class Orders { [ServerlessFunction] public static int Count() => 1; }
        [ServerlessFunction] public static class Fine { [HttpRoute("GET /a")] public static string Get() => ""; }
        """);

    [Fact]
    public Task SVLS2009_Methods_of_one_function_agree_on_a_variable() => DeclarationFaults.Verify("""
        using Serverless;
        namespace Shop;
        [ServerlessFunction]
        public static class Orders
        {
            [HttpRoute("GET /a"), EnvironmentVariable("KEY", "1"), EnvironmentVariable("SAME", "1")] public static string A() => "";
            [HttpRoute("GET /b"), EnvironmentVariable({|SVLS2009:"KEY"|}, "2"), EnvironmentVariable("SAME", "1")] public static string B() => "";
        }
        """);

    [Fact]
    public Task SVLS2102_One_function_cannot_tell_two_apis_apart() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi]
        namespace Shop;
        [ServerlessHttpApi] public static class Admin;
        [ServerlessFunction]
        public static class Orders
        {
            [HttpRoute("GET /a")] public static string A() => "";
            [{|SVLS2102:HttpRoute("GET /a", Api = typeof(Admin))|}] public static string B() => "";
            [HttpRoute("GET /b", Api = typeof(Admin))] public static string C() => "";
        }
        """);

    [Fact]
    public Task SVLS2405_A_role_of_the_class_leaves_grants_of_its_methods_unused() => DeclarationFaults.Verify("""
        using Serverless;
        namespace Shop;
        [ServerlessFunction(Role = "arn:aws:iam::123456789012:role/a")]
        public static class Orders
        {
            [HttpRoute("GET /a"), {|SVLS2405:Allow("dynamodb:GetItem", On = "arn:aws:dynamodb:eu-central-1:123456789012:table/a")|}] public static string A() => "";
        }
        """);
}
