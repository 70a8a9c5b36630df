using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// What the wrapper that Annotations generates deserialises and serialises: the method's own types for a function without an API, the request and response of the API
/// around them, and the body. Authorizers, load balancers and durable functions are left out.
/// </summary>
internal static class AnnotatedPayloads
{
    private const string Events = "Amazon.Lambda.APIGatewayEvents.";

    /// <summary>`IsBody`: the wrapper itself serialises it, with the serialiser of the method; everything else the runtime does, which sees the wrapper.</summary>
    public static IEnumerable<(ITypeSymbol Type, IParameterSymbol? Parameter, bool IsBody)> Of(IMethodSymbol method, KnownTypes types)
    {
        var payload = AnnotatedApis.Of(method);
        if (payload.IsOther)
            yield break;
        if (payload.Version is not { } version)
        {
            foreach (var parameter in method.Parameters)
            {
                if (!HandlerPayloads.IsContext(parameter.Type) && !HandlerPayloads.DerivesFromStream(parameter.Type) && !Has(parameter, "FromServicesAttribute"))
                    yield return (parameter.Type, parameter, false);
            }

            if (HandlerPayloads.Output(method) is { } plain)
                yield return (plain, null, false);
            yield break;
        }

        var prefix = Events + (version == 1 ? "APIGatewayProxy" : "APIGatewayHttpApiV2Proxy");
        if (types[prefix + "Request"] is { } request)
            yield return (request, null, false);
        foreach (var parameter in method.Parameters)
        {
            if (Has(parameter, "FromBodyAttribute") && parameter.Type.SpecialType != SpecialType.System_String)
                yield return (parameter.Type, parameter, true);
        }

        var output = HandlerPayloads.Output(method);
        if (output is { Name: "IHttpResult" } || (output is null && !IsNothing(method)))
            yield break;
        if (output is { IsValueType: false, SpecialType: not SpecialType.System_String } && output.Name is not ("APIGatewayProxyResponse" or "APIGatewayHttpApiV2ProxyResponse"))
            yield return (output, null, true);
        if (types[prefix + "Response"] is { } response)
            yield return (output?.Name is "APIGatewayProxyResponse" or "APIGatewayHttpApiV2ProxyResponse" ? output : response, null, false);
    }

    private static bool IsNothing(IMethodSymbol method) => method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments.IsEmpty: true };

    private static bool Has(IParameterSymbol parameter, string attribute)
    {
        foreach (var data in parameter.GetAttributes())
        {
            if (data.AttributeClass?.Name == attribute)
                return true;
        }

        return false;
    }
}
