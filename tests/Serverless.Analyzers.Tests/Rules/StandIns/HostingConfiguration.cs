// Stand-ins for configuration and options shapes of Microsoft.Extensions. Bodies do nothing.
using System;

namespace Microsoft.Extensions.Configuration
{
    public interface IConfigurationBuilder;
    public sealed partial class ConfigurationBuilder : IConfigurationBuilder;

    public static class JsonConfigurationExtensions
    {
        public static IConfigurationBuilder AddJsonFile(this IConfigurationBuilder builder, string path) => builder;
        public static IConfigurationBuilder AddJsonFile(this IConfigurationBuilder builder, string path, bool optional) => builder;
        public static IConfigurationBuilder AddJsonFile(this IConfigurationBuilder builder, string path, bool optional, bool reloadOnChange) => builder;
    }

    public static class XmlConfigurationExtensions
    {
        public static IConfigurationBuilder AddXmlFile(this IConfigurationBuilder builder, string path, bool optional, bool reloadOnChange) => builder;
    }

    public static class FileConfigurationExtensions
    {
        public static IConfigurationBuilder SetBasePath(this IConfigurationBuilder builder, string basePath) => builder;
    }
}

namespace Microsoft.Extensions.Options
{
    public interface IOptionsMonitor<out TOptions>
    {
        TOptions CurrentValue { get; }
        IDisposable? OnChange(Action<TOptions, string?> listener);
    }
}

namespace Microsoft.Extensions.FileProviders
{
    public sealed class PhysicalFileProvider(string root) : IDisposable
    {
        public string Root { get; } = root;
        public object Watch(string filter) => new();
        public void Dispose() { }
    }
}

namespace Microsoft.Extensions.Hosting
{
    public interface IHostBuilder;
    public static partial class Host
    {
        public static IHostBuilder CreateDefaultBuilder(string[]? args) => null!;
    }
}
