using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// Reads the edges of one body. Lambdas belong to the body they stand in, unless something keeps them for later; local functions are bodies
/// of their own, because where they are declared says nothing about when they run.
/// </summary>
internal sealed partial class BodyReader(ISet<SyntaxNode> roots, bool hasWorkflows, CancellationToken cancellationToken) : OperationWalker
{
    private readonly List<Edge> _edges = [];
    private int _once;
    private bool _readsAField;

    public static IReadOnlyList<Edge> Read(SyntaxNode body, SemanticModel model, ISet<SyntaxNode> roots, bool hasWorkflows, CancellationToken cancellationToken)
    {
        var reader = new BodyReader(roots, hasWorkflows, cancellationToken);
        foreach (var operation in Bodies.Operations(body, model, cancellationToken))
            reader.ReadBody(operation);
        return reader._edges;
    }

    private void ReadBody(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                Visit(lambda.Body);
                break;
            case ILocalFunctionOperation local:
                Visit(local.Body);
                Visit(local.IgnoredBody);
                break;
            default:
                _readsAField = operation is IFieldInitializerOperation or IPropertyInitializerOperation;
                Visit(operation);
                break;
        }
    }

    public override void Visit(IOperation? operation)
    {
        cancellationToken.ThrowIfCancellationRequested();
        base.Visit(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        var target = operation.TargetMethod;
        Add(target.ReducedFrom ?? target, operation.Syntax, Now, isExact: !operation.IsVirtual && target is { IsStatic: false, MethodKind: MethodKind.Ordinary });
        AddMade(operation);
        if ((DeferredSinks.Of(target) ?? (hasWorkflows && TakesDelegate(target) ? DurableOperations.TimingOf(target) : null)) is not { } timing)
        {
            base.VisitInvocation(operation);
            return;
        }

        if (timing is EdgeTiming.Init or EdgeTiming.Invocation && DeferredSinks.RegisteredType(operation) is { } registered)
        {
            foreach (var constructor in registered.InstanceConstructors)
                Add(constructor, operation.Syntax, timing);
        }

        Visit(operation.Instance);
        foreach (var argument in operation.Arguments)
        {
            if (timing == EdgeTiming.Step && DurableOperations.IsWorkflow(argument.Parameter?.Type))
                Visit(argument.Value);
            else
                VisitKept(argument.Value, timing);
        }
    }

    /// <summary>`Activator.CreateInstance&lt;T&gt;()`, `ActivatorUtilities.CreateInstance(services, typeof(T))`; and a mediator, which runs the handlers of what it is given.</summary>
    private void AddMade(IInvocationOperation operation)
    {
        if (operation.TargetMethod is { Name: "CreateInstance", ContainingType.Name: "Activator" or "ActivatorUtilities" })
        {
            foreach (var constructor in DeferredSinks.RegisteredType(operation)?.InstanceConstructors ?? ImmutableArray<IMethodSymbol>.Empty)
                Add(constructor, operation.Syntax);
        }
        else if (operation.TargetMethod is { Name: "Send" or "Publish" or "CreateStream", ContainingNamespace.Name: "MediatR" } && operation.Arguments is [{ Value: var message }, ..])
        {
            Add(message.Unwrap().Type, operation.Syntax);
        }
    }

    private static bool TakesDelegate(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type.TypeKind == TypeKind.Delegate)
                return true;
        }

        return false;
    }

    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        if (operation.Constructor is { } constructor)
        {
            Add(constructor, operation.Syntax);
            if (DeferredSinks.IsBootstrap(constructor))
            {
                foreach (var argument in operation.Arguments)
                    VisitKept(argument.Value, EdgeTiming.Unknown);
                Visit(operation.Initializer);
                return;
            }
        }

        base.VisitObjectCreation(operation);
    }

    /// <summary>A value of which a delegate in it is kept; what is not a delegate is read as usual.</summary>
    private void VisitKept(IOperation value, EdgeTiming timing)
    {
        var inner = value;
        while (inner is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
            inner = inner is IConversionOperation conversion ? conversion.Operand : inner is IDelegateCreationOperation creation ? creation.Target : ((IParenthesizedOperation)inner).Operand;
        switch (inner)
        {
            case IAnonymousFunctionOperation lambda:
                _edges.Add(new Edge(null, lambda.Syntax, lambda.Syntax, timing));
                break;
            case IMethodReferenceOperation method:
                Visit(method.Instance);
                Add(method.Method, method.Syntax, timing);
                break;
            default:
                Visit(value);
                break;
        }
    }

    public override void VisitAnonymousFunction(IAnonymousFunctionOperation operation)
    {
        if (roots.Contains(operation.Syntax))
            return;
        if (OneTimeInitialisation.IsLazyFactory(operation))
            _edges.Add(new Edge(null, operation.Syntax, operation.Syntax, EdgeTiming.FirstUse));
        else if (hasWorkflows && DurableOperations.IsStep(operation.Symbol))
            _edges.Add(new Edge(null, operation.Syntax, operation.Syntax, EdgeTiming.Step));
        else if (StoredIn(operation) is { } timing)
            _edges.Add(new Edge(null, operation.Syntax, operation.Syntax, timing));
        else
            base.VisitAnonymousFunction(operation);
    }

    /// <summary>A lambda that a field, property or event keeps: whoever reads an initialised field runs it; one that is assigned is assumed to be called in invocations.</summary>
    private EdgeTiming? StoredIn(IOperation function)
    {
        var at = function.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at switch
        {
            IFieldInitializerOperation or IPropertyInitializerOperation when _readsAField => EdgeTiming.Unknown,
            IEventAssignmentOperation => EdgeTiming.Invocation,
            IAssignmentOperation assignment when OneTimeInitialisation.Kept(assignment.Target) is not null => EdgeTiming.Invocation,
            _ => null,
        };
    }

    public override void VisitLocalFunction(ILocalFunctionOperation operation)
    {
    }

    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        var timing = OneTimeInitialisation.IsLazyFactory(operation) ? EdgeTiming.FirstUse
            : hasWorkflows && DurableOperations.IsStep(operation.Method) ? EdgeTiming.Step
            : StoredIn(operation) ?? Now;
        Add(operation.Method.ReducedFrom ?? operation.Method, operation.Syntax, timing);
        base.VisitMethodReference(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        var written = operation.Parent is IAssignmentOperation assignment && assignment.Target == operation;
        var alsoRead = !written || operation.Parent is ICompoundAssignmentOperation or ICoalesceAssignmentOperation;
        if (alsoRead && operation.Property.GetMethod is { } get)
            Add(get, operation.Syntax);
        if ((written || operation.Parent is IIncrementOrDecrementOperation) && operation.Property.SetMethod is { } set)
            Add(set, operation.Syntax);
        Add(operation.Property, operation.Syntax);
        base.VisitPropertyReference(operation);
    }

    public override void VisitFieldReference(IFieldReferenceOperation operation)
    {
        Add(operation.Field, operation.Syntax);
        base.VisitFieldReference(operation);
    }

    public override void VisitEventReference(IEventReferenceOperation operation)
    {
        if (operation.Parent is IEventAssignmentOperation assignment && (assignment.Adds ? operation.Event.AddMethod : operation.Event.RemoveMethod) is { } accessor)
            Add(accessor, operation.Syntax);
        base.VisitEventReference(operation);
    }

    public override void VisitCoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        Visit(operation.Target);
        VisitOnce(operation.Value, OneTimeInitialisation.Kept(operation.Target) is not null);
    }

    public override void VisitConditional(IConditionalOperation operation)
    {
        Visit(operation.Condition);
        VisitOnce(operation.WhenTrue, OneTimeInitialisation.GuardsItself(operation));
        Visit(operation.WhenFalse);
    }

    /// <summary>`if (x is not null) return x;` makes the rest of the block run once.</summary>
    public override void VisitBlock(IBlockOperation operation)
    {
        var before = _once;
        foreach (var statement in operation.Operations)
        {
            if (_once == before && InitialisationGuards.LeavesBefore(operation, statement))
                _once++;
            Visit(statement);
        }

        _once = before;
    }

    private void VisitOnce(IOperation operation, bool once)
    {
        _once += once ? 1 : 0;
        Visit(operation);
        _once -= once ? 1 : 0;
    }

    private EdgeTiming Now => _once > 0 ? EdgeTiming.FirstUse : EdgeTiming.Same;

    private void Add(ISymbol? target, SyntaxNode site) => Add(target, site, Now);

    private void Add(ISymbol? target, SyntaxNode site, EdgeTiming timing, bool isExact = false)
    {
        if (target is not null)
            _edges.Add(new Edge(target.OriginalDefinition, null, site, timing, isExact));
    }
}
