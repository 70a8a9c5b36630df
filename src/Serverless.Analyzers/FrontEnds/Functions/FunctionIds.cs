using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>
/// Logical ids of functions: `{Class}{Method}`, `{Class}` for the function of a class, the last part of the assembly's name for that of the
/// assembly, or what `[ServerlessFunction]` pins.
/// </summary>
internal static class FunctionIds
{
    public static string Of(IMethodSymbol method, DeclaredAttributes attributes, Reading reading) =>
        Pinned(attributes) is { } id ? LogicalIds.Check(id.Value, id.At, reading) : LogicalIds.From(method.ContainingType.Name + method.Name);

    public static string Of(FunctionScope scope, Reading reading)
    {
        if (scope.Shared is not { } owner)
            return Of(scope.Symbol, scope.Method, reading);
        if (Pinned(owner) is { } id)
            return LogicalIds.Check(id.Value, id.At, reading);
        var assembly = reading.Project.AssemblyName;
        return LogicalIds.From(owner.Symbol is INamedTypeSymbol type ? type.Name : assembly.Substring(assembly.LastIndexOf('.') + 1));
    }

    /// <summary>The id that an attribute on a method, a class or the assembly names, and where.</summary>
    public static Setting<string>? Pinned(DeclaredAttributes owner) =>
        owner.Find("ServerlessFunction") is { } attribute && attribute.Constructor<string>(0) is { } id
            ? new Setting<string>(id, owner.At(attribute, "logicalId"))
            : null;
}
