using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1201 and SVLS1202: a function that calls a function. One look at the request decides both: whom it names and whether it waits. Invoking oneself is said once,
/// as the worse of the two.
/// </summary>
internal sealed class FunctionCallRule : HazardRule
{
    private static readonly ImmutableDictionary<string, string?> Unused = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.ResultUnused, "true");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.SynchronousFunctionCall, EventRules.FunctionInvokesItself);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls((context, call) => AnalyzeInvoke(context, call, model), "InvokeAsync", "Invoke", "InvokeAsyncAsync", "InvokeWithResponseStreamAsync");
        on.Calls((context, call) => AnalyzeExecution(context, call, model), "StartSyncExecutionAsync", "StartSyncExecution");
    }

    private static void AnalyzeInvoke(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!call.IsOf("Lambda"))
            return;
        var request = AwsRequest.Of(call);
        if (!request.IsKnown)
            return;
        var cancellationToken = context.CancellationToken;
        if ((model.ReachOf(call.Syntax, cancellationToken).Handler) is not { } reached)
            return;
        var name = AwsCalls.OperationOf(call.TargetMethod);
        if (ValueOrigins.ComesFrom(request.Value("FunctionName", cancellationToken), reached, static origin => IsOwnName(origin), cancellationToken))
        {
            context.ReportAs(CountsItsDepth(call) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, EventRules.FunctionInvokesItself, call.Syntax, reached, name, reached.Chain);
            return;
        }

        if (name != "Invoke" || !Waits(request.Value("InvocationType", cancellationToken)))
            return;
        var properties = CallResult.Of(call).Use == ResultUse.Discarded ? Unused : null;
        context.ReportDiagnostic(HazardReporting.Create(
            EventRules.SynchronousFunctionCall, call.Syntax.GetLocation(), DiagnosticSeverity.Warning, reached, properties, name, "another function", reached.Chain));
    }

    private static void AnalyzeExecution(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.IsOf("StepFunctions") && model.ReachOf(call.Syntax, context.CancellationToken).Handler is { } reached)
            context.Report(EventRules.SynchronousFunctionCall, call.Syntax, reached, AwsCalls.OperationOf(call.TargetMethod), "a state machine", reached.Chain);
    }

    /// <summary>The service waits unless it is told not to; a type that is computed is left alone.</summary>
    private static bool Waits(IOperation? invocationType) => invocationType?.Unwrap() switch
    {
        null => true,
        IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: "InvocationType" } } => name == "RequestResponse",
        { ConstantValue: { HasValue: true, Value: string text } } => text == "RequestResponse",
        _ => false,
    };

    private static bool IsOwnName(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "FunctionName" or "InvokedFunctionArn", ContainingType: { Name: "ILambdaContext", ContainingNamespace.Name: "Core" } } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } }, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: "AWS_LAMBDA_FUNCTION_NAME" } }, ..] } => true,
        _ => false,
    };

    /// <summary>A comparison of a number around or before the call: somebody thought of the end.</summary>
    private static bool CountsItsDepth(IOperation call) => Conditions.Ask(call, static inner => inner is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        LeftOperand.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte or SpecialType.System_Int16,
    });
}
