using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0907 for function URLs of Amazon.Lambda.Annotations; our own attributes are checked when the application is read.</summary>
internal sealed class WildcardCorsRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.WildcardCors);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.LambdaFunctionAttribute] is not null)
            on.Symbols(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null)
            return;
        foreach (var attribute in method.GetAttributes())
        {
            if (ApiRoutes.IsOfAnnotations(attribute.AttributeClass, "FunctionUrlAttribute") && IsWildcardWithCredentials(attribute)
                && AttributeSites.Argument(attribute, "AllowCredentials", context.CancellationToken) is { } site)
            {
                context.ReportDiagnostic(HazardReporting.Create(ApiGatewayRules.WildcardCors, site.Expression.GetLocation(), ApiGatewayRules.WildcardCors.DefaultSeverity, null, null, "AllowOrigins = [\"*\"]"));
            }
        }
    }

    private static bool IsWildcardWithCredentials(AttributeData attribute)
    {
        var credentials = false;
        var wildcard = false;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "AllowCredentials", Value.Value: true })
                credentials = true;
            else if (argument is { Key: "AllowOrigins", Value: { Kind: TypedConstantKind.Array, IsNull: false } origins })
                wildcard = origins.Values.Any(static origin => origin.Value is "*");
        }

        return credentials && wildcard;
    }
}
