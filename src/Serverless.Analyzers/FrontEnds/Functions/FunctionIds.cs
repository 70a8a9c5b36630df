using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>Logical ids of functions: `{Class}{Method}`, or what `[ServerlessFunction]` pins.</summary>
internal static class FunctionIds
{
    public static string Of(IMethodSymbol method, DeclaredAttributes attributes, Reading reading) =>
        Pinned(attributes) is { } id ? LogicalIds.Check(id.Value, id.At, reading) : LogicalIds.From(method.ContainingType.Name + method.Name);

    /// <summary>The id that the method's own attribute names, and where.</summary>
    public static Setting<string>? Pinned(DeclaredAttributes method) =>
        method.Find("ServerlessFunction") is { } attribute && attribute.Constructor<string>(0) is { } id
            ? new Setting<string>(id, method.At(attribute, "logicalId"))
            : null;
}
