using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// The container that `[ServerlessStartup]` fills. It is built in init by the first function that needs it. A scope for each invocation is
/// made only where something scoped is registered. Types are written out: nothing is looked up by name, so trimming keeps what is needed.
/// </summary>
internal static class ContainerClass
{
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection.";

    public static void Render(CodeWriter code, ServiceContainer container)
    {
        using (code.Block("internal static class Container"))
        {
            code.Line($"private static readonly {Injection}ServiceProvider Root;");
            code.Line("private static readonly bool IsScoped;");
            code.Line();
            using (code.Block("static Container()"))
                Build(code, container);
            code.Lines(Members);
        }
    }

    private static void Build(CodeWriter code, ServiceContainer container)
    {
        code.Line($"{Injection}IServiceCollection services = new {Injection}ServiceCollection();");
        var arguments = "services";
        if (container.Configuration is { } sources)
        {
            code.Line("global::Microsoft.Extensions.Configuration.IConfigurationBuilder builder = new global::Microsoft.Extensions.Configuration.ConfigurationBuilder();");
            foreach (var source in sources)
                code.Line(source);
            code.Line("global::Microsoft.Extensions.Configuration.IConfiguration configuration = builder.Build();");
            code.Line($"{Injection}ServiceCollectionServiceExtensions.AddSingleton<global::Microsoft.Extensions.Configuration.IConfiguration>(services, configuration);");
            arguments += ", configuration";
        }

        code.Line($"{container.Configure}({arguments});");
        code.Line("// Options add their snapshot as scoped wherever options or logging are used: that alone is no reason for scopes.");
        code.Line("foreach (var service in services)");
        code.Line($"    IsScoped |= service.Lifetime == {Injection}ServiceLifetime.Scoped && service.ServiceType.FullName != \"Microsoft.Extensions.Options.IOptionsSnapshot`1\";");
        foreach (var registration in container.Registrations)
        {
            var lifetime = registration.IsFilter ? $"{Injection}ServiceLifetime.Singleton" : $"IsScoped ? {Injection}ServiceLifetime.Scoped : {Injection}ServiceLifetime.Singleton";
            code.Line($"{Injection}Extensions.ServiceCollectionDescriptorExtensions.TryAdd(services, {Injection}ServiceDescriptor.Describe(typeof({registration.Type}), static provider => {registration.Creation}, {lifetime}));");
        }

        code.Line($"Root = {Injection}ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services, new {Injection}ServiceProviderOptions {{ ValidateScopes = IsScoped }});");
        code.Line("global::System.AppDomain.CurrentDomain.ProcessExit += static (_, _) => Root.DisposeAsync().AsTask().Wait(300);");
    }

    private const string Members = """

        internal static Scope Begin() => IsScoped
            ? new Scope(global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(Root))
            : new Scope(Root);

        internal static T? Optional<T>(global::System.IServiceProvider provider) where T : class =>
            global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetService<T>(provider);

        internal static T Required<T>(global::System.IServiceProvider provider, string consumer) where T : class =>
            global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetService<T>(provider) ?? throw Missing(typeof(T), consumer);

        internal static T Keyed<T>(global::System.IServiceProvider provider, object? key, string consumer) where T : class =>
            global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetKeyedService<T>(provider, key) ?? throw Missing(typeof(T), consumer);

        internal static T Single<T>(string consumer) where T : class => Required<T>(Root, consumer);

        internal static void Prepare<T>(string consumer) where T : class
        {
            var scope = Begin();
            try
            {
                Required<T>(scope.Provider, consumer);
            }
            finally
            {
                scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }

        internal static void PrepareKeyed<T>(object? key, string consumer) where T : class
        {
            var scope = Begin();
            try
            {
                Keyed<T>(scope.Provider, key, consumer);
            }
            finally
            {
                scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }

        private static global::System.InvalidOperationException Missing(global::System.Type type, string consumer) =>
            new("The container has no '" + type + "', which " + consumer + " needs. Register it in ConfigureServices.");

        /// <summary>The services of one invocation.</summary>
        internal readonly struct Scope
        {
            private readonly global::System.IAsyncDisposable? _scope;

            internal Scope(global::System.IServiceProvider provider) => Provider = provider;

            internal Scope(global::Microsoft.Extensions.DependencyInjection.AsyncServiceScope scope)
            {
                _scope = scope;
                Provider = scope.ServiceProvider;
            }

            internal global::System.IServiceProvider Provider { get; }

            internal global::System.Threading.Tasks.ValueTask DisposeAsync() => _scope is null ? default : _scope.DisposeAsync();
        }
        """;
}
