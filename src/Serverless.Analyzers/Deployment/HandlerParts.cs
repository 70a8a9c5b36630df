namespace Serverless.Analyzers.Deployment;

/// <summary>`Assembly::Type::Method`, taken apart.</summary>
/// <param name="HasSignature">The string gives the method with its return and parameter types: it picks one of several overloads.</param>
internal sealed record HandlerParts(string Assembly, string Type, string Method, bool HasSignature)
{
    private const string Generated = "_Generated";

    public static HandlerParts? Of(string handler)
    {
        var parts = handler.Split(["::"], StringSplitOptions.None);
        if (parts.Length != 3)
            return null;
        var method = parts[2].Trim();
        var hasSignature = method.IndexOf(' ') >= 0;
        var open = method.IndexOf('(');
        if (open >= 0)
            method = method.Substring(0, open).Trim();
        var space = method.LastIndexOf(' ');
        return new HandlerParts(parts[0].Trim(), parts[1].Trim(), space < 0 ? method : method.Substring(space + 1), hasSignature);
    }

    /// <summary>
    /// The type and method that an Annotations wrapper stands for: `Ns.Function_Handle_Generated` runs `Ns.Function.Handle`. Null when the type is no wrapper.
    /// </summary>
    public (string Type, string Method)? Wrapped
    {
        get
        {
            if (!Type.EndsWith(Generated, StringComparison.Ordinal))
                return null;
            var inner = Type.Substring(0, Type.Length - Generated.Length);
            var end = inner.Length - Method.Length - 1;
            return end > 0 && inner[end] == '_' && inner.EndsWith(Method, StringComparison.Ordinal) ? (inner.Substring(0, end), Method) : null;
        }
    }
}
