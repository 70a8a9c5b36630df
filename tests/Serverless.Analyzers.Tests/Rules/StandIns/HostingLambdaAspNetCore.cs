// Stand-ins for Amazon.Lambda.AspNetCoreServer. Bodies do nothing.
using System.Threading.Tasks;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Microsoft.AspNetCore.Hosting
{
    public interface IWebHostBuilder
    {
        IWebHostBuilder UseSetting(string key, string? value);
    }

    public static class WebHostBuilderExtensions
    {
        public static IWebHostBuilder UseStartup<TStartup>(this IWebHostBuilder builder) where TStartup : class => builder;
    }
}

namespace Amazon.Lambda.AspNetCoreServer
{
    using Microsoft.AspNetCore.Hosting;

    public abstract class AbstractAspNetCoreFunction;

    public abstract class AbstractAspNetCoreFunction<TREQUEST, TRESPONSE> : AbstractAspNetCoreFunction
    {
        protected virtual void Init(IWebHostBuilder builder) { }
        public virtual Task<TRESPONSE> FunctionHandlerAsync(TREQUEST request, ILambdaContext lambdaContext) => Task.FromResult<TRESPONSE>(default!);
        protected virtual void PostMarshallRequestFeature(object aspNetCoreRequestFeature, TREQUEST lambdaRequest, ILambdaContext lambdaContext) { }
    }

    public abstract class APIGatewayProxyFunction : AbstractAspNetCoreFunction<APIGatewayProxyRequest, APIGatewayProxyResponse>;
    public abstract class APIGatewayProxyFunction<TStartup> : APIGatewayProxyFunction where TStartup : class;
    public class APIGatewayHttpApiV2ProxyFunction : AbstractAspNetCoreFunction<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>;
}
