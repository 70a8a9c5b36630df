using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Detection;

/// <summary>What an HTTP front door sends to a function and takes back: the types of the event libraries, by name and namespace.</summary>
internal static class ApiEvents
{
    /// <summary>Simple names of the responses that carry a status code.</summary>
    public static readonly string[] Responses = ["APIGatewayProxyResponse", "APIGatewayHttpApiV2ProxyResponse", "ApplicationLoadBalancerResponse"];

    /// <summary>The compilation knows one of the event libraries: without them nothing of theirs can be used.</summary>
    public static bool AreReferenced(KnownTypes types) =>
        types["Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest"] is not null || types["Amazon.Lambda.ApplicationLoadBalancerEvents.ApplicationLoadBalancerRequest"] is not null;

    /// <summary>The library's own type, not one that derives from it.</summary>
    public static bool IsResponse(ITypeSymbol? type) => type switch
    {
        { Name: "APIGatewayProxyResponse" or "APIGatewayHttpApiV2ProxyResponse" } => IsIn(type, "APIGatewayEvents"),
        { Name: "ApplicationLoadBalancerResponse" } => IsIn(type, "ApplicationLoadBalancerEvents"),
        _ => false,
    };

    /// <summary>A request, or the authorizer's form of one.</summary>
    public static bool IsRequest(ITypeSymbol? type) => type switch
    {
        { Name: "APIGatewayProxyRequest" or "APIGatewayHttpApiV2ProxyRequest" or "APIGatewayCustomAuthorizerRequest" or "APIGatewayCustomAuthorizerV2Request" } => IsIn(type, "APIGatewayEvents"),
        { Name: "ApplicationLoadBalancerRequest" } => IsIn(type, "ApplicationLoadBalancerEvents"),
        _ => false,
    };

    /// <summary>HTTP APIs and function URLs with payload format 2.0.</summary>
    public static bool IsFormat2(ITypeSymbol? type) => type is { Name: "APIGatewayHttpApiV2ProxyRequest" or "APIGatewayCustomAuthorizerV2Request" } && IsIn(type, "APIGatewayEvents");

    /// <summary>`RequestContext` of a request.</summary>
    public static bool IsRequestContext(ITypeSymbol? type) => type is { Name: "ProxyRequestContext" } && IsRequest(type.ContainingType);

    private static bool IsIn(ITypeSymbol type, string library) =>
        type.ContainingType is null
        && type.ContainingNamespace is { ContainingNamespace: { Name: "Lambda", ContainingNamespace: { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true } } } space
        && space.Name == library;
}
