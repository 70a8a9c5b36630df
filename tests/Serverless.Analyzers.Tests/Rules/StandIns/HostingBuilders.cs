// Stand-ins for what builds containers, hosts and configurations. Bodies do nothing.
using System;
using System.Net.Http;

namespace Microsoft.Extensions.DependencyInjection
{
    public sealed class ServiceProvider : IServiceProvider, IDisposable
    {
        public object? GetService(Type serviceType) => null;
        public void Dispose() { }
    }

    public static class ServiceCollectionContainerBuilderExtensions
    {
        public static ServiceProvider BuildServiceProvider(this IServiceCollection services) => new();
    }

    public static class HttpClientDefaults
    {
        public static IServiceCollection ConfigureHttpClientDefaults(this IServiceCollection services, Action<IHttpClientBuilder> configure) => services;
    }
}

namespace Microsoft.Extensions.Configuration
{
    public interface IConfigurationRoot;
    public sealed partial class ConfigurationBuilder
    {
        public IConfigurationRoot Build() => null!;
    }
}

namespace Microsoft.Extensions.Hosting
{
    public sealed class HostApplicationBuilderSettings
    {
        public string[]? Args { get; set; }
    }
    public sealed class HostApplicationBuilder
    {
        public IHost Build() => null!;
    }
    public static partial class Host
    {
        public static HostApplicationBuilder CreateApplicationBuilder() => new();
        public static HostApplicationBuilder CreateEmptyApplicationBuilder(HostApplicationBuilderSettings? settings) => new();
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed partial class WebApplication
    {
        public static WebApplicationBuilder CreateBuilder(string[] args) => new();
        public static WebApplicationBuilder CreateSlimBuilder() => new();
        public static WebApplicationBuilder CreateSlimBuilder(string[] args) => new();
    }
}
