using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>`policies/X.json` for every function, every machine and every API that calls a service: plain IAM documents, also for those that run under a role of their own.</summary>
internal static class PolicyFiles
{
    public static IEnumerable<Artifact> Render(Application application, ReferenceResolver resolver)
    {
        foreach (var function in application.Functions)
            yield return File(function.LogicalId, FunctionPermissions.Of(function, resolver));
        foreach (var task in application.ContainerTasks)
        {
            var statements = ContainerPermissions.OfTask(task, resolver);
            if (statements.Count > 0)
                yield return File(task.LogicalId, statements);
        }

        foreach (var machine in application.StateMachines)
        {
            // A machine of waits and choices that logs nothing needs nothing, and IAM knows no policy without a statement.
            var statements = MachinePermissions.Of(machine, resolver);
            if (statements.Count > 0)
                yield return File(machine.LogicalId, statements);
        }

        foreach (var api in application.Apis)
        {
            var statements = IntegrationPermissions.Of(application, api, resolver);
            if (statements.Count > 0)
                yield return File(api.LogicalId, statements);
        }
    }

    public static string PathOf(string id) => "policies/" + id + ".json";

    private static Artifact File(string id, EquatableArray<Statement> statements) => new(PathOf(id), PolicyDocument.ForFile(statements) + "\n");
}
