using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0708: a handler returns a stream that a `using` closes on the way out, or one that it has written and not rewound: whoever copies it reads from where it stands.
/// </summary>
internal sealed class ReturnedStreamRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.ReturnedStreamDisposed);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Operations(context => Analyze(context, model), OperationKind.Return);

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is not { } value || StreamOf(value) is not { Local: var stream } reference)
            return;
        var function = FunctionOf(context.Operation);
        var (severity, reason, kind) = Fault(function, stream, context.Operation, context.CancellationToken);
        if (reason is null || !IsHandler(context.Operation.Syntax, model, context.CancellationToken))
            return;
        context.ReportDiagnostic(HazardReporting.Create(
            HandlerRules.ReturnedStreamDisposed, reference.Syntax.GetLocation(), severity, null, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Id, kind), stream.Name, reason));
    }

    private static (DiagnosticSeverity Severity, string? Reason, string? Kind) Fault(IOperation function, ILocalSymbol stream, IOperation at, CancellationToken cancellationToken)
    {
        if (DisposedStreams.CloserOf(function, stream, at, cancellationToken) is var (_, closer, creation))
        {
            return creation is null
                ? (DiagnosticSeverity.Error, "but its 'using' disposes it before the runtime reads it", FixProperties.OwnUsing)
                : (DiagnosticSeverity.Error, "but disposing " + (closer is null ? "the " + creation.Type!.Name : "'" + closer.Name + "'") + " closes it before the runtime reads it", FixProperties.OtherUsing);
        }

        return StandsAtEnd(function, stream, cancellationToken)
            ? (DiagnosticSeverity.Warning, "but it stands at its end, so the response is empty; set its Position to 0", FixProperties.Position)
            : default;
    }

    /// <summary>`stream` or `Task.FromResult(stream)`.</summary>
    private static ILocalReferenceOperation? StreamOf(IOperation value)
    {
        value = value.Unwrap();
        if (value is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } }, Arguments: [{ Value: var result }] })
            value = result.Unwrap();
        return value is ILocalReferenceOperation { Type: { } type } local && HandlerPayloads.DerivesFromStream(type) ? local : null;
    }

    private static IOperation FunctionOf(IOperation operation)
    {
        var at = operation;
        while (at.Parent is { } parent && at is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            at = parent;
        return at;
    }

    /// <summary>The return is the handler's own, not one of a lambda inside it.</summary>
    private static bool IsHandler(SyntaxNode node, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (model.ReachOf(node, cancellationToken).Handler is not { Depth: 0, Body: var body })
            return false;
        var function = node.FirstAncestorOrSelf<SyntaxNode>(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax);
        return function is not null && function.Span.Contains(body.Span);
    }

    /// <summary>A memory stream that is made empty here, and whose every use is a known way of writing to it. Anything else may rewind it.</summary>
    private static bool StandsAtEnd(IOperation function, ILocalSymbol stream, CancellationToken cancellationToken)
    {
        var made = false;
        var written = false;
        foreach (var inner in function.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inner is IVariableDeclaratorOperation { Symbol: var declared } declarator && SymbolEqualityComparer.Default.Equals(declared, stream))
                made = declarator.GetVariableInitializer()?.Value.Unwrap() is IObjectCreationOperation { Type.Name: "MemoryStream", Initializer: null } creation && creation.Constructor?.Parameters is [] or [{ Type.SpecialType: SpecialType.System_Int32 }];
            if (inner is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, stream))
                continue;
            if (IsReturned(reference))
                continue;
            if (!Writes(reference))
                return false;
            written = true;
        }

        return made && written;
    }

    private static bool IsReturned(IOperation reference)
    {
        var at = reference.Parent;
        while (at is IConversionOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "FromResult" } } or IInvocationOperation { TargetMethod.Name: "FromResult" })
            at = at.Parent;
        return at is IReturnOperation;
    }

    private static bool Writes(IOperation reference)
    {
        var at = reference.Parent;
        while (at is IConversionOperation)
            at = at.Parent;
        return at switch
        {
            IInvocationOperation { TargetMethod.Name: var name } call when call.Instance?.Unwrap() == reference => name is "Write" or "WriteAsync" or "WriteByte" or "Flush" or "FlushAsync",
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { } type } } } =>
                (name is "Serialize" or "SerializeAsync" && type.Name is "JsonSerializer" or "ILambdaSerializer" or "DefaultLambdaJsonSerializer")
                || (name is "CopyTo" or "CopyToAsync" && HandlerPayloads.DerivesFromStream(type)),
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Utf8JsonWriter" or "StreamWriter" or "BinaryWriter" or "GZipStream" or "DeflateStream" or "BrotliStream" } } => true,
            _ => false,
        };
    }
}
