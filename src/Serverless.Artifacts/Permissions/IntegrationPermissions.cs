using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// What an API may do by itself: the actions of its service routes on exactly their resources, and starting the machines that its
/// routes start. Two routes never lend each other a resource: statements are joined only where that grants nothing new.
/// </summary>
internal static class IntegrationPermissions
{
    /// <summary>Empty when the API calls functions and web services alone.</summary>
    public static EquatableArray<Statement> Of(Application application, Api api, ReferenceResolver resolver) =>
        StatementMerger.Merge(application.IntegrationRoutes.Where(route => route.Api == api.LogicalId).Select(route => StatementOf(api.Kind, route.Integration, resolver)).OfType<Statement>());

    private static Statement? StatementOf(ApiKind kind, RouteIntegration integration, ReferenceResolver resolver) => integration switch
    {
        ServiceIntegration service => Statement.Allow(
            service.On is { } on ? resolver.Resolve(on, ReferenceForm.Arn, service.Service) : DeployedValue.Literal("*"),
            [.. (ServiceActions.Find(kind, service.Service, service.Action) ?? new ServiceAction(service.Service, service.Action)).IamActions]),
        ExecutionIntegration execution => Statement.Allow(resolver.Arn(execution.Machine), execution.IsSynchronous ? "states:StartSyncExecution" : "states:StartExecution"),
        _ => null,
    };
}
