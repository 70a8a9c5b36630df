using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            if (VariableUses.SetsProperty(variable, "Timeout", creation.Syntax, semantics, context.CancellationToken)
                || TimeoutSetters.ReceiverSets(variable, creation.Syntax, semantics, context.CancellationToken)
                || (variable is IFieldSymbol or IPropertySymbol && TimeoutSetters.OwnerSets(variable, context.CancellationToken)))
            {
                return;
            }

            if (Deadlines.EveryCallHasOne(variable, creation.Syntax, semantics, context.CancellationToken))
                severity = DiagnosticSeverity.Info;
        }
        else if (creation.Parent is IReturnOperation or IArgumentOperation)
        {
            if (IsSetElsewhere(creation, context))
                return;

            // Whoever receives it may set the timeout; a local or field that we see may not.
            severity = DiagnosticSeverity.Info;
        }

        ReportAt(context, model, creation.Syntax, severity);
    }

    private static bool IsSetElsewhere(IObjectCreationOperation creation, OperationAnalysisContext context) => creation.Parent is IArgumentOperation argument
        ? TimeoutSetters.ReceiverSets(argument, context.CancellationToken)
        : context.ContainingSymbol is IMethodSymbol factory && creation.SemanticModel is { } model && TimeoutSetters.CallerSets(factory, creation.Syntax, model, context.CancellationToken);

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
        if (last.Parent is IExpressionStatementOperation && !DefaultsConfigure(context))
            ReportAt(context, model, call.Syntax, DiagnosticSeverity.Warning);
    }

    /// <summary>`ConfigureHttpClientDefaults` somewhere in the project sets a limit, or adds a policy that has one.</summary>
    private static bool DefaultsConfigure(OperationAnalysisContext context)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (!TreeNames.Of(tree, context.CancellationToken).Mentions("ConfigureHttpClientDefaults"))
                continue;
            foreach (var call in tree.GetRoot(context.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureHttpClientDefaults" } && Sets(call.ArgumentList))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A method group may set anything.</summary>
    private static bool Sets(ArgumentListSyntax arguments) =>
        arguments.Arguments.Any(static argument => argument.Expression is not AnonymousFunctionExpressionSyntax)
        || arguments.DescendantTokens().Any(static token => token.ValueText == "Timeout" || OwnPolicies.Contains(token.ValueText));

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
        var end = model.Options.IsFargate ? "for as long" : "and paid for, until the function is killed";
        context.ReportDiagnostic(Diagnostic.Create(TimeoutRules.HttpClientDefaultTimeout, at.GetLocation(), severity, additionalLocations: null, properties: null, comparison, end));
    }
}
