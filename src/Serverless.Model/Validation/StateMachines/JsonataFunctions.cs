namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// Functions of JSONata that translated lambdas call. Functions and variables share their names there, `$count` is either:
/// a variable of such a name would hide the function in every expression. `$error` is not among them: whether it is called or is no function,
/// the execution fails where C# would throw, and `error` is what a catcher's variable is called.
/// </summary>
internal static class JsonataFunctions
{
    private static readonly HashSet<string> Names = new(
        ("abs append average ceil contains count distinct exists filter floor formatBase fromMillis join keys length lookup lowercase map max merge min not now number "
        + "pad power reduce replace reverse round single sort split sqrt string substring substringBefore sum toMillis type uppercase uuid").Split(' '),
        StringComparer.Ordinal);

    public static bool Has(string name) => Names.Contains(name);
}
