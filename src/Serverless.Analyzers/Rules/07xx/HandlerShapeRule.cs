using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0701, SVLS0704 and SVLS0705: what the runtime checks before the first invocation, in the order in which it does, so that a handler gets the fault that it would
/// report. Of a handler that is recognised by its shape alone, only faults are reported that do not speak against its being one.
/// </summary>
internal sealed class HandlerShapeRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ImmutableArray.Create(HandlerRules.AsyncVoidHandler, HandlerRules.HandlerParameters, HandlerRules.HandlerNotInstantiable);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Symbols(context => Analyze(context, model), SymbolKind.Method);

    private static void Analyze(SymbolAnalysisContext context, ServerlessModel model)
    {
        if (LoadedHandlers.Of((IMethodSymbol)context.Symbol, model, context.CancellationToken) is not { } handler)
            return;
        var method = handler.Method;
        if (context.Symbol.Locations is not [{ IsInSource: true } at, ..])
            return;
        if (method is { IsAsync: true, ReturnsVoid: true })
            Report(context, HandlerRules.AsyncVoidHandler, at, handler);
        if (handler.IsCertain && FaultOfParameters(method, model.Types[HazardTypeNames.LambdaContext]) is var (parameter, fault))
            Report(context, HandlerRules.HandlerParameters, parameter?.Locations is [{ IsInSource: true } place, ..] ? place : at, handler, fault);
        if (FaultOfType(handler, model.Types.Compilation, context.CancellationToken) is { } reason)
            Report(context, HandlerRules.HandlerNotInstantiable, at, handler, reason);
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location at, LoadedHandler handler, params object[] more) =>
        context.ReportDiagnostic(HazardReporting.Create(rule, at, handler.Severity, null, null, [handler.Method.Name, .. more]));

    private static (IParameterSymbol? Parameter, string Fault)? FaultOfParameters(IMethodSymbol method, INamedTypeSymbol? lambdaContext)
    {
        var parameters = method.Parameters;
        if (method.IsVararg)
            return (null, "it has a variable argument list");
        if (parameters is [.., { IsParams: true } last])
            return (last, "parameter '" + last.Name + "' is 'params'");
        if (parameters.Length > 2)
            return (null, "it has " + parameters.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " parameters");
        foreach (var parameter in parameters)
        {
            if (parameter.RefKind != RefKind.None)
                return (parameter, "parameter '" + parameter.Name + "' is passed by reference");
        }

        return parameters is [_, var second] && !SymbolEqualityComparer.Default.Equals(second.Type, lambdaContext)
            ? (second, "its second parameter '" + second.Name + "' is not an ILambdaContext")
            : null;
    }

    private static string? FaultOfType(LoadedHandler handler, Compilation compilation, CancellationToken cancellationToken)
    {
        var method = handler.Method;
        var type = method.ContainingType;
        if (handler.IsCertain && method.IsGenericMethod)
            return "the method is generic";
        var fault = IsGeneric(type) ? "its type '" + type.Name + "' is generic"
            : type.TypeKind == TypeKind.Interface ? "its type '" + type.Name + "' is an interface"
            : method.IsStatic ? null
            : type.IsAbstract ? "its type '" + type.Name + "' is abstract"
            : LacksConstructor(type) ? "its type '" + type.Name + "' has no public constructor without parameters"
            : null;

        // A handler string may name a type that derives from the one that declares the method; the derived type is what the runtime makes.
        var speaksAgainstHandler = !handler.IsCertain && fault is not null && (type.IsAbstract || IsGeneric(type));
        return fault is null || speaksAgainstHandler || HasDerivedType(type, compilation.Assembly.GlobalNamespace, cancellationToken) ? null : fault;
    }

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.Arity > 0)
                return true;
        }

        return false;
    }

    private static bool LacksConstructor(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            return false;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
                return false;
        }

        return true;
    }

    private static bool HasDerivedType(INamedTypeSymbol type, INamespaceOrTypeSymbol within, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in within.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
                continue;
            if (inner is INamedTypeSymbol { BaseType: { } parent } && SymbolEqualityComparer.Default.Equals(parent.OriginalDefinition, type.OriginalDefinition))
                return true;
            if (HasDerivedType(type, inner, cancellationToken))
                return true;
        }

        return false;
    }
}
