using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// `static State X => State.Factory(…).Call(…)…;` as the calls it is made of. Nobody runs it: it is read here and nowhere else,
/// so anything but one chain of calls on the library's own builders is refused instead of guessed at.
/// </summary>
internal sealed class StateChain
{
    private readonly IPropertySymbol _property;
    private readonly SyntaxNode _declaration;

    private StateChain(IPropertySymbol property, SyntaxNode declaration, SemanticModel semantics, IInvocationOperation factory, ImmutableArray<IInvocationOperation> calls)
    {
        _property = property;
        _declaration = declaration;
        Semantics = semantics;
        Factory = factory;
        Calls = calls;
    }

    public SemanticModel Semantics { get; }

    /// <summary>`State.Task(…)`, `State.Choice()` …</summary>
    public IInvocationOperation Factory { get; }

    /// <summary>What follows the factory, in the order of the source.</summary>
    public ImmutableArray<IInvocationOperation> Calls { get; }

    /// <summary>Null when it is not a readable chain; <paramref name="problem"/> then says why, or is null when the compiler already does.</summary>
    public static StateChain? Read(IPropertySymbol property, Reading reading, out string? problem, out DeclarationRef at)
    {
        problem = null;
        at = Reading.Of(property);
        if (property.DeclaringSyntaxReferences is not [var reference])
            return null;
        if (reference.GetSyntax(reading.CancellationToken) is not PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression } declaration)
        {
            problem = "write it with '=>' and one chain of calls";
            return null;
        }

#pragma warning disable RS1030 // the reader works from a compilation, for the generator too: there is no analysis context to take the model from
        var semantics = reading.Compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
        if (!property.IsStatic)
        {
            problem = "make it static: it describes the machine, not an object";
            return null;
        }

        var operation = semantics.GetOperation(expression, reading.CancellationToken);
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        while (true)
        {
            while (operation is IConversionOperation { IsImplicit: true } conversion)
                operation = conversion.Operand;
            if (operation is null or IInvalidOperation || HasErrors(operation))
                return null;
            if (operation is not IInvocationOperation call || call.TargetMethod.ContainingNamespace.ToDisplayString() != "Serverless.StepFunctions")
            {
                problem = "only calls of State and its builders can stand here; they are read, not run";
                at = Place(property, declaration, operation.Syntax.Span);
                return null;
            }

            if (call.Instance is null)
            {
                calls.Reverse();
                return new StateChain(property, declaration, semantics, call, calls.ToImmutable());
            }

            calls.Add(call);
            operation = call.Instance;
        }
    }

    public IEnumerable<IInvocationOperation> All(string name) => Calls.Where(c => c.TargetMethod.Name == name);

    public IInvocationOperation? Find(string name) => Calls.LastOrDefault(c => c.TargetMethod.Name == name);

    /// <summary>The argument of a parameter, or null when it was left out.</summary>
    public static IOperation? Argument(IInvocationOperation call, int position)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == position)
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        }

        return null;
    }

    /// <summary>The elements of a `params` argument.</summary>
    public static ImmutableArray<IOperation> Elements(IInvocationOperation call, int position) =>
        Argument(call, position) is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : ImmutableArray<IOperation>.Empty;

    /// <summary>The place of something inside the member, without a position in the file.</summary>
    public DeclarationRef PlaceOf(SyntaxNode node) => PlaceOf(node.Span);

    public DeclarationRef PlaceOf(TextSpan span) => Place(_property, _declaration, span);

    private static DeclarationRef Place(IPropertySymbol property, SyntaxNode declaration, TextSpan span) =>
        new(Reading.Of(property).Symbol, -1, null, span.Start - declaration.SpanStart, span.Length);

    /// <summary>Lambdas that do not compile are no fault of the chain: the compiler reports them.</summary>
    private static bool HasErrors(IOperation operation) => operation is IInvocationOperation call && call.Arguments.Any(static a => a.Value is IInvalidOperation);
}
