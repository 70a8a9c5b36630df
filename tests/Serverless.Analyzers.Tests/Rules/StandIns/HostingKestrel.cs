// Stand-ins for the shapes that say where an ASP.NET Core server listens. Bodies do nothing.
using System.Net;

namespace Microsoft.AspNetCore.Hosting
{
    public static class HostingAbstractionsWebHostBuilderExtensions
    {
        public static IWebHostBuilder UseUrls(this IWebHostBuilder hostBuilder, params string[] urls) => hostBuilder;
    }
}

namespace Microsoft.AspNetCore.Server.Kestrel.Core
{
    public class KestrelServerOptions
    {
        public void Listen(IPAddress address, int port) { }
        public void ListenLocalhost(int port) { }
        public void ListenAnyIP(int port) { }
    }
}
