using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Reads the C# side of a function: where each argument comes from and how the result travels.</summary>
internal static class HandlerReader
{
    /// <summary>Null when the method cannot be a handler; faults say why.</summary>
    /// <param name="method">The user's method.</param>
    /// <param name="kind">What calls it.</param>
    /// <param name="routes">Its routes, empty for an invocation.</param>
    /// <param name="reading">Shared state of the read.</param>
    public static HandlerEntry? Read(IMethodSymbol method, HandlerKind kind, EquatableArray<HttpRoute> routes, Reading reading) => null;
}
