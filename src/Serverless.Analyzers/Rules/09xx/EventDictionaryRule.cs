using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0904: parts of an HTTP event that the service leaves out, or sends as null, when there is nothing in them. The event libraries are not annotated, so the compiler
/// says nothing. What depends on the request is a warning; what the deployment decides is information, or silence where a route is known to carry it.
/// </summary>
internal sealed class EventDictionaryRule : HazardRule
{
    private static readonly string[] Members =
        ["QueryStringParameters", "MultiValueQueryStringParameters", "PathParameters", "Headers", "MultiValueHeaders", "StageVariables", "Authorizer", "Body"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.EventDictionaryNull);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!ApiEvents.AreReferenced(model.Types))
            return;
        on.Properties(
            (context, property) =>
            {
                if (property.Parent is not IVariableInitializerOperation)
                    AnalyzeUse(context, property, property, model);
            },
            Members);
        on.Operations(
            context =>
            {
                var local = (ILocalReferenceOperation)context.Operation;
                if (EventValue.HeldBy(local, Members, context.CancellationToken) is { } property)
                    AnalyzeUse(context, local, property, model);
            },
            OperationKind.LocalReference);
    }

    private static void AnalyzeUse(OperationAnalysisContext context, IOperation use, IPropertyReferenceOperation property, ServerlessModel model)
    {
        var type = property.Property.ContainingType;
        if (property.Property.NullableAnnotation == NullableAnnotation.Annotated || !(property.Property.Name == "Authorizer" ? ApiEvents.IsRequestContext(type) : ApiEvents.IsRequest(type))
            || EventValue.Dereference(use) is null || use.Syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            return;
        }

        var path = AccessPath.Of(use, context.CancellationToken);
        if (path.IsEmpty || IsMadeHere(use) || NullGuards.Guards(use, path, context.CancellationToken))
            return;
        if (model.ReachOf(use.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        var (severity, reason) = Judge(property.Property, reached);
        if (reason is not null)
            context.ReportAs(severity, ApiGatewayRules.EventDictionaryNull, use.Syntax, reached, property.Property.Name, reason);
    }

    /// <summary>An event that the code itself builds holds what the code puts in.</summary>
    private static bool IsMadeHere(IOperation use)
    {
        var at = use;
        while (at is IPropertyReferenceOperation { Instance: { } instance })
            at = instance.Unwrap();
        return at is IObjectCreationOperation || (at is ILocalReferenceOperation local && OneTimeInitialisation.InitialValue(local)?.Unwrap() is { } initial
            && (initial is IObjectCreationOperation || (initial is IPropertyReferenceOperation && IsMadeHere(initial))));
    }

    /// <summary>How sure it is that some real request lacks the part, and which. Without a reason nothing is said.</summary>
    private static (DiagnosticSeverity Severity, string? Reason) Judge(IPropertySymbol property, Reached reached)
    {
        var isLoadBalancer = property.ContainingType.Name == "ApplicationLoadBalancerRequest";
        var isWebSocket = reached.Root?.Function.IsTriggeredBy(TriggerKind.WebSocketApi) is true;
        var route = reached.Root?.Method is { } method ? ApiRoutes.Of(method) : null;
        switch (property.Name)
        {
            case not "Authorizer" when property.ContainingType.Name.StartsWith("APIGatewayCustomAuthorizer", StringComparison.Ordinal):
                return (DiagnosticSeverity.Info, "no identity source of the authorizer asks for it");
            case "QueryStringParameters" or "MultiValueQueryStringParameters" or "Headers" or "MultiValueHeaders" when isLoadBalancer:
                return (DiagnosticSeverity.Info, "the target group's setting for multi-value headers selects the other form");
            case "QueryStringParameters" or "MultiValueQueryStringParameters":
                return (DiagnosticSeverity.Warning, "a request has no query string");
            case "Body":
                return isLoadBalancer || isWebSocket ? default : (DiagnosticSeverity.Warning, "a request has no body");
            case "PathParameters":
                return route is { Template: { } template } && template.IndexOf('{') < 0 ? (DiagnosticSeverity.Warning, "the route has no variable") : default;
            case "StageVariables":
                return (DiagnosticSeverity.Info, "the stage defines no variable");
            case "Authorizer":
                return route switch
                {
                    { HasAuthorizer: true } => default,
                    { } => (DiagnosticSeverity.Warning, "the route has no authorizer"),
                    _ => (DiagnosticSeverity.Info, "a route has no authorizer"),
                };
            default:
                return (isWebSocket ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, "a WebSocket message or a test invocation of the console brings none");
        }
    }
}
