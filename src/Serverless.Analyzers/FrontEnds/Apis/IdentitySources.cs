using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>
/// What identifies a caller, in API Gateway's words. A request without one of them is refused before the authorizer is asked, and
/// together they are the key under which a decision is kept.
/// </summary>
internal static class IdentitySources
{
    public const string Authorization = "$request.header.Authorization";

    private static readonly string[] Prefixes = ["$request.header.", "$request.querystring.", "$context.", "$stageVariables."];

    public static bool IsWellFormed(string source) =>
        Array.Exists(Prefixes, prefix => source.StartsWith(prefix, StringComparison.Ordinal) && source.Length > prefix.Length && source.IndexOf(' ') < 0);

    /// <summary>
    /// Where the parameters of an authorizer method are bound from. What may be missing is no identity, or a request without it would be
    /// refused unasked; where decisions are kept it is one all the same, or the decision for one value would answer another.
    /// </summary>
    public static IEnumerable<string> OfParameters(IMethodSymbol method, bool areDecisionsKept)
    {
        foreach (var parameter in method.Parameters)
        {
            if ((areDecisionsKept || IsRequired(parameter)) && Of(parameter) is { } source)
                yield return source;
        }
    }

    /// <summary>Null when the parameter is bound from nothing that a request carries.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (BindingAttributes.Find(parameter) is not { } written)
            return ValueTypes.Parser(parameter.Type) is null ? null : "$request.querystring." + parameter.Name;
        var name = written.Name ?? parameter.Name;
        return written.Source switch
        {
            Model.ParameterSource.Header => "$request.header." + name,
            Model.ParameterSource.Query => "$request.querystring." + name,
            Model.ParameterSource.StageVariable => "$stageVariables." + name,
            Model.ParameterSource.Cookie => "$request.header.Cookie",
            _ => null,
        };
    }

    private static bool IsRequired(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue && !TextParameters.IsNullable(parameter.Type);
}
