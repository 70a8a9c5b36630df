using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0901 for functions of Amazon.Lambda.Annotations: a timeout beyond what the API in front of the function waits. A function URL waits as long as the function runs,
/// so it has no such limit.
/// </summary>
internal sealed class FrontDoorTimeoutRule : HazardRule
{
    private const int HttpSeconds = 30;
    private const int RestSeconds = 29;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.TimeoutBeyondFrontDoor);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.LambdaFunctionAttribute] is { } function)
            on.Symbols(context => Analyze(context, function), SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol function)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || method.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, function)) is not { } declared)
            return;
        if (Timeout(declared) is not { } seconds || ApiRoutes.Of(method) is not { } route || HasOtherEvents(method))
            return;
        var limit = route.IsRest ? RestSeconds : HttpSeconds;
        if (seconds <= limit || (route.IsRest && LimitIsRaised(context.Options.AdditionalFiles, context.CancellationToken)))
            return;
        if (AttributeSites.Argument(declared, "Timeout", context.CancellationToken) is { } argument)
        {
            context.ReportDiagnostic(HazardReporting.Create(
                ApiGatewayRules.TimeoutBeyondFrontDoor, argument.GetLocation(), SeverityOf(seconds, limit), null, null,
                seconds, route.IsRest ? "a REST API" : "an HTTP API", limit.ToString(System.Globalization.CultureInfo.InvariantCulture) + " seconds"));
        }
    }

    /// <summary>The 30 seconds of so many templates are one more than a REST API waits: worth knowing, not worth a warning.</summary>
    public static DiagnosticSeverity SeverityOf(long seconds, int limit) => seconds > limit + 1 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

    private static long? Timeout(AttributeData function)
    {
        foreach (var argument in function.NamedArguments)
        {
            if (argument is { Key: "Timeout", Value.Value: uint seconds })
                return seconds;
        }

        return null;
    }

    /// <summary>What a queue or a schedule starts may take its time.</summary>
    private static bool HasOtherEvents(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name.EndsWith("EventAttribute", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Regional and private REST APIs may be given more time; whoever was has written it into a template.</summary>
    private static bool LimitIsRaised(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (DeploymentFiles.KindOf(file.Path) == DeploymentFileKind.Template && file.GetText(cancellationToken)?.ToString().Contains("TimeoutInMillis") == true)
                return true;
        }

        return false;
    }
}
