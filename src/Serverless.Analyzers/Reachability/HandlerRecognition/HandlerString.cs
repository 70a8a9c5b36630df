using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Deployment;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// `Assembly::Type::Method` as the managed runtime resolves it. What a generator put before a method (Annotations' wrappers, our own) stands for that method.
/// A string with a signature picks one of several overloads.
/// </summary>
/// <param name="Type">The type of this compilation that is created.</param>
/// <param name="Methods">The methods that may be meant; empty when the method is inherited from another assembly.</param>
internal sealed record HandlerString(INamedTypeSymbol Type, IReadOnlyList<IMethodSymbol> Methods)
{
    private const string OurHandlers = "_Handlers";

    /// <summary>Null when the string names no type of the compilation.</summary>
    public static HandlerString? Resolve(string? handler, Compilation compilation)
    {
        if (handler is null || HandlerParts.Of(handler) is not { } parts || parts.Assembly != compilation.AssemblyName)
            return null;
        if (compilation.Assembly.GetTypeByMetadataName(parts.Type) is not { } type)
        {
            var wrapped = parts.Wrapped?.Type ?? (parts.Type.EndsWith(OurHandlers, StringComparison.Ordinal) ? parts.Type.Substring(0, parts.Type.Length - OurHandlers.Length) : null);
            type = wrapped is null ? null : compilation.Assembly.GetTypeByMetadataName(wrapped);
        }
        else if (parts.Wrapped is var (inner, _) && compilation.Assembly.GetTypeByMetadataName(inner) is { } original)
        {
            type = original;
        }

        return type is null ? null : new HandlerString(type, Find(type, parts, handler));
    }

    public bool Names(IMethodSymbol method) => Methods.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default);

    private static List<IMethodSymbol> Find(INamedTypeSymbol type, HandlerParts parts, string handler)
    {
        var found = new List<IMethodSymbol>();
        for (var at = type; at is not null && found.Count == 0; at = at.BaseType)
        {
            foreach (var member in at.GetMembers(parts.Method))
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                    found.Add(method.OriginalDefinition);
            }
        }

        if (parts.HasSignature && found.Count > 1)
        {
            var types = Parameters(handler);
            var exact = found.FindAll(method => Fits(method, types));
            if (exact.Count > 0)
                found = exact;
        }

        found.RemoveAll(static method => method.DeclaringSyntaxReferences.Length == 0);
        return found;
    }

    /// <summary>The parameter types in `System.String Handle(System.String, Amazon.Lambda.Core.ILambdaContext)`; a generic's arguments are not taken apart.</summary>
    private static List<string> Parameters(string handler)
    {
        var types = new List<string>();
        var open = handler.IndexOf('(');
        var close = handler.LastIndexOf(')');
        if (open < 0 || close < open)
            return types;
        var start = open + 1;
        var depth = 0;
        for (var i = start; i <= close; i++)
        {
            depth += handler[i] switch { '[' or '<' => 1, ']' or '>' => -1, _ => 0 };
            if (i != close && (handler[i] != ',' || depth > 0))
                continue;
            var type = handler.Substring(start, i - start).Trim();
            if (type.Length > 0)
                types.Add(type);
            start = i + 1;
        }

        return types;
    }

    private static bool Fits(IMethodSymbol method, List<string> types)
    {
        if (method.Parameters.Length != types.Count)
            return false;
        for (var i = 0; i < types.Count; i++)
        {
            var name = types[i];
            var end = name.IndexOfAny(['`', '[', '<']);
            if (end >= 0)
                name = name.Substring(0, end);
            if (name.Substring(name.LastIndexOfAny(['.', '+']) + 1) != method.Parameters[i].Type.MetadataName.Split('`')[0])
                return false;
        }

        return true;
    }
}
