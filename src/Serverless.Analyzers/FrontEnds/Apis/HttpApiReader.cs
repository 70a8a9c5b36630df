using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads `[ServerlessHttpApi]`.</summary>
internal static class HttpApiReader
{
    public const string Attribute = "ServerlessHttpApi";

    public static HttpApi Read(ApiScope scope) => ApiReader.Shared(
        new HttpApi
        {
            LogicalId = ApiReader.LogicalId(scope, ApiReader.AssemblyApiId(scope.Reading.Project.AssemblyName)),
            Declaration = scope.Declaration,
            Cors = CorsReader.Read(scope),
        },
        scope,
        RouteKey.Default);
}
