using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0402: a limit that is not shorter than the time of the function that has most of it. Silent unless the time of every function is known: code is shared, and which of
/// them runs it is not certain enough to compare with one.
/// </summary>
internal sealed class ClientTimeoutTooLongRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.ClientTimeoutTooLong);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Options.IsFargate)
            return;
        on.Operations(context => AnalyzeAssignment(context, model), OperationKind.SimpleAssignment);
        on.Calls((context, call) => AnalyzePolicy(context, call, model), "Timeout", "TimeoutAsync", "AddTimeout");
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, ServerlessModel model)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property })
            return;
        var limit = property.Name switch
        {
            "Timeout" when property.ContainingType.IsOrDerives("HttpClient", "System.Net.Http") || property.ContainingType.IsOrDerives("ClientConfig", "Amazon.Runtime") => ConstantDuration.Of(assignment.Value, context.CancellationToken),
            "CommandTimeout" when property.ContainingType.IsOrDerives("DbCommand", "System.Data.Common") || property.ContainingType.IsOrDerives("IDbCommand", "System.Data") => ConstantDuration.OfSeconds(assignment.Value, context.CancellationToken),
            _ => null,
        };
        if (limit is { } known)
            Compare(context, model, assignment.Value, known, property.ContainingType.Name + "." + property.Name);
    }

    /// <summary>Polly: a number is seconds.</summary>
    private static void AnalyzePolicy(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!IsOfPolly(call.TargetMethod))
            return;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { Name: "seconds" or "timeout" } || ConstantDuration.OfSeconds(argument.Value, context.CancellationToken) is not { } limit)
                continue;
            Compare(context, model, argument.Value, limit, call.TargetMethod.Name);
            return;
        }
    }

    private static void Compare(OperationAnalysisContext context, ServerlessModel model, IOperation value, TimeSpan limit, string name)
    {
        // No limit at all is SVLS0406's.
        if (ConstantDuration.IsEndless(limit) || FunctionTimeouts.Longest(model, context.CancellationToken) is not { } function || limit.TotalSeconds < function)
            return;
        var properties = function > 1 ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, FunctionTimeouts.Text(function - 1)) : null;
        context.ReportDiagnostic(HazardReporting.Create(
            TimeoutRules.ClientTimeoutTooLong, value.Syntax.GetLocation(), TimeoutRules.ClientTimeoutTooLong.DefaultSeverity, reached: null, properties,
            name, limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture), FunctionTimeouts.Text(function)));
    }

    private static bool IsOfPolly(IMethodSymbol method)
    {
        for (var at = method.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at.Name == "Polly")
                return true;
        }

        return false;
    }
}
