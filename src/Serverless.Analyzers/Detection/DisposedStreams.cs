using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>What a `using` closes when control leaves it: its own object, and the stream below a writer or a compressing stream that was not told to leave it open.</summary>
internal static class DisposedStreams
{
    /// <summary>Types of the base library that close what they are made with. `Utf8JsonWriter` does not.</summary>
    private static readonly HashSet<string> Closing = new(StringComparer.Ordinal)
    {
        "StreamWriter", "StreamReader", "BinaryWriter", "BinaryReader", "GZipStream", "DeflateStream", "BrotliStream", "ZLibStream", "CryptoStream", "BufferedStream", "ZipArchive",
    };

    /// <summary>The `using` that closes the stream, and the variable of the object that does it: the stream's own, or the one made around it.</summary>
    /// <param name="function">The code in which to look.</param>
    /// <param name="stream">The stream's variable.</param>
    /// <param name="at">Where the stream must still be open afterwards.</param>
    public static (IOperation Using, ILocalSymbol? Closer, IObjectCreationOperation? Creation)? CloserOf(IOperation function, ILocalSymbol stream, IOperation at, CancellationToken cancellationToken)
    {
        foreach (var inner in function.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var resources = inner switch
            {
                IUsingDeclarationOperation declaration when inner.Syntax.SpanStart < at.Syntax.SpanStart && inner.Parent?.Syntax.Span.Contains(at.Syntax.Span) == true => declaration.DeclarationGroup,
                IUsingOperation statement when inner.Syntax.SpanStart < at.Syntax.SpanStart => statement.Resources,
                _ => null,
            };
            if (resources is null)
                continue;
            if (resources.Unwrap() is ILocalReferenceOperation { Local: var named } && SymbolEqualityComparer.Default.Equals(named, stream))
                return (inner, stream, null);
            foreach (var part in resources.DescendantsAndSelf())
            {
                if (part is IVariableDeclaratorOperation { Symbol: var own } && SymbolEqualityComparer.Default.Equals(own, stream))
                    return (inner, stream, null);
                if (part is IObjectCreationOperation creation && Closes(creation, stream))
                    return (inner, creation.ReceivingVariable() as ILocalSymbol, creation);
            }
        }

        return null;
    }

    private static bool Closes(IObjectCreationOperation creation, ILocalSymbol stream)
    {
        if (creation.Type is not { Name: var name, ContainingNamespace: { } space } || !Closing.Contains(name) || !IsOfSystem(space))
            return false;
        if (creation.Arguments is not [{ Value: var first }, ..] || !SymbolEqualityComparer.Default.Equals(first.Symbol(), stream))
            return false;
        return creation.Arguments.Argument("leaveOpen") is not { } leaveOpen || leaveOpen.Value.ConstantValue is { HasValue: true, Value: false };
    }

    private static bool IsOfSystem(INamespaceSymbol space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space.Name == "System";
    }
}
