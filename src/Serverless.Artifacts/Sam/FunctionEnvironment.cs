using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Variables of a function: the user's, and those that the generated code reads. The user's go before ours of the same name.</summary>
internal static class FunctionEnvironment
{
    /// <summary>Where `IWebSocketConnections` sends messages to.</summary>
    public const string WebSocketEndpoint = "SERVERLESS_WEBSOCKET_ENDPOINT";

    public static IEnumerable<KeyValuePair<string, DeployedValue>> Of(Application application, Function function, ReferenceResolver resolver)
    {
        foreach (var variable in function.Environment)
            yield return new(variable.Name, resolver.Resolve(variable.Value));
        if (FunctionHandlers.NeedsSelector(application.Project, function))
            yield return new(FunctionHandlers.SelectorVariable, DeployedValue.Literal(function.Handler));
        if (resolver.FindApi(function.PushesTo) is WebSocketApi api && function.Environment.All(static variable => variable.Name != WebSocketEndpoint))
            yield return new(WebSocketEndpoint, ApiAddresses.Management(api, resolver));
    }
}
