using Serverless.Model.Expressions.Jsonata;

namespace Serverless.Model.Validation.StateMachines;

/// <summary>The variables that a JSONata expression reads from outside: `$document`, but not `$states`, functions, nor what it binds itself.</summary>
internal static class JsonataVariables
{
    /// <summary>Empty for a text that is no JSONata: that is a fault of its own.</summary>
    public static IEnumerable<string> Of(string expression)
    {
        // Most expressions read the input alone, and parsing costs more than looking.
        if (expression.IndexOf('$') < 0)
            return [];
        if (JsonataParser.Parse(expression).Expression is not { } node)
            return [];
        var uses = JsonataUses.Of(node);
        // A catcher's variable is often called `error`, as a function is that nobody hands on as a value.
        var functions = uses.Functions.Where(static f => f is { Name: "error", Arguments: < 0 }).Select(static f => f.Name);
        return uses.Variables.Select(static v => v.Name).Where(static n => n != "states").Concat(functions).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The variables of every expression in a value.</summary>
    public static IEnumerable<string> Of(AslData? data) => ReadVariables.Of(data);
}
