using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Addresses of other web services.</summary>
internal static class ProxyUris
{
    /// <summary>A greedy variable of the path has no `+` in an address.</summary>
    public static DeployedValue Of(OpenApiDocument document, HttpProxyIntegration proxy)
    {
        var uri = document.Resolver.Resolve(proxy.Uri, ReferenceForm.Arn);
        return uri.Kind is DeployedValueKind.Text or DeployedValueKind.Sub ? uri with { Text = uri.Text.Replace("+}", "}") } : uri;
    }

    /// <summary>Names in braces, those of `${…}` left out.</summary>
    public static IEnumerable<string> Variables(string address)
    {
        for (var open = address.IndexOf('{'); open >= 0; open = address.IndexOf('{', open + 1))
        {
            var close = address.IndexOf('}', open);
            if (close < 0)
                yield break;
            if (open == 0 || address[open - 1] != '$')
                yield return address.Substring(open + 1, close - open - 1);
        }
    }
}
