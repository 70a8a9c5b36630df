using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0908: a caller is told what an exception says about the inside.</summary>
internal sealed class ExceptionReturnedRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.ExceptionReturned);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!ApiEvents.AreReferenced(model.Types) && model.Types[ResponseBodies.HttpResults] is null)
            return;
        on.Properties(
            (context, property) =>
            {
                if (ExceptionDetails.IsRevealing(property))
                    Analyze(context, property, property.Property.Name, model);
            },
            "Message",
            "StackTrace");
        on.Calls(
            (context, call) =>
            {
                if (call.Arguments.IsEmpty && ExceptionDetails.IsException(call.Instance?.Type))
                    Analyze(context, call, "ToString()", model);
            },
            "ToString");
        on.Operations(
            context =>
            {
                if (context.Operation is IInterpolationOperation { Expression: var expression } && ExceptionDetails.IsException(expression.Unwrap().Type))
                    Analyze(context, expression, "ToString()", model);
            },
            OperationKind.Interpolation);
    }

    private static void Analyze(OperationAnalysisContext context, IOperation detail, string what, ServerlessModel model)
    {
        if (!ResponseBodies.Receive(detail, context.CancellationToken) || IsForDevelopers(detail) || model.ReachOf(detail.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        context.Report(ApiGatewayRules.ExceptionReturned, detail.Syntax, reached, what);
    }

    /// <summary>Behind a question like "is this development?".</summary>
    private static bool IsForDevelopers(IOperation operation)
    {
        for (IOperation child = operation, at = operation.Parent!; at is not null; child = at, at = at.Parent!)
        {
            if (at is IConditionalOperation conditional && conditional.Condition != child && conditional.Condition.Syntax.DescendantTokens().Any(static token => IsDevelopment(token.ValueText)))
                return true;
        }

        return false;
    }

    private static bool IsDevelopment(string text) =>
        text.IndexOf("develop", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("debug", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("local", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("detail", StringComparison.OrdinalIgnoreCase) >= 0;
}
