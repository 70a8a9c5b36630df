namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// Functions of JSONata that translated lambdas call. Functions and variables share their names there, `$count` is either:
/// a variable of such a name would hide the function in every expression.
/// </summary>
internal static class JsonataFunctions
{
    private static readonly HashSet<string> Names = new(
        ("abs append average boolean ceil contains count distinct exists filter floor join length lookup lowercase map max merge min not now number "
        + "power replace reverse round sort split sqrt string substring sum toMillis uppercase uuid").Split(' '),
        StringComparer.Ordinal);

    public static bool Has(string name) => Names.Contains(name);
}
