using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads `[LambdaAuthorizer]` of a method.</summary>
internal static class LambdaAuthorizerReader
{
    public const string Attribute = "LambdaAuthorizer";

    public static LambdaAuthorizer? Read(IMethodSymbol method, DeclaredAttributes attributes, Reading reading)
    {
        if (ApiScope.Find(attributes, Attribute, reading) is not { } scope)
            return null;
        var ttl = scope.InRange("ResultTtl", 0, 3_600, "s") ?? 0;
        var sources = Sources(method, ttl, scope);
        if (ttl > 0 && sources.Count == 0)
            reading.Report(RuleIds.AuthorizerIncomplete, scope.At("ResultTtl"), method.Name, "a decision is kept for equal identity sources, and it has none: bind a parameter from the request or write IdentitySources");
        if (ttl > 0)
            CachedDecisions.Check(method, sources, reading);
        return new LambdaAuthorizer(
            method,
            scope.Attribute.Type("Api"),
            scope.At("Api"),
            new Authorizer
            {
                Name = method.Name,
                Kind = AuthorizerKind.Lambda,
                Declaration = scope.Declaration,
                IdentitySources = sources,
                Function = FunctionIds.Of(method, attributes, reading),
                ResultTtl = ttl,
            });
    }

    private static EquatableArray<string> Sources(IMethodSymbol method, int ttl, ApiScope scope)
    {
        if (scope.Attribute.StringArray("IdentitySources") is not { } written)
            return IdentitySources.OfParameters(method, areDecisionsKept: ttl > 0).Distinct(StringComparer.Ordinal).ToEquatableArray();
        for (var i = 0; i < written.Count; i++)
        {
            if (!IdentitySources.IsWellFormed(written[i]))
                scope.ReportMalformed(ApiScope.Element("IdentitySources", i), written[i], "an identity source is '$request.header.Name', '$request.querystring.name', '$context.name' or '$stageVariables.name'");
        }

        return written.Where(IdentitySources.IsWellFormed).Distinct(StringComparer.Ordinal).ToEquatableArray();
    }
}
