// Stand-ins for sessions, caches and keys of ASP.NET Core. Bodies do nothing.
using System;

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IDataProtectionBuilder;
    public interface ISignalRServerBuilder;

    public static class SessionServices
    {
        public static IServiceCollection AddDistributedMemoryCache(this IServiceCollection services) => services;
        public static IServiceCollection AddStackExchangeRedisCache(this IServiceCollection services, Action<object> setupAction) => services;
        public static IServiceCollection AddSession(this IServiceCollection services) => services;
        public static IServiceCollection AddOutputCache(this IServiceCollection services) => services;
        public static IDataProtectionBuilder AddDataProtection(this IServiceCollection services) => null!;
        public static IDataProtectionBuilder PersistKeysToDbContext<T>(this IDataProtectionBuilder builder) => builder;
        public static ISignalRServerBuilder AddSignalR(this IServiceCollection services) => null!;
        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder builder, string text) => builder;
    }
}
