namespace Serverless.Model;

/// <summary>
/// Where a fault stands, without a position: the declaration (documentation comment id, or `A:` for the assembly),
/// which of its attributes, which argument. The analyzer turns it into a location when it reports, so that an edit
/// above the declaration does not make two equal models differ.
/// </summary>
/// <param name="Symbol">Documentation comment id of the declaring symbol, <see cref="Assembly"/>, or an additional file.</param>
/// <param name="Attribute">Index into the symbol's attributes as the compiler lists them; -1 = the symbol's name.</param>
/// <param name="Argument">Named argument, constructor parameter, or method parameter (then <paramref name="Attribute"/> is -1); `name[2]` = an element of an array; null = the whole attribute.</param>
/// <param name="Start">Start of a sub-expression relative to the first character of the member's declaration syntax, or -1.</param>
/// <param name="Length">Length of that sub-expression.</param>
internal sealed record DeclarationRef(string Symbol, int Attribute = -1, string? Argument = null, int Start = -1, int Length = 0)
{
    public const string Assembly = "A:";

    private const string FilePrefix = "file:";

    public static DeclarationRef ForAssembly(int attribute, string? argument = null) => new(Assembly, attribute, argument);

    /// <summary>A place in an additional file; <paramref name="start"/> counts from the start of the file.</summary>
    public static DeclarationRef ForFile(string path, int start, int length) => new(FilePrefix + path, Start: start, Length: length);

    /// <summary>Path of the additional file, or null when the place is in code.</summary>
    public string? FilePath => Symbol.StartsWith(FilePrefix, StringComparison.Ordinal) ? Symbol.Substring(FilePrefix.Length) : null;

    public DeclarationRef At(int attribute, string? argument = null) => new(Symbol, attribute, argument);

    public DeclarationRef AtParameter(string parameter) => new(Symbol, -1, parameter);
}

/// <summary>A fault in a declaration: rule, place, message arguments, and data for the code fix.</summary>
/// <param name="RuleId">`SVLSnnnn`.</param>
/// <param name="At">Where.</param>
/// <param name="Arguments">Arguments of the rule's message.</param>
/// <param name="Properties">`key=value` pairs for the fix; keys are in <see cref="FixProperties"/>.</param>
/// <param name="IsWarning">For the few ids that are an Error in one case and a Warning in another: this is the lesser case.</param>
/// <param name="IsInfo">As well, for ids that are only worth knowing in some cases.</param>
internal sealed record Fault(
    string RuleId,
    DeclarationRef At,
    EquatableArray<string> Arguments,
    EquatableArray<string> Properties = default,
    bool IsWarning = false,
    bool IsInfo = false)
{
    public static Fault Of(string ruleId, DeclarationRef at, params string[] arguments) => new(ruleId, at, EquatableArray.Of(arguments));
}
