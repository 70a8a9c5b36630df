using Serverless.Model.Expressions.Jsonata;
using Serverless.Model.Expressions.JsonPath;
using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;
using JsonataFunctions = Serverless.Model.Expressions.Jsonata.JsonataFunctions;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What `$states` holds beside `input` and `context` where an expression stands.</summary>
[Flags]
internal enum JsonataBindings
{
    None = 0,

    /// <summary>`$states.result`: after the work of a Task, Parallel or Map.</summary>
    Result = 1,

    /// <summary>`$states.errorOutput`: in a catcher.</summary>
    ErrorOutput = 2,
}

/// <summary>SVLS2318: paths, intrinsic functions and JSONata. What they read of variables goes to the report, for <see cref="VariableChecks"/>.</summary>
internal static class ExpressionChecks
{
    private static readonly string[] StatesMembers = ["input", "result", "errorOutput", "context"];

    /// <summary>A path or an intrinsic function of a JSONPath state.</summary>
    public static void CheckPath(JsonString text, PathUse use, string? state, DefinitionReport report)
    {
        if (PathParser.Parse(text.Value, out var error) is not { } expression)
        {
            // Filters are taken in more forms than are documented: constants without quotation marks, for one.
            if (text.Value.StartsWith("$", StringComparison.Ordinal) && text.Value.Contains("[?("))
                return;
            Add(DefinitionSeverity.Error, text, error.Position, error.Length, state, JsonataText.Short(text.Value), error.Message, report);
            return;
        }

        // Functions, their number of arguments and the form of paths belong to the grammar; values are looked at when the state runs.
        var values = ValuesOf(expression).ToList();
        foreach (var fault in PathRules.Check(text.Value, use).GroupBy(static f => f.Position).Select(static f => f.First()))
        {
            var isValue = values.Exists(v => v.Position == fault.Position && v.Length == fault.Length) || (expression is DataPath { Root: PathRoot.Context, IsReference: true } && use != PathUse.ResultPath);
            Add(isValue ? DefinitionSeverity.Warning : DefinitionSeverity.Error, text, fault.Position, fault.Length, state, JsonataText.Short(text.Value), fault.Message, report);
        }

        foreach (var (name, position) in PathRules.VariablesOf(expression))
        {
            if (name != "states")
                report.Read(state, name, text, position, name.Length + 1, isGuarded: false);
        }
    }

    /// <summary>An expression of a JSONata state, with its `{% %}`.</summary>
    public static void CheckJsonata(JsonString text, JsonataBindings bindings, string? state, DefinitionReport report)
    {
        var inner = JsonataText.Inner(text.Value);
        var parsed = JsonataParser.Parse(inner);
        foreach (var error in parsed.Errors)
            Add(DefinitionSeverity.Error, text, error.Position + 2, error.Length, state, JsonataText.Short(inner.Trim()), error.Message, report);
        if (parsed.Expression is null)
            return;
        var uses = JsonataUses.Of(parsed.Expression);
        foreach (var use in uses.Context)
        {
            Add(DefinitionSeverity.Error, text, use.Position + 2, use.Length, state, use.Text,
                "there is no data at the top of an expression; it starts at $states.input, $states.context or a variable", report);
        }

        foreach (var use in uses.Functions)
            CheckFunction(use, text, state, report);
        foreach (var use in uses.Variables)
            CheckVariable(use, inner, text, bindings, state, report);
    }

    /// <summary>Literals and paths within a call.</summary>
    private static IEnumerable<PathExpression> ValuesOf(PathExpression expression)
    {
        if (expression is not IntrinsicCall call)
            yield break;
        foreach (var argument in call.Arguments)
        {
            if (argument is not IntrinsicCall)
                yield return argument;
            foreach (var value in ValuesOf(argument))
                yield return value;
        }
    }

    private static void CheckFunction(JsonataFunctionUse use, JsonString text, string? state, DefinitionReport report)
    {
        if (use.IsKnown && !JsonataFunctions.IsForbidden(use.Name))
            return;
        var nearest = use.IsKnown ? null : NearestName.Of(use.Name, JsonataFunctions.Names.Where(static n => !JsonataFunctions.IsForbidden(n)));
        Add(DefinitionSeverity.Warning, text, use.Position + 2, use.Length, state, "$" + use.Name,
            use.IsKnown ? "Step Functions does not have this function of JSONata" : "there is no such function" + (nearest is null ? "" : $"; did you mean '${nearest}'?"), report);
    }

    private static void CheckVariable(JsonataVariableUse use, string inner, JsonString text, JsonataBindings bindings, string? state, DefinitionReport report)
    {
        if (use.Name != "states")
        {
            report.Read(state, use.Name, text, use.Position + 2, use.Name.Length + 1, IsGuarded(inner, use.Name));
            return;
        }

        if (use.Members.Count == 0)
            return;
        var member = use.Members[0];
        var (severity, problem) = member switch
        {
            "result" when (bindings & JsonataBindings.Result) == JsonataBindings.None => (DefinitionSeverity.Warning, "there is a result only in 'Output' and 'Assign' of a Task, Parallel or Map, and not in its catchers"),
            "errorOutput" when (bindings & JsonataBindings.ErrorOutput) == JsonataBindings.None => (DefinitionSeverity.Error, "there is an error only in 'Output' and 'Assign' of a catcher"),
            _ when Array.IndexOf(StatesMembers, member) < 0 => (DefinitionSeverity.Warning, "$states has input, result, errorOutput and context"),
            _ => (DefinitionSeverity.Info, ""),
        };
        if (problem.Length > 0 && !(severity == DefinitionSeverity.Warning && IsGuarded(inner, "states." + member)))
            Add(severity, text, use.Position + 2, "$states.".Length + member.Length, state, "$states." + member, problem, report);
    }

    /// <summary>`$exists($x)` anywhere in the expression: somebody has thought of it.</summary>
    private static bool IsGuarded(string expression, string name)
    {
        for (var at = expression.IndexOf("$exists(", StringComparison.Ordinal); at >= 0; at = expression.IndexOf("$exists(", at + 1, StringComparison.Ordinal))
        {
            if (expression.Substring(at + "$exists(".Length).TrimStart().StartsWith("$" + name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Add(DefinitionSeverity severity, JsonString text, int position, int length, string? state, string subject, string problem, DefinitionReport report) =>
        report.AddWithin(severity, RuleIds.MalformedExpression, text, position, length, state, subject, problem);
}
