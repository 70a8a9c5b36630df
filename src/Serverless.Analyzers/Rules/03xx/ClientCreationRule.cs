using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0301: a client that is made to be shared is created in every invocation. Creation that happens once (a guarded field, `Lazy`, a singleton's factory)
/// is what we ask for; so is a client for credentials that only the invocation knows.
/// </summary>
internal sealed class ClientCreationRule : HazardRule
{
    private static readonly ImmutableDictionary<string, string?> ReusedObject = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.ReusedObject, "true");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.ClientPerInvocation);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(operation => Analyze(operation, model), OperationKind.ObjectCreation, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        var (type, arguments) = context.Operation switch
        {
            IObjectCreationOperation creation when ReusableTypes.Contains(creation.Type, model) => (creation.Type, creation.Arguments),
            IInvocationOperation call when ReusableTypes.IsFactory(call.TargetMethod, model) => (call.TargetMethod.ContainingType, call.Arguments),
            _ => default,
        };
        if (type is null || IsPartOfAnother(context.Operation, model) || SharesItsHandler(arguments) || HasOwnCredentials(arguments, context.CancellationToken))
            return;
        if (OneTimeInitialisation.Encloses(context.Operation))
            return;
        var reach = model.ReachOf(context.Operation.Syntax, context.CancellationToken);
        if (reach is not { Handler: { Root: not { RunsOnce: true } } reached, Init: null })
            return;
        var properties = context.ContainingSymbol is { IsStatic: false, ContainingType: { } owner } && model.Handlers(context.CancellationToken).IsReused(owner) ? ReusedObject : null;
        context.ReportDiagnostic(Diagnostic.Create(
            ColdStartRules.ClientPerInvocation, context.Operation.Syntax.GetLocation(), reached.Sites, properties, type.Name, reached.Chain));
    }

    /// <summary>`new HttpClient(new SocketsHttpHandler())` is one finding, at the outer object.</summary>
    private static bool IsPartOfAnother(IOperation operation, ServerlessModel model)
    {
        for (var at = operation.Parent; at is IArgumentOperation or IConversionOperation or IObjectCreationOperation; at = at.Parent)
        {
            if (at is IObjectCreationOperation outer && ReusableTypes.Contains(outer.Type, model))
                return true;
        }

        return false;
    }

    /// <summary>`new HttpClient(shared, disposeHandler: false)`: the connections are the handler's.</summary>
    private static bool SharesItsHandler(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Any(static a => a is { Parameter.Name: "disposeHandler", Value.ConstantValue: { HasValue: true, Value: false } });

    /// <summary>Credentials that come with the call or from an assumed role belong to one tenant; a shared client would serve the wrong one.</summary>
    private static bool HasOwnCredentials(ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellationToken)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Type.Name is { } name && name.EndsWith("Credentials", StringComparison.Ordinal) && ComesFromTheInvocation(argument.Value, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool ComesFromTheInvocation(IOperation value, CancellationToken cancellationToken)
    {
        foreach (var inner in value.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IParameterReferenceOperation or IAwaitOperation:
                case IInvocationOperation { TargetMethod.Name: "AssumeRoleAsync" or "AssumeRole" }:
                    return true;
                case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial && ComesFromTheInvocation(initial, cancellationToken):
                    return true;
                case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is null:
                    return true;
            }
        }

        return false;
    }
}
