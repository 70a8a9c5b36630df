namespace Serverless.Model.Validation.StateMachines;

/// <summary>Whether the token of a callback goes out with the call.</summary>
internal static class TaskTokens
{
    /// <summary>True when the token, or something that holds it, is somewhere in the arguments.</summary>
    public static bool Carries(AslData? data) => data switch
    {
        AslExpression expression => InJsonata(expression.Jsonata),
        AslPath path => InPath(path.Path),
        AslObject obj => obj.Members.Any(static member => Carries(member.Value)),
        AslList list => list.Items.Any(static item => Carries(item)),
        _ => false,
    };

    /// <summary>In a JSONata expression, without its braces.</summary>
    public static bool InJsonata(string jsonata) =>
        jsonata.Contains("$states.context.Task") || jsonata.Trim() is "$states.context" or "$states" || jsonata.Contains("$string($states.context)");

    /// <summary>In a path or an intrinsic.</summary>
    public static bool InPath(string path) => path.Contains("$$.Task") || path.Trim() == "$$" || path.Contains("$$,") || path.Contains("$$)");
}
