using System.Globalization;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Variables of a container: the user's, and those that the generated entry point reads. The names are those of the runtime's TaskEnvironment.</summary>
internal static class ContainerEnvironment
{
    public const string Task = "SERVERLESS_TASK";
    public const string Token = "SERVERLESS_TASK_TOKEN";
    public const string Input = "SERVERLESS_TASK_INPUT";
    public const string Prepare = "SERVERLESS_PREPARE";

    private const string Heartbeat = "SERVERLESS_TASK_HEARTBEAT";
    private const string StopTimeout = "SERVERLESS_TASK_STOP_TIMEOUT";

    public static IEnumerable<KeyValuePair<string, DeployedValue>> Of(ContainerTask task, ReferenceResolver resolver)
    {
        foreach (var variable in task.Environment)
            yield return new(variable.Name, resolver.Resolve(variable.Value));
        yield return new(Task, DeployedValue.Literal(task.LogicalId));
        if (task.HeartbeatSeconds is { } heartbeat)
            yield return new(Heartbeat, Number(heartbeat));
        yield return new(StopTimeout, Number(task.Settings.StopTimeout));
    }

    private static DeployedValue Number(int number) => DeployedValue.Literal(number.ToString(CultureInfo.InvariantCulture));
}
