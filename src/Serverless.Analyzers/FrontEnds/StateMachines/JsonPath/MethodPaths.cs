using Serverless.Model;
using Serverless.Model.Expressions.JsonPath;
using Serverless.Model.Json;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <summary>The JSONPath settings of `[TaskState]`.</summary>
internal static class MethodPaths
{
    public static TaskState Complete(TaskState task, MachineMember member, MachineScope scope)
    {
        if (scope.QueryLanguage == QueryLanguage.JSONata)
            return task;
        var attribute = member.Task!.Value;
        var declaration = member.Declaration;
        string? Path(string setting, PathUse use)
        {
            if (!attribute.Has(setting))
                return null;
            var path = attribute.String(setting) ?? "null";
            return path == "$" ? null : PathFields.Check(path, use, declaration.At(attribute.Index, setting), scope);
        }

        if (attribute.Has("Output"))
            scope.Report(RuleIds.WrongQueryLanguage, declaration.At(attribute.Index, "Output"), "Output", "JSONata", "JSONPath");
        var inputPath = Path("InputPath", PathUse.Path);
        var selector = attribute.String("ResultSelector") is { } json ? Template(json, declaration.At(attribute.Index, "ResultSelector"), scope) : null;
        task = task with { Output = null, ResultSelector = selector, ResultPath = Path("ResultPath", PathUse.ResultPath), OutputPath = Path("OutputPath", PathUse.Path) };
        if (scope.Types.TryGetValue(member.StateName, out var types))
        {
            var keepsOutput = selector is null && task.ResultPath is null && task.OutputPath is null;
            scope.Types[member.StateName] = types with { Input = inputPath is null ? types.Input : null, Output = keepsOutput ? types.Output : null };
        }

        // A callback's payload, and what a container gets, are members of the parameters.
        if (task.Resource is not null)
            return task with { InputPath = inputPath };
        return task.Arguments switch
        {
            AslPath { Path: "$" } => task with { InputPath = inputPath, Arguments = null },
            AslPath { Path: var path } when inputPath is null => task with { InputPath = path, Arguments = null },
            AslPath => Both(task, declaration.At(attribute.Index, "InputPath"), scope),
            _ => task with { InputPath = inputPath },
        };
    }

    private static TaskState Both(TaskState task, DeclarationRef at, MachineScope scope)
    {
        scope.Report(RuleIds.SettingsExclude, at, "InputPath", "a variable as the only parameter", "the variable is the task's input already");
        return task;
    }

    /// <summary>JSON whose members with names in `.$` are paths or functions; SVLS2318 at the attribute's argument when it is not.</summary>
    private static AslObject? Template(string json, DeclarationRef at, MachineScope scope)
    {
        if (JsonReader.Read(json, out var error) is JsonObject obj)
            return (AslObject)Data(obj, at, scope);
        scope.Report(RuleIds.MalformedExpression, at, json, error is { } fault ? $"this is not JSON: {fault.Message}" : "it must be a JSON object");
        return null;
    }

    private static AslData Data(JsonNode node, DeclarationRef at, MachineScope scope) => node switch
    {
        JsonObject obj => new AslObject(obj.Select(m => Member(m.Name, m.Value, at, scope)).ToEquatableArray()),
        JsonArray list => new AslList(list.Select(item => Data(item, at, scope)).ToEquatableArray()),
        JsonString text => new AslText(text.Value),
        JsonNumber number => new AslNumber(number.Text),
        JsonBoolean boolean => new AslBoolean(boolean.Value),
        _ => new AslNull(),
    };

    private static AslMember Member(string name, JsonNode value, DeclarationRef at, MachineScope scope)
    {
        if (!name.EndsWith(".$", StringComparison.Ordinal) || value is not JsonString path)
            return new AslMember(name, Data(value, at, scope));
        return new AslMember(name.Substring(0, name.Length - 2), PathFields.Check(path.Value, PathUse.Template, at, scope) is { } known ? new AslPath(known) : new AslNull());
    }
}
