using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Containers;

/// <summary>Reads a method with `[TaskState]` and `[FargateTask]`: a task in a container instead of a function.</summary>
internal static class FargateTaskReader
{
    public const string Attribute = "FargateTask";

    private const string Task = "TaskState";

    /// <summary>What makes a method something else than a task in a container.</summary>
    private static readonly string[] Others = ["ServerlessFunction", "HttpRoute", "WebSocketRoute", "LambdaUrl", "LambdaAuthorizer"];

    /// <summary>True when the method is a state of its class that a container runs.</summary>
    public static bool IsContainer(IMethodSymbol method) => method.Attribute("Serverless", Attribute + "Attribute") is not null;

    /// <summary>Logical id: pinned, else `{Class}{Method}`.</summary>
    public static string IdOf(IMethodSymbol method) =>
        method.Attribute("Serverless", Attribute + "Attribute")?.Constructor<string>(0) ?? LogicalIds.From(method.ContainingType.Name + method.Name);

    /// <summary>Seconds the state may take.</summary>
    public static int TimeoutOf(AttributeArguments task) => task.Int32("TimeoutSeconds") is > 0 and var written ? written : ContainerTask.DefaultTimeout;

    /// <summary>Seconds between heartbeats; null = none are expected.</summary>
    public static int? HeartbeatOf(AttributeArguments task) => task.Int32("HeartbeatSeconds") is > 0 and var written ? written : ContainerTask.HeartbeatFor(TimeoutOf(task));

    /// <summary>Null when it cannot be deployed at all; faults say why.</summary>
    public static ContainerTask? Read(FunctionScope scope, Reading reading)
    {
        var attribute = scope.Method.Find(Attribute)!.Value;
        var at = scope.Method.At(attribute);
        if (scope.Method.Find(Task) is not { } task)
        {
            reading.Report(RuleIds.SettingsExclude, at, "[FargateTask]", "a method without [TaskState]", "a container is started by a state; write [TaskState] beside it");
            return null;
        }

        if (scope.Type.Find("StateMachine") is not { } machine)
        {
            reading.Report(RuleIds.SettingsExclude, at, "[FargateTask]", $"the class '{scope.Symbol.ContainingType.Name}'", "a task stands in a class with [StateMachine]");
            return null;
        }

        ReportExcluded(scope, attribute, task, reading);
        if (!CallableMethods.Check(scope.Symbol, scope.Method.Declaration, reading))
            return null;
        var settings = ContainerSettingsReader.Read(scope.Method, attribute, scope.Assembly, reading);
        var entry = HandlerReader.Read(scope.Symbol, HandlerKind.Invocation, default, reading);
        if (entry is not null)
            entry = entry with { Filters = FilterReader.Read(scope, HandlerKind.Invocation, reading) };
        var roles = new FunctionSettings { Role = settings.Role };
        var pinned = attribute.Constructor<string>(0);
        var idAt = scope.Method.At(attribute, "logicalId");
        return new ContainerTask
        {
            LogicalId = pinned is null ? IdOf(scope.Symbol) : LogicalIds.Check(pinned, idAt, reading),
            Declaration = scope.Method.Declaration,
            PinnedAt = pinned is null ? null : idAt,
            Description = Documentation.Summary(scope.Symbol, reading.CancellationToken),
            Settings = settings,
            TaskOf = (machine.Constructor<string>(0) ?? scope.Symbol.ContainingType.Name) + "/" + (task.Constructor<string>(0) ?? scope.Symbol.Name),
            TimeoutSeconds = TimeoutOf(task),
            HeartbeatSeconds = settings.IsEks ? null : HeartbeatOf(task),
            Environment = EnvironmentReader.Read(scope, [], reading),
            Grants = GrantReader.ReadFunction(scope, roles, reading),
            ManagedPolicies = GrantReader.ReadManagedPolicies(scope, roles, reading),
            Tags = TagReader.Read(scope.Outward, reading),
            Entry = entry,
        };
    }

    private static void ReportExcluded(FunctionScope scope, AttributeArguments attribute, AttributeArguments task, Reading reading)
    {
        foreach (var other in Others)
        {
            if (scope.Method.Has(other))
                reading.Report(RuleIds.SettingsExclude, scope.Method.At(attribute), "[FargateTask]", "[" + other + "]", "a method runs in a function or in a container");
        }

        if (task.Boolean("WaitForTaskToken") == true)
            reading.Report(RuleIds.SettingsExclude, scope.Method.At(task, "WaitForTaskToken"), "WaitForTaskToken", "[FargateTask]", "the container answers the state itself, with the method's result");
        if (task.Boolean("RetryServiceErrors") == true)
            reading.Report(RuleIds.SettingsExclude, scope.Method.At(task, "RetryServiceErrors"), "RetryServiceErrors", "[FargateTask]", "these are errors of Lambda; write [Retry] for those of the container");
        if (attribute.Enum("Platform") == 1 && task.Has("HeartbeatSeconds"))
            reading.Report(RuleIds.SettingsExclude, scope.Method.At(task, "HeartbeatSeconds"), "HeartbeatSeconds", "Platform = Eks", "a state that waits for a Job gets no heartbeats");
        if (!reading.Project.IsExecutable)
            reading.Report(RuleIds.SettingsExclude, scope.Method.At(attribute), "[FargateTask]", "a class library", "a container starts an executable; set OutputType to Exe");
        foreach (var parameter in scope.Symbol.Parameters)
        {
            if (parameter.Type.ToDisplayString() == KnownTypeNames.LambdaContext)
                reading.Report(RuleIds.NotCallable, scope.Method.Declaration.AtParameter(parameter.Name), scope.Symbol.Name, "there is no ILambdaContext in a container; take a CancellationToken for the time limit");
        }
    }
}
