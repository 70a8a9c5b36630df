// Stand-ins for the shapes of Amazon.Lambda.AspNetCoreServer.Hosting that the rules recognise by name. Bodies do nothing.
namespace Microsoft.Extensions.DependencyInjection
{
    public enum LambdaEventSource { RestApi, HttpApi, ApplicationLoadBalancer, WebsocketApi }

    public static class LambdaServiceCollectionExtensions
    {
        public static IServiceCollection AddAWSLambdaHosting(this IServiceCollection services, LambdaEventSource eventSource) => services;
    }
}
