using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Amazon's own event types, by metadata name: a handler that wants the whole event, or already builds the whole answer, keeps
/// doing so. They go through the user's serialiser context, or through reflection where there is none.
/// </summary>
internal static class RawEvents
{
    private const string Gateway = "Amazon.Lambda.APIGatewayEvents.";
    private const string LoadBalancer = "Amazon.Lambda.ApplicationLoadBalancerEvents.";

    private static readonly HashSet<string> Requests = new(StringComparer.Ordinal)
    {
        Gateway + "APIGatewayHttpApiV2ProxyRequest",
        Gateway + "APIGatewayProxyRequest",
        Gateway + "APIGatewayCustomAuthorizerRequest",
        Gateway + "APIGatewayCustomAuthorizerV2Request",
        LoadBalancer + "ApplicationLoadBalancerRequest",
    };

    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        Gateway + "APIGatewayHttpApiV2ProxyResponse",
        Gateway + "APIGatewayProxyResponse",
        Gateway + "APIGatewayCustomAuthorizerResponse",
        Gateway + "APIGatewayCustomAuthorizerV2IamResponse",
        Gateway + "APIGatewayCustomAuthorizerV2SimpleResponse",
        LoadBalancer + "ApplicationLoadBalancerResponse",
    };

    /// <summary>Null when the parameter is of no such type.</summary>
    public static HandlerParameter? Read(IParameterSymbol parameter, HandlerReading handler)
    {
        if (!Requests.Contains(TypeNames.FullName(parameter.Type)))
            return null;
        handler.RequireJson(parameter.Type, handler.At.AtParameter(parameter.Name));
        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(parameter.Type),
            Source = ParameterSource.RawEvent,
            Form = ParameterForm.Json,
            ValueType = CSharpNames.NotNull(parameter.Type),
        };
    }

    /// <summary>A result that is the whole answer.</summary>
    public static bool IsAnswer(ITypeSymbol type) => Answers.Contains(TypeNames.FullName(type));
}
