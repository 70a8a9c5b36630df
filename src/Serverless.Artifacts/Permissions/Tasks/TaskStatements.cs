using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The statements of an integration for one task: the table's, with the task's arguments filled in.</summary>
internal static class TaskStatements
{
    /// <param name="statements">Of the integration.</param>
    /// <param name="pattern">How the task calls it.</param>
    /// <param name="arguments">What the task gives it.</param>
    public static IEnumerable<Statement> Of(RoleStatement[] statements, IntegrationPatterns pattern, TaskArguments arguments)
    {
        foreach (var statement in statements)
        {
            if ((statement.On & pattern) == IntegrationPatterns.None || !Applies(statement, arguments))
                continue;
            var resources = Resources(statement, arguments);
            if (resources.Count > 0)
                yield return new Statement(true, Statement.Sorted(statement.Actions), resources, Condition(statement.Conditions, arguments));
        }
    }

    private static bool Applies(RoleStatement statement, TaskArguments arguments)
    {
        if (statement.Given is { } given && !given.Split('|').Any(arguments.MayHave))
            return false;
        if (statement.Surely is { } surely && !arguments.SurelyHas(surely))
            return false;
        if (statement.Absent is { } absent && absent.Split('|').Any(path => arguments.At(path).All(static a => a.State == ArgumentState.Given)))
            return false;
        if (statement.When is { } when)
        {
            var equals = when.IndexOf('=');
            var value = arguments.At(when.Substring(0, equals)).First();
            if (value.State == ArgumentState.Absent || (value.Value is AslText text && text.Value != when.Substring(equals + 1)))
                return false;
        }

        return (statement.Unless is not { } unless || !arguments.At(unless.Argument).All(argument => Word(argument) is { } word && IsOf(word, unless)))
            && (statement.Only is not { } only || arguments.At(only.Argument).Any(argument => Word(argument) is not { } word || IsOf(word, only)));
    }

    private static bool IsOf(string word, FirstWord words) => words.Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that a text begins with; null when the text is not known.</summary>
    private static string? Word(Argument argument)
    {
        if (argument.Value is not AslText text)
            return null;
        var trimmed = text.Value.TrimStart(' ', '\t', '\r', '\n', '(');
        var end = 0;
        while (end < trimmed.Length && char.IsLetter(trimmed[end]))
            end++;
        return trimmed.Substring(0, end);
    }

    private static EquatableArray<DeployedValue> Resources(RoleStatement statement, TaskArguments arguments)
    {
        var templates = statement.Resources.Select(ArnTemplate.Parse).ToList();
        if (statement.IsAnyOf && templates.Any(template => ArnFiller.IsNamed(template, arguments)))
            templates.RemoveAll(template => !ArnFiller.IsNamed(template, arguments));
        return templates.SelectMany(template => ArnFiller.Fill(template, arguments)).Distinct().ToEquatableArray();
    }

    /// <summary>A condition whose value is not known before the run is left out: it would refuse every call.</summary>
    private static string? Condition(RoleCondition[] conditions, TaskArguments arguments)
    {
        if (conditions.Length == 0)
            return null;
        var document = new JsonObject();
        foreach (var condition in conditions)
        {
            if (ArnFiller.Value(ArnTemplate.Parse(condition.Value), arguments) is not { } value)
                continue;
            if (document[condition.Operator] is not JsonObject keys)
                document.Add(condition.Operator, keys = new JsonObject());
            keys.Add(condition.Key, value.ToPattern());
        }

        return document.Count == 0 ? null : JsonWriter.Write(document, indented: false);
    }
}
