// Stand-ins for hosted services and for what starts and stops an application. Bodies do nothing.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Extensions.Hosting
{
    public interface IHostedService
    {
        Task StartAsync(CancellationToken cancellationToken);
        Task StopAsync(CancellationToken cancellationToken);
    }
    public interface IHostedLifecycleService : IHostedService
    {
        Task StartingAsync(CancellationToken cancellationToken);
        Task StartedAsync(CancellationToken cancellationToken);
        Task StoppingAsync(CancellationToken cancellationToken);
        Task StoppedAsync(CancellationToken cancellationToken);
    }
    public abstract class BackgroundService : IHostedService, IDisposable
    {
        protected abstract Task ExecuteAsync(CancellationToken stoppingToken);
        public virtual Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public virtual Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public virtual void Dispose() { }
    }
    public interface IHostApplicationLifetime
    {
        CancellationToken ApplicationStarted { get; }
        CancellationToken ApplicationStopping { get; }
        CancellationToken ApplicationStopped { get; }
        void StopApplication();
    }
    public interface IHost : IDisposable
    {
        Task StartAsync(CancellationToken cancellationToken = default);
        Task StopAsync(CancellationToken cancellationToken = default);
    }
    public static class HostingAbstractionsHostExtensions
    {
        public static void Run(this IHost host) { }
        public static Task RunAsync(this IHost host, CancellationToken token = default) => Task.CompletedTask;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.Extensions.Hosting;

    public static class ServiceCollectionHostedServiceExtensions
    {
        public static IServiceCollection AddHostedService<THostedService>(this IServiceCollection services) where THostedService : class, IHostedService => services;
        public static IServiceCollection AddHostedService<THostedService>(this IServiceCollection services, Func<IServiceProvider, THostedService> implementationFactory) where THostedService : class, IHostedService => services;
    }
}
