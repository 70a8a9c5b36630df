using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Shape;

/// <summary>
/// Everything of a compilation that a model can depend on, as one hash: the shape of each file in order, which references
/// it has, its options and name. Reading the model from two compilations of one shape gives two equal models.
/// </summary>
internal static class CompilationShape
{
    private static readonly ConditionalWeakTable<object, Identity> Identities = new();
    private static readonly ConditionalWeakTable<Compilation, Boxed> Known = new();
    private static long s_last;

    public static ShapeHash Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(compilation, out var known))
            return known.Hash;
        var hash = default(ShapeHash);
        hash.Add(compilation.AssemblyName);
        hash.Add(IdentityOf(compilation.Options));
        foreach (var tree in compilation.SyntaxTrees)
            hash.Add(TreeShape.Of(tree, cancellationToken).Hash);
        foreach (var reference in compilation.ExternalReferences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference is CompilationReference { Compilation: { } project })
                hash.Add(Of(project, cancellationToken));
            else
                hash.Add(IdentityOf(reference));
        }

        Known.GetValue(compilation, _ => new Boxed(hash));
        return hash;
    }

    /// <summary>False for a project that does not use us: nothing else has to be looked at then.</summary>
    public static bool UsesServerless(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (TreeShape.Of(tree, cancellationToken).UsesServerless)
                return true;
        }

        return false;
    }

    /// <summary>A number no other living or dead object had: an address or a hash code may come back.</summary>
    private static ulong IdentityOf(object instance) => Identities.GetValue(instance, static _ => new Identity((ulong)Interlocked.Increment(ref s_last))).Number;

    private sealed class Identity(ulong number)
    {
        public ulong Number { get; } = number;
    }

    private sealed class Boxed(ShapeHash hash)
    {
        public ShapeHash Hash { get; } = hash;
    }
}
