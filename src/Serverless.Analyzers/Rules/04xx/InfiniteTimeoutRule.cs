using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0406: a limit is switched off. On a machine that lives on somebody may notice; a function is killed and leaves nothing.</summary>
internal sealed class InfiniteTimeoutRule : HazardRule
{
    private static readonly string[] ZeroIsEndless = ["Command Timeout", "CommandTimeout", "Default Command Timeout", "Connect Timeout", "Connection Timeout", "Timeout"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.InfiniteTimeout);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(AnalyzeAssignment, OperationKind.SimpleAssignment);
        on.Creations(AnalyzeSource, "CancellationTokenSource");
        on.Calls(AnalyzeCall, "WaitOne", "CancelAfter", "CommandTimeout", "SetCommandTimeout");
        ConnectionStrings.Register(on, AnalyzeText);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation property)
            return;
        var isEndless = property.Property.Name switch
        {
            "Timeout" when property.Property.ContainingType is var owner && (owner.IsOrDerives("HttpClient", "System.Net.Http") || owner.IsOrDerives("ClientConfig", "Amazon.Runtime")) => IsEndless(assignment.Value, context) && !HasOwnDeadlines(property, assignment, context),
            "CommandTimeout" when IsCommand(property.Property.ContainingType) => assignment.Value.Unwrap().ConstantValue is { HasValue: true, Value: 0 },
            "KeepAliveTimeout" or "RequestHeadersTimeout" when property.Property.ContainingType.Name == "KestrelServerLimits" => IsEndless(assignment.Value, context),
            _ => false,
        };
        if (isEndless)
            context.Report(TimeoutRules.InfiniteTimeout, assignment.Value.Syntax, null, property.Property.ContainingType.Name + "." + property.Property.Name);
    }

    private static bool IsEndless(IOperation value, OperationAnalysisContext context) => ConstantDuration.Of(value, context.CancellationToken) is { } duration && ConstantDuration.IsEndless(duration);

    /// <summary>The client of `client.Timeout = …` or `new Client { Timeout = … }`, whose requests all pass a token: the limit is there, request by request.</summary>
    private static bool HasOwnDeadlines(IPropertyReferenceOperation property, ISimpleAssignmentOperation assignment, OperationAnalysisContext context)
    {
        var variable = assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } ? creation.ReceivingVariable() : property.Instance?.Symbol();
        return variable is not null && property.SemanticModel is { } model && Deadlines.EveryCallHasOne(variable, property.Syntax, model, context.CancellationToken);
    }

    private static bool IsCommand(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "DbCommand", ContainingNamespace: { Name: "Common", ContainingNamespace.Name: "Data" } } or { Name: "IDbCommand", ContainingNamespace: { Name: "Data", ContainingNamespace.Name: "System" } })
                return true;
        }

        return false;
    }

    private static void AnalyzeSource(OperationAnalysisContext context, IObjectCreationOperation creation)
    {
        if (CancellationTokens.IsSource(creation.Type) && creation.Arguments.Length > 0 && IsEndless(creation.Arguments[0].Value, context))
            context.Report(TimeoutRules.InfiniteTimeout, creation.Arguments[0].Value.Syntax, null, "CancellationTokenSource");
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isEndless = method.Name switch
        {
            "WaitOne" when method.ContainingType is { Name: "WaitHandle", ContainingNamespace.Name: "Threading" } => call.Arguments.Length > 0 && IsEndless(call.Arguments[0].Value, context),
            "CancelAfter" when CancellationTokens.IsSource(method.ContainingType) => IsEndless(call.Arguments[0].Value, context),
            "CommandTimeout" or "SetCommandTimeout" when IsOfEntityFramework(method) => call.Arguments[call.Arguments.Length - 1].Value.Unwrap().ConstantValue is { HasValue: true, Value: 0 },
            _ => false,
        };
        if (isEndless)
            context.Report(TimeoutRules.InfiniteTimeout, call.Arguments[method.Name.EndsWith("CommandTimeout", StringComparison.Ordinal) ? call.Arguments.Length - 1 : 0].Value.Syntax, null, method.ContainingType.Name + "." + method.Name);
    }

    private static bool IsOfEntityFramework(IMethodSymbol method)
    {
        for (var at = method.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at.Name == "EntityFrameworkCore")
                return true;
        }

        return false;
    }

    private static void AnalyzeText(OperationAnalysisContext context, ConnectionText text)
    {
        foreach (var key in ZeroIsEndless)
        {
            if (text[key] == "0")
            {
                context.Report(TimeoutRules.InfiniteTimeout, text.Value.Syntax, null, key);
                return;
            }
        }
    }
}
