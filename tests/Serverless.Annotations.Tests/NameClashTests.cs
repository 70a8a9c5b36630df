using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Serverless.Annotations.Tests;

/// <summary>
/// A simple name that also exists in the frameworks or in Amazon.Lambda.Annotations costs every user of both an alias; the latter even
/// matches attributes by simple name in any namespace and would report ours.
/// </summary>
public sealed class NameClashTests
{
    /// <summary>"State machine" is the service's own term, and that namespace is no implicit using.</summary>
    private static readonly string[] Accepted = ["StateMachineAttribute"];

    /// <summary>Public simple names of Amazon.Lambda.Annotations.</summary>
    private static readonly string[] AmazonNames =
    [
        "LambdaFunctionAttribute", "LambdaStartupAttribute", "LambdaGlobalPropertiesAttribute", "FromServicesAttribute", "DurableExecutionAttribute",
        "HttpApiAttribute", "RestApiAttribute", "HttpApiAuthorizerAttribute", "RestApiAuthorizerAttribute", "FunctionUrlAttribute",
        "FromQueryAttribute", "FromHeaderAttribute", "FromRouteAttribute", "FromCustomAuthorizerAttribute", "FromBodyAttribute", "ALBApiAttribute",
        "SQSEventAttribute", "S3EventAttribute", "SNSEventAttribute", "DynamoDBEventAttribute", "ScheduleEventAttribute",
        "LambdaHttpMethod", "HttpApiVersion", "LambdaPackageType", "FunctionUrlAuthType", "HttpResults", "IHttpResult", "AuthorizerResults", "IAuthorizerResult",
    ];

    [Fact]
    public void No_name_is_one_of_Amazon_Lambda_Annotations() => Assert.Empty(OurNames().Intersect(AmazonNames, StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void No_name_is_one_of_the_frameworks()
    {
        var framework = FrameworkNames();
        Assert.True(framework.Count > 5_000, $"only {framework.Count} names were read");
        Assert.Contains("WebApplication", framework);
        Assert.Equal(Accepted, OurNames().Where(framework.Contains));
    }

    private static IEnumerable<string> OurNames() => AnnotationTypes.Public.Select(static t => t.Name.Split('`')[0]);

    private static HashSet<string> FrameworkNames()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(core, "*.dll").Concat(Directory.EnumerateFiles(web, "*.dll")))
        {
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            if (!image.HasMetadata)
                continue;
            var reader = image.GetMetadataReader();
            foreach (var handle in reader.TypeDefinitions)
            {
                var type = reader.GetTypeDefinition(handle);
                if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && !reader.GetString(type.Namespace).StartsWith("Internal.", StringComparison.Ordinal))
                    names.Add(reader.GetString(type.Name).Split('`')[0]);
            }
        }

        return names;
    }
}
