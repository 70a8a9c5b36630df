using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>`[ServerlessStartup]`: handlers, filters and parameters come from one container.</summary>
public sealed class ContainerTests
{
    private static readonly MetadataReference[] Injection = [.. new[]
    {
        typeof(ServiceCollection), typeof(IServiceCollection), typeof(ServiceCollectionContainerBuilderExtensions),
    }.Select(static t => t.Assembly.Location).Distinct().Select(static path => MetadataReference.CreateFromFile(path))];

    private static readonly MetadataReference[] Settings = [.. new[]
    {
        typeof(ConfigurationBuilder), typeof(IConfiguration), typeof(EnvironmentVariablesExtensions),
    }.Select(static t => t.Assembly.Location).Distinct().Select(static path => MetadataReference.CreateFromFile(path))];

    private static readonly MetadataReference Logging = MetadataReference.CreateFromFile(typeof(ILogger<>).Assembly.Location);

    private const string Usings = """
        using Microsoft.Extensions.DependencyInjection;
        using Serverless;
        using Serverless.Http;

        """;

    private const string Shop = """
        namespace Shop;
        public interface IStore { string Name { get; } }
        public sealed class Store : IStore { public string Name => "store"; }
        public sealed class Other : IStore { public string Name => "other"; }
        public sealed class Fresh { private static int s_made; public int Number { get; } = ++s_made; }
        public sealed class Unit : IAsyncDisposable { public static int Made, Ended; public Unit() => Made++; public ValueTask DisposeAsync() { Ended++; return default; } }

        """;

    private static TestProject Project(string source, params MetadataReference[] references) =>
        references.Aggregate(TestProject.Of(Usings + Shop + source).AsExecutable(), static (project, reference) => project.WithReference(reference));

    [Fact]
    public async Task Handlers_filters_and_parameters_come_from_the_container()
    {
        var handlers = CompiledHandlers.Of(Project("""
            [ServerlessStartup]
            public static class Startup
            {
                public static void ConfigureServices(IServiceCollection services) => services.AddSingleton<IStore, Store>().AddTransient<Fresh>().AddKeyedSingleton<IStore, Other>("other");
            }
            public sealed class Stamp(IStore store) : IRequestFilter
            {
                public async ValueTask<HttpReply> InvokeAsync(RouteRequest request, RequestNext next) =>
                    (await next.InvokeAsync()).WithHeader("X-Store", store.Name + " " + ((IStore)next.Invocation!.Services!.GetService(typeof(IStore))!).Name);
            }
            public sealed class Orders(IStore store, TimeProvider clock, [FromKeyedServices("other")] IStore other, Fresh? absent = null, int number = 3)
            {
                [HttpRoute("GET /a")] public string A([BindService] Fresh fresh, [FromKeyedServices("other")] IStore keyed) => $"{store.Name} {other.Name} {keyed.Name} {clock.GetUtcNow().Year > 2000} {fresh.Number} {absent is null} {number}";
                [HttpRoute("GET /b"), UseFilter(typeof(Stamp))] public string B(IStore parameter) => parameter.Name;
                [ServerlessFunction] public string C(int start, IStore parameter) => parameter.Name + start;
            }
            """, Injection));
        foreach (var id in handlers.Ids)
            handlers[id].Initialize!();
        var first = (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body;
        var second = (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body;
        Assert.Matches("^store other other True [0-9]+ False 3$", first);
        Assert.NotEqual(first, second);
        var filtered = await handlers.Send("OrdersB", RouteCall.Get("/b"));
        Assert.Equal(("store", "store store"), (filtered.Body, filtered.Headers["x-store"]));
        Assert.Equal("\"store7\"", await handlers.Invoke("OrdersC", "7"));
    }

    [Fact]
    public async Task A_scoped_service_brings_a_scope_for_each_invocation_which_is_disposed()
    {
        var handlers = CompiledHandlers.Of(Project("""
            [ServerlessStartup]
            public static class Startup { internal static void ConfigureServices(IServiceCollection services) => services.AddScoped<Unit>(); }
            public sealed class Repository(Unit unit) { public Unit Unit => unit; }
            public sealed class Orders(Unit unit)
            {
                [HttpRoute("GET /a")] public string A([BindService] Unit own, CancellationToken deadline) => $"{ReferenceEquals(unit, own)} {Unit.Made - Unit.Ended}";
                [HttpRoute("GET /fails")] public string Fails() => throw new InvalidOperationException();
                [ServerlessFunction] public static string State() => $"{Unit.Made} {Unit.Ended}";
            }
            """, Injection));
        handlers["OrdersA"].Initialize!();
        Assert.Equal("True 1", (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body);
        Assert.Equal(500, (await handlers.Send("OrdersFails", RouteCall.Get("/fails"))).Status);
        var state = (await handlers.Invoke("OrdersState", "{}")).Trim('"').Split(' ');
        Assert.Equal(state[0], state[1]);
        Assert.True(int.Parse(state[0], System.Globalization.CultureInfo.InvariantCulture) >= 3);
    }

    [Fact]
    public async Task Configuration_is_built_of_the_environment()
    {
        Environment.SetEnvironmentVariable("SHOP_Color", "blue");
        var handlers = CompiledHandlers.Of(Project("""
            [ServerlessStartup]
            public sealed class Startup
            {
                public void ConfigureServices(IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration) => services.AddSingleton(new Color(configuration["SHOP_Color"] ?? "none"));
            }
            public sealed record Color(string Name);
            public sealed class Orders(Color color, Microsoft.Extensions.Configuration.IConfiguration configuration)
            {
                [HttpRoute("GET /a")] public string A() => color.Name + configuration["SHOP_Color"];
            }
            """, [.. Injection, .. Settings]));
        Assert.Equal("blueblue", (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body);
    }

    [Fact]
    public void What_the_container_lacks_fails_in_init_and_names_who_needs_it()
    {
        var handlers = CompiledHandlers.Of(Project("""
            [ServerlessStartup]
            public static class Startup { public static void ConfigureServices(IServiceCollection services) { } }
            public sealed class Orders(IStore store) { [HttpRoute("GET /a")] public string A() => store.Name; }
            [ServerlessFunction] public static class Routed { [HttpRoute("GET /b")] public static string B(IStore parameter) => parameter.Name; }
            """, Injection));
        Assert.Contains("parameter 'store' of 'Orders'", Assert.Throws<InvalidOperationException>(handlers["OrdersA"].Initialize!).Message, StringComparison.Ordinal);
        Assert.Contains("'Shop.IStore', which parameter 'parameter' of 'Routed.B'", Assert.Throws<InvalidOperationException>(handlers["Routed"].Initialize!).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amazons_startup_is_read_too()
    {
        var handlers = CompiledHandlers.Of(Project("""
            [Amazon.Lambda.Annotations.LambdaStartup]
            public sealed class Startup { public void ConfigureServices(IServiceCollection services) => services.AddSingleton<IStore, Store>(); }
            public sealed class Orders(IStore store) { [HttpRoute("GET /a")] public string A() => store.Name; }
            """, [.. Injection]) is var project ? project with { Sources = project.Sources.Add(MarkupSource.Parse("/shop/Amazon.cs", "namespace Amazon.Lambda.Annotations { public sealed class LambdaStartupAttribute : Attribute; }")) } : project);
        Assert.Equal("store", (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body);
    }

    [Fact]
    public async Task Loggers_write_to_the_functions_log_without_a_container()
    {
        var handlers = CompiledHandlers.Of(Project("""
            public sealed class Orders(Microsoft.Extensions.Logging.ILogger<Orders> logger)
            {
                [HttpRoute("GET /a")] public string A(Microsoft.Extensions.Logging.ILogger<Store> other) => $"{logger.IsEnabled(Microsoft.Extensions.Logging.LogLevel.Critical)} {other.IsEnabled(Microsoft.Extensions.Logging.LogLevel.None)}";
            }
            """, [.. Injection, Logging]));
        Assert.Equal("True False", (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body);
    }

    [Fact]
    public async Task A_logger_is_the_containers_where_it_has_one()
    {
        var handlers = CompiledHandlers.Of(Project("""
            [ServerlessStartup]
            public static class Startup { public static void ConfigureServices(IServiceCollection services) => services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(Own<>)); }
            public sealed class Own<T> : Microsoft.Extensions.Logging.ILogger<T>
            {
                public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
                public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel level) => false;
                public void Log<TState>(Microsoft.Extensions.Logging.LogLevel level, Microsoft.Extensions.Logging.EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) { }
            }
            public sealed class Orders(Microsoft.Extensions.Logging.ILogger<Orders> logger) { [HttpRoute("GET /a")] public string A() => logger.GetType().Name; }
            """, [.. Injection, Logging]));
        Assert.Equal("Own`1", (await handlers.Send("OrdersA", RouteCall.Get("/a"))).Body);
    }

    [Fact]
    public Task SVLS2010_The_container_must_be_referenced() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection; }
        namespace Shop
        {
            [{|SVLS2010:ServerlessStartup|}] public static class Startup { public static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { } }
        }
        """).AsExecutable());

    [Theory]
    [InlineData("[{|SVLS2007:ServerlessStartup|}] public static class Startup;")]
    [InlineData("[{|SVLS2007:ServerlessStartup|}] public static class Startup { public static Task ConfigureServices(IServiceCollection services) => Task.CompletedTask; }")]
    [InlineData("[{|SVLS2007:ServerlessStartup|}] public static class Startup { public static void ConfigureServices(IServiceCollection services, int number) { } }")]
    [InlineData("[{|SVLS2007:ServerlessStartup|}] public static class Startup { private static void ConfigureServices(IServiceCollection services) { } }")]
    [InlineData("[{|SVLS2007:ServerlessStartup|}] public sealed class Startup(int number) { public void ConfigureServices(IServiceCollection services) => _ = number; }")]
    [InlineData("[ServerlessStartup] public sealed class Startup { public void ConfigureServices(IServiceCollection services) { } }")]
    [InlineData("[ServerlessStartup] public static class A { public static void ConfigureServices(IServiceCollection services) { } } [{|SVLS2010:ServerlessStartup|}] public static class B { public static void ConfigureServices(IServiceCollection services) { } }")]
    [InlineData("[ServerlessStartup] public static class A { public static void ConfigureServices(IServiceCollection services) { } } public sealed class {|SVLS2010:Orders|}(int number) { [HttpRoute(\"GET /a\")] public int Get() => number; }")]
    public Task A_startup_has_one_method_that_can_be_called(string source) => DeclarationFaults.Verify(Project(source, Injection));

    [Fact]
    public Task SVLS2010_Keyed_services_need_a_container() => DeclarationFaults.Verify(Project("""
        public static class Orders
        {
            [HttpRoute("GET /a")] public static string A([FromKeyedServices("a")] IStore {|SVLS2010:store|}) => store.Name;
            [ServerlessFunction] public static string B([FromKeyedServices("a")] IStore {|SVLS2010:store|}) => store.Name;
        }
        """, Injection));

    [Fact]
    public void A_project_without_a_startup_has_no_container()
    {
        var files = GeneratorRun.Of(Project("public sealed class Orders(Store store) { [HttpRoute(\"GET /a\")] public string A() => store.Name; }", Injection)).Files;
        Assert.DoesNotContain("Container", files["ServerlessServices.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("scope", files["Shop.Orders_Handlers.g.cs"], StringComparison.OrdinalIgnoreCase);
    }
}
