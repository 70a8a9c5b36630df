// Stand-ins for registration and hosting shapes that are recognised by name. Bodies do nothing.
using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection;
    public sealed class ServiceCollection : IServiceCollection;
    public interface IHttpClientBuilder;

    public static class ServiceRegistration
    {
        public static IServiceCollection AddSingleton<T>(this IServiceCollection services) where T : class => services;
        public static IServiceCollection AddSingleton<T>(this IServiceCollection services, Func<IServiceProvider, T> factory) where T : class => services;
        public static IServiceCollection AddSingleton<TService, T>(this IServiceCollection services) where T : class, TService => services;
        public static IServiceCollection AddScoped<T>(this IServiceCollection services) where T : class => services;
        public static IServiceCollection AddScoped<T>(this IServiceCollection services, Func<IServiceProvider, T> factory) where T : class => services;
        public static IServiceCollection AddTransient<T>(this IServiceCollection services) where T : class => services;
        public static IServiceCollection AddTransient<T>(this IServiceCollection services, Func<IServiceProvider, T> factory) where T : class => services;
        public static IHttpClientBuilder AddHttpClient(this IServiceCollection services, string name) => null!;
        public static IHttpClientBuilder AddHttpClient(this IServiceCollection services, string name, Action<HttpClient> configure) => null!;
        public static IHttpClientBuilder AddHttpClient<T>(this IServiceCollection services) where T : class => null!;
        public static IHttpClientBuilder AddHttpClient<T>(this IServiceCollection services, Action<HttpClient> configure) where T : class => null!;
        public static IHttpClientBuilder ConfigureHttpClient(this IHttpClientBuilder builder, Action<HttpClient> configure) => builder;
        public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => builder;
        public static IServiceCollection AddAWSLambdaHosting(this IServiceCollection services, int source) => services;
    }
}

namespace Microsoft.AspNetCore.Http
{
    public abstract class HttpContext;
}

namespace Microsoft.AspNetCore.Mvc
{
    public abstract class ControllerBase;
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class NonActionAttribute : Attribute;
}

namespace Microsoft.AspNetCore.Builder
{
    using Microsoft.Extensions.DependencyInjection;

    public sealed partial class WebApplication
    {
        public static WebApplicationBuilder CreateBuilder() => new();
        public void MapGet(string route, Delegate handler) { }
        public void MapPost(string route, Delegate handler) { }
        public System.Collections.Generic.ICollection<string> Urls { get; } = [];
        public void Run(string? url = null) { }
        public System.Threading.Tasks.Task RunAsync(string? url = null) => System.Threading.Tasks.Task.CompletedTask;
    }
    public sealed class WebApplicationBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
        public WebApplication Build() => new();
    }
}
