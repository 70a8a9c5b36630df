using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`[MockRoute]`: a fixed answer, which only REST APIs give.</summary>
internal static class MockRouteReader
{
    public static RouteIntegration? Read(ApiScope scope, ApiDraft api, RouteKey key)
    {
        if (api.Kind == ApiKind.Rest)
            return new MockIntegration(scope.Attribute.String("Body"), scope.Attribute.String("ContentType") ?? "application/json");
        scope.Reading.Report(KindFaults.NeedsRest(scope.Declaration, "[MockRoute]", api));
        return null;
    }
}
