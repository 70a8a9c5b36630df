using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// The one place that decides how an API's routes stand in the template. Events of functions are short, and SAM makes permissions of
/// them; what they cannot say takes the OpenAPI document.
/// </summary>
internal static class DefinitionRule
{
    /// <summary>
    /// The policy of a function holds 20 KB, and a permission takes about 450 bytes of it. A function that answers more routes gets one
    /// permission for each of its APIs.
    /// </summary>
    public const int MostPermissions = 30;

    /// <summary>True when events of functions say everything about the API.</summary>
    public static bool UsesEvents(Application application, Api api) =>
        api.Kind == ApiKind.Http
        && api.Authorizers.All(static authorizer => authorizer.Kind != AuthorizerKind.Lambda)
        && application.IntegrationRoutes.All(route => route.Api != api.LogicalId)
        && application.Functions.All(function => function.Routes.Count <= MostPermissions || function.Routes.All(route => route.Api != api.LogicalId));
}
