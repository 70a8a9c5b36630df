using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>What stands on the class: the settings of `[StateMachine]` and the triggers that start it.</summary>
internal static class MachineSettingsReader
{
    private const int LongestStandard = 31_536_000;
    private const int LongestExpress = 300;
    private const int DefaultTimeout = 86_400;

    /// <summary>The machine with its states side by side; null when it has none, or no first one.</summary>
    /// <param name="attribute">`[StateMachine]`.</param>
    /// <param name="scope">The machine.</param>
    /// <param name="states">Its states.</param>
    /// <param name="catchAll">Its `[CatchAll]`.</param>
    /// <param name="isComplete">False when a state could not be read: what it leads to is not known, and to judge the others would report what is not wrong.</param>
    public static StateMachine? Read(AttributeArguments attribute, MachineScope scope, List<State> states, CatchAllRule? catchAll, bool isComplete)
    {
        var type = scope.Type;
        var declaration = Reading.Of(type);
        var isExpress = attribute.Enum("Type") == 1;
        var longest = isExpress ? LongestExpress : LongestStandard;
        var timeout = attribute.Int32("TimeoutSeconds") is { } written ? scope.InRange(written, 1, longest, "s", declaration.At(attribute.Index, "TimeoutSeconds")) : null;
        if (isExpress && attribute.Has("NotifyOnFailure"))
            scope.Report(RuleIds.NotAllowedInExpress, declaration.At(attribute.Index, "NotifyOnFailure"), "NotifyOnFailure", "Express executions send no status events; read their log instead");
        var application = scope.Reading.Assembly.Find("ServerlessApplication");
        var start = isComplete ? StartOf(attribute, scope, states, catchAll) : null;
        if (start is null)
            return null;
        return new StateMachine
        {
            LogicalId = attribute.Constructor<string>(0) is { } pinned ? LogicalIds.Check(pinned, declaration.At(attribute.Index, "logicalId"), scope.Reading) : LogicalIds.From(type.Name),
            Declaration = declaration,
            ClassName = CallableMethods.CanName(type) ? CSharpNames.Bare(type) : "",
            Comment = attribute.String("Comment") ?? scope.Summary(type),
            Type = isExpress ? WorkflowType.Express : WorkflowType.Standard,
            QueryLanguage = scope.QueryLanguage,
            TimeoutSeconds = timeout ?? (isExpress ? LongestExpress : DefaultTimeout),
            LogLevel = LogLevelOf(attribute.Enum("LogLevel"), isExpress),
            LogExecutionData = attribute.Boolean("LogExecutionData") ?? false,
            LogRetentionDays = RetentionOf(attribute, declaration, scope) ?? application?.Int32("LogRetentionDays") ?? 30,
            Tracing = attribute.Boolean("Tracing") ?? application?.Boolean("Tracing") ?? false,
            NotifyOnFailure = isExpress ? null : Value(attribute, "NotifyOnFailure", scope),
            Role = Value(attribute, "Role", scope),
            PermissionsBoundary = Value(attribute, "PermissionsBoundary", scope) ?? ApplicationBoundary(application, scope.Reading),
            Name = NameOf(attribute, declaration, scope),
            Tags = TagReader.Read([scope.Reading.Assembly, scope.Reading.AttributesOf(type)], scope.Reading),
            Graph = new StateGraph(start, states.ToEquatableArray()),
            StartPlace = attribute.Has("StartAt") ? declaration.At(attribute.Index, "StartAt") : null,
            S3Starts = ReadS3Starts(scope),
        };
    }

    /// <summary>The named first state, else the only one that nothing leads to.</summary>
    private static string? StartOf(AttributeArguments attribute, MachineScope scope, List<State> states, CatchAllRule? catchAll)
    {
        if (attribute.String("StartAt") is { } named)
            return scope.StateNameOf(named);
        var targets = new HashSet<string>(states.SelectMany(static s => Transitions.Of(s).Concat(Transitions.Into(s))).Select(static t => t.Target), StringComparer.Ordinal);
        if (catchAll is not null)
            targets.Add(catchAll.Rule.Next);
        var starts = states.Where(s => !targets.Contains(s.Name)).Select(static s => s.Name).ToArray();
        if (starts.Length == 1)
            return starts[0];
        scope.Report(
            RuleIds.UnknownTargetState,
            Reading.Of(scope.Type).At(attribute.Index),
            "StartAt",
            "",
            states.Count == 0 ? "the class has no states: give it [TaskState] methods or State properties"
                : starts.Length == 0 ? "every state is led to by another one; name the first with StartAt = nameof(…)"
                : $"nothing leads to {string.Join(", ", starts.Select(static s => "'" + s + "'"))}; name the first with StartAt = nameof(…)");
        return null;
    }

    private static StateMachineLogLevel LogLevelOf(int? written, bool isExpress) => written switch
    {
        1 => StateMachineLogLevel.Off,
        2 => StateMachineLogLevel.Error,
        3 => StateMachineLogLevel.Fatal,
        4 => StateMachineLogLevel.All,
        _ => isExpress ? StateMachineLogLevel.All : StateMachineLogLevel.Error,
    };

    private static int? RetentionOf(AttributeArguments attribute, DeclarationRef declaration, MachineScope scope) =>
        attribute.Int32("LogRetentionDays") is { } days ? LogRetention.Check(new Setting<int>(days, declaration.At(attribute.Index, "LogRetentionDays")), scope.Reading) : null;

    private static string? NameOf(AttributeArguments attribute, DeclarationRef declaration, MachineScope scope)
    {
        const string Forbidden = " ?*<>{}[]\"#%\\^|~`$&,;:/";
        if (attribute.String("StateMachineName") is not { } name)
            return null;
        if (name.Length is > 0 and <= 80 && !name.Any(static c => char.IsControl(c) || Forbidden.IndexOf(c) >= 0))
            return name;
        scope.Report(RuleIds.ValueOutOfRange, declaration.At(attribute.Index, "StateMachineName"), "StateMachineName", name, "1 to 80 characters without blanks, brackets, wildcards and the characters \" # % \\ ^ | ~ ` $ & , ; : /");
        return null;
    }

    private static AwsValue? ApplicationBoundary(AttributeArguments? application, Reading reading) =>
        application is { } attribute && attribute.String("PermissionsBoundary") is { } text ? reading.Value(text, reading.Assembly.At(attribute, "PermissionsBoundary")) : null;

    private static AwsValue? Value(AttributeArguments attribute, string name, MachineScope scope) =>
        attribute.String(name) is { } text ? scope.Value(text, Reading.Of(scope.Type).At(attribute.Index, name)) : null;

    private static EquatableArray<S3Start> ReadS3Starts(MachineScope scope)
    {
        var starts = new List<S3Start>();
        var declaration = Reading.Of(scope.Type);
        foreach (var trigger in scope.Type.Attributes("Serverless", "S3TriggerAttribute"))
        {
            if (trigger.Constructor<string>(0) is not { } text || scope.Value(text, declaration.At(trigger.Index, "bucket")) is not { } bucket)
                continue;
            var events = trigger.ConstructorStrings(1).ToEquatableArray();
            starts.Add(new S3Start(
                bucket, events.Count > 0 ? events : EquatableArray.Of("s3:ObjectCreated:*"), trigger.String("Prefix"), trigger.String("Suffix"), declaration.At(trigger.Index)));
        }

        return starts.ToEquatableArray();
    }
}
