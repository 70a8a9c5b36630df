// Stand-ins for AWSSDK.Extensions.NETCore.Setup. Bodies do nothing.
namespace Amazon.Extensions.NETCore.Setup
{
    public class AWSOptions
    {
        public Amazon.Runtime.ClientConfig DefaultClientConfig { get; } = null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Amazon.Extensions.NETCore.Setup;
    using Amazon.Runtime;

    public static class AwsServiceRegistration
    {
        public static IServiceCollection AddAWSService<T>(this IServiceCollection services) where T : IAmazonService => services;
        public static IServiceCollection AddAWSService<T>(this IServiceCollection services, AWSOptions options) where T : IAmazonService => services;
        public static IServiceCollection AddDefaultAWSOptions(this IServiceCollection services, AWSOptions options) => services;
    }
}
