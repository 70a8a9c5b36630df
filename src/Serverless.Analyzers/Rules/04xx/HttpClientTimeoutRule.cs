using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0401: an HttpClient, made by hand or by a factory's registration, whose default timeout outlasts the function.</summary>
internal sealed class HttpClientTimeoutRule : HazardRule
{
    private const int DefaultSeconds = 100;

    private static readonly HashSet<string> OwnPolicies = new(StringComparer.Ordinal)
    {
        "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddPolicyHandlerFromRegistry", "AddTransientHttpErrorPolicy",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.HttpClientDefaultTimeout);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.HttpClient] is not { } client)
            return;
        on.Creations((context, creation) => AnalyzeCreation(context, creation, model, client), client.Name);
        on.Calls((context, call) => AnalyzeRegistration(context, call, model), "AddHttpClient");
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model, INamedTypeSymbol client)
    {
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, client) || creation.Initialised("Timeout") is not null)
            return;
        var severity = DiagnosticSeverity.Warning;
        if (creation.ReceivingVariable() is { } variable && creation.SemanticModel is { } semantics)
        {
            if (VariableUses.SetsProperty(variable, "Timeout", creation.Syntax, semantics, context.CancellationToken))
                return;
            if (Deadlines.EveryCallHasOne(variable, creation.Syntax, semantics, context.CancellationToken))
                severity = DiagnosticSeverity.Info;
        }
        else if (creation.Parent is IReturnOperation or IArgumentOperation)
        {
            // Whoever receives it may set the timeout; a local or field that we see may not.
            severity = DiagnosticSeverity.Info;
        }

        ReportAt(context, model, creation.Syntax, severity);
    }

    private static void AnalyzeRegistration(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!call.TargetMethod.IsExtensionMethod || Configures(call))
            return;
        var last = call;
        for (var next = NextInChain(last); next is not null; last = next, next = NextInChain(last))
        {
            if (OwnPolicies.Contains(next.TargetMethod.Name) || (next.TargetMethod.Name == "ConfigureHttpClient" && Configures(next)))
                return;
        }

        // A builder that is kept may be configured later.
        if (last.Parent is IExpressionStatementOperation)
            ReportAt(context, model, call.Syntax, DiagnosticSeverity.Warning);
    }

    /// <summary>The call that takes the result of this one, as extension methods do.</summary>
    private static IInvocationOperation? NextInChain(IInvocationOperation call)
    {
        var at = call.Parent;
        while (at is IConversionOperation)
            at = at.Parent;
        return at is IArgumentOperation { Parent: IInvocationOperation next } ? next : null;
    }

    /// <summary>A delegate sets Timeout, or is one that we cannot read.</summary>
    private static bool Configures(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            if (argument.Value.Unwrap() is not IAnonymousFunctionOperation lambda)
                return true;
            if (lambda.Body.Descendants().Any(static inner => inner is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Timeout" } }))
                return true;
        }

        return false;
    }

    private static void ReportAt(OperationAnalysisContext context, ServerlessModel model, SyntaxNode at, DiagnosticSeverity severity)
    {
        var known = FunctionTimeouts.Of(model, at, context.CancellationToken);
        if (known > DefaultSeconds)
            return;
        var comparison = known is { } seconds ? ", the function has " + FunctionTimeouts.Text(seconds) : "";
        context.ReportDiagnostic(Diagnostic.Create(TimeoutRules.HttpClientDefaultTimeout, at.GetLocation(), severity, additionalLocations: null, properties: null, comparison));
    }
}
