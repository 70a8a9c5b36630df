using System.Text.RegularExpressions;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// ARNs of what an API does, as narrow as API Gateway makes them: the stage, the method and the path of a route. A variable of the path is
/// `*`, since the ARN of a request may hold either its name or its value.
/// </summary>
internal static class ApiArns
{
    private const string Here = ":${AWS::Region}:${AWS::AccountId}:";

    private static readonly Regex Variable = new(@"\{[^}]*\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>A route of an HTTP or REST API.</summary>
    public static DeployedValue Route(Api api, GatewayRoute route)
    {
        if (route.Method == RouteKey.Default)
            return Of(api, api.StageName + "/" + RouteKey.Default);
        var method = route.Method == "ANY" ? "*" : route.Method;

        // API Gateway drops the slash at the end.
        var path = route.Path.Length > 1 ? route.Path.TrimEnd('/') : route.Path;
        return Of(api, api.StageName + "/" + method + Variable.Replace(path, "*"));
    }

    public static DeployedValue Route(WebSocketApi api, WebSocketRoute route) => Of(api, api.StageName + "/" + route.RouteKey);

    public static DeployedValue AllRoutes(Api api) => Of(api, api.StageName + "/*");

    /// <summary>An import of OpenAPI makes authorizers whose ids nobody knows before: hence all of this one API.</summary>
    public static DeployedValue Authorizers(Api api) => Of(api, "authorizers/*");

    public static DeployedValue Authorizer(Api api, string authorizerId) => Of(api, "authorizers/${" + authorizerId + "}");

    /// <summary>Pushing to, asking about and closing connections of a WebSocket API.</summary>
    public static DeployedValue Connections(WebSocketApi api) => Of(api, api.StageName + "/*/@connections/*");

    /// <summary>The integration that calls a function.</summary>
    public static DeployedValue Invocation(string function) =>
        DeployedValue.Sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${" + function + ".Arn}/invocations");

    /// <summary>The integration that passes on what a function answers while it is written: REST APIs.</summary>
    public static DeployedValue StreamingInvocation(string function) =>
        DeployedValue.Sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2021-11-15/functions/${" + function + ".Arn}/response-streaming-invocations");

    private static DeployedValue Of(Api api, string resource) => DeployedValue.Sub("arn:${AWS::Partition}:execute-api" + Here + "${" + api.LogicalId + "}/" + resource);
}
