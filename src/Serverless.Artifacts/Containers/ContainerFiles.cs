using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>`taskdefinitions/X.json` for every container: the task definition of ECS, or what a cluster of Kubernetes must be told.</summary>
internal static class ContainerFiles
{
    public static IEnumerable<Artifact> Render(Application application, ReferenceResolver resolver)
    {
        foreach (var task in application.ContainerTasks)
        {
            var document = task.Settings.IsEks ? KubernetesManifest.Render(task, resolver) : TaskDefinition.ForFile(application, task, resolver);
            yield return new Artifact(TaskDefinition.PathOf(task.LogicalId), document + "\n");
        }
    }
}
