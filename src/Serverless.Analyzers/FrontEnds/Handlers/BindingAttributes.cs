using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Attributes that say where a parameter comes from: ours, ASP.NET's and Amazon's. All are matched by metadata name, so that no
/// package is required and a class that moves here keeps its parameters.
/// </summary>
internal static class BindingAttributes
{
    private const string Ours = "Serverless.Http.";
    private const string Asp = "Microsoft.AspNetCore.Mvc.";
    private const string Amazon = "Amazon.Lambda.Annotations.";

    private static readonly Dictionary<string, ParameterSource> Sources = new(StringComparer.Ordinal)
    {
        [Ours + "BindRouteAttribute"] = ParameterSource.Route,
        [Ours + "BindQueryAttribute"] = ParameterSource.Query,
        [Ours + "BindHeaderAttribute"] = ParameterSource.Header,
        [Ours + "BindCookieAttribute"] = ParameterSource.Cookie,
        [Ours + "BindFormAttribute"] = ParameterSource.Form,
        [Ours + "BindBodyAttribute"] = ParameterSource.Body,
        [Ours + "BindServiceAttribute"] = ParameterSource.Service,
        [Ours + "BindClaimAttribute"] = ParameterSource.Claim,
        [Ours + "BindAuthorizerAttribute"] = ParameterSource.AuthorizerContext,
        [Ours + "BindStageVariableAttribute"] = ParameterSource.StageVariable,
        [Asp + "FromRouteAttribute"] = ParameterSource.Route,
        [Asp + "FromQueryAttribute"] = ParameterSource.Query,
        [Asp + "FromHeaderAttribute"] = ParameterSource.Header,
        [Asp + "FromFormAttribute"] = ParameterSource.Form,
        [Asp + "FromBodyAttribute"] = ParameterSource.Body,
        [Asp + "FromServicesAttribute"] = ParameterSource.Service,
        ["Microsoft.AspNetCore.Http.AsParametersAttribute"] = ParameterSource.Members,
        [Amazon + "FromServicesAttribute"] = ParameterSource.Service,
        [Amazon + "APIGateway.FromRouteAttribute"] = ParameterSource.Route,
        [Amazon + "APIGateway.FromQueryAttribute"] = ParameterSource.Query,
        [Amazon + "APIGateway.FromHeaderAttribute"] = ParameterSource.Header,
        [Amazon + "APIGateway.FromBodyAttribute"] = ParameterSource.Body,
        [Amazon + "APIGateway.FromCustomAuthorizerAttribute"] = ParameterSource.AuthorizerContext,
    };

    /// <summary>The first attribute that names a source; null when there is none.</summary>
    public static (ParameterSource Source, string? Name)? Find(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && Sources.TryGetValue(TypeNames.FullName(type), out var source))
                return (source, Name(attribute));
        }

        return null;
    }

    /// <summary>`[FromKeyedServices]`: there is no container that could hold keys.</summary>
    public static bool IsKeyedService(ISymbol symbol) =>
        symbol.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute"));

    private static string? Name(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Name", Value.Value: string named })
                return named;
        }

        return attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : null;
    }
}
