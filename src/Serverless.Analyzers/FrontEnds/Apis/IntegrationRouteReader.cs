using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads the routes that no function answers: `[HttpProxy]`, `[ServiceRoute]`, `[MockRoute]`, and `[HttpRoute]` beside `[StateMachine]`.</summary>
internal static class IntegrationRouteReader
{
    /// <summary>Routes of a class or the assembly that need no code.</summary>
    public static void Read(DeclaredAttributes owner, ApiTable apis, List<IntegrationRoute> routes, Reading reading)
    {
        foreach (var attribute in owner.Attributes)
        {
            var scope = new ApiScope(owner, attribute.Name, attribute.Arguments, reading);
            var route = attribute.Name switch
            {
                "HttpProxy" => Read(scope, apis, HttpProxyReader.Read, most: 0),
                "ServiceRoute" => Read(scope, apis, ServiceRouteReader.Read, most: 299),
                "MockRoute" => Read(scope, apis, MockRouteReader.Read, most: 599),
                _ => null,
            };
            if (route is not null)
                routes.Add(route);
        }
    }

    /// <summary>`[HttpRoute]` on a class: the route starts an execution of its machine.</summary>
    /// <param name="type">The class.</param>
    /// <param name="machine">Its machine; null when it is none, or could not be read.</param>
    /// <param name="apis">The APIs.</param>
    /// <param name="routes">Receives the routes.</param>
    /// <param name="reading">Shared state of the read.</param>
    public static void ReadExecutions(DeclaredAttributes type, StateMachine? machine, ApiTable apis, List<IntegrationRoute> routes, Reading reading)
    {
        foreach (var scope in ApiScope.All(type, RouteReader.Attribute, reading))
        {
            if (!type.Has("StateMachine"))
                reading.Report(RuleIds.SettingsExclude, scope.Declaration, "[HttpRoute]", $"the class '{type.Symbol.Name}'", "a route on a class starts an execution of its [StateMachine]; other routes stand on methods");
            else if (machine is not null && Read(scope, apis, (_, _, _) => new ExecutionIntegration(machine.LogicalId, machine.Type == WorkflowType.Express), most: 299) is { } route)
                routes.Add(route);
        }
    }

    private static IntegrationRoute? Read(ApiScope scope, ApiTable apis, Func<ApiScope, ApiDraft, RouteKey, RouteIntegration?> integration, int most)
    {
        var type = scope.Owner.Symbol as INamedTypeSymbol;
        var api = apis.Resolve(new RouteTarget(type, scope.Attribute.Type("Api"), scope.Declaration));
        var key = GatewayRouteReader.Key(scope, api?.Kind);
        if (api is null || key is null || integration(scope, api, key) is not { } found)
            return null;
        return GatewayRouteReader.Shared(
            new IntegrationRoute
            {
                Api = api.LogicalId,
                Method = key.Method,
                Path = key.Path,
                Declaration = scope.Declaration,
                OperationId = scope.Attribute.String("OperationId") ?? (found is ExecutionIntegration ? type!.Name + "_" : "") + key.ToName(),
                Tags = scope.Attribute.StringArray("Tags")?.ToEquatableArray() ?? (found is ExecutionIntegration ? EquatableArray.Of(type!.Name) : default),
                StatusCode = (most == 0 ? null : scope.InRange("StatusCode", 200, most, "")) ?? 200,
                Integration = found,
            },
            scope,
            api,
            apis.Authorization);
    }
}
