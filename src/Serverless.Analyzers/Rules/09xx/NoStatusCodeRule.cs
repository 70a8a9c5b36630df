using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0902: a response that goes back to the front door with the status code that an int has when nobody sets it.</summary>
internal sealed class NoStatusCodeRule : HazardRule
{
    private const string Property = "StatusCode";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.NoStatusCode);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        var later = new LaterAssignments();
        on.Creations((context, creation) => Analyze(context, creation, model, later), ApiEvents.Responses);
    }

    private static void Analyze(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model, LaterAssignments later)
    {
        if (!ApiEvents.IsResponse(creation.Type) || creation.Initialised(Property) is not null)
            return;
        if (!ResponseFlow.IsReturnedWithout(creation, Property, context.CancellationToken) || model.ReachOf(creation.Syntax, context.CancellationToken).Handler is not { } reached)
            return;

        var isHandlers = IsInHandlerItself(creation, reached);
        if (!isHandlers && later.Exist(context.Compilation, context.CancellationToken))
            return;

        // What a helper returns may go elsewhere, and a WebSocket API looks at the code of a connection's beginning only.
        var certain = isHandlers && reached.Root?.Function.IsTriggeredBy(TriggerKind.WebSocketApi) is not true;
        context.ReportAs(certain ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, ApiGatewayRules.NoStatusCode, creation.Syntax, reached, creation.Type!.Name);
    }

    private static bool IsInHandlerItself(IOperation operation, Reached reached)
    {
        if (reached.Depth > 0)
            return false;
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return at.Syntax == reached.Root?.Body;
        }

        return true;
    }

    /// <summary>`x.StatusCode = …` anywhere in the project: whoever calls a helper may set what the helper leaves open. By name, once for a compilation.</summary>
    private sealed class LaterAssignments
    {
        private object? _exist;

        public bool Exist(Compilation compilation, CancellationToken cancellationToken)
        {
            if (Volatile.Read(ref _exist) is { } known)
                return (bool)known;
            var exist = compilation.SyntaxTrees.Any(tree => TreeNames.Of(tree, cancellationToken).Mentions(Property)
                && tree.GetRoot(cancellationToken).DescendantNodes().Any(static node => node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Property } }));
            Volatile.Write(ref _exist, exist);
            return exist;
        }
    }
}
