using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Makes a method answer a route of a WebSocket API. The method's one complex parameter is the message; <c>WebSocketConnection</c> says
/// who sent it, headers and query are bound on <c>$connect</c>.
/// </summary>
/// <param name="routeKey"><c>$connect</c>, <c>$disconnect</c>, <c>$default</c>, or the value that the API's route selection expression finds in a message.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class WebSocketRouteAttribute(string routeKey) : Attribute
{
    /// <summary>The route key as written.</summary>
    public string RouteKey { get; } = routeKey;

    /// <summary>The API class the route belongs to. Default: the WebSocket API of its class, else the assembly's, else an implicit one.</summary>
    public Type? Api { get; set; }

    /// <summary>Who may connect, on <c>$connect</c> only (SVLS2106). Default: the API's.</summary>
    public string? Authorizer { get; set; }

    /// <summary>True = connecting needs an API key of a usage plan. Default: false.</summary>
    public bool ApiKeyRequired { get; set; }

    /// <summary>True = the result is sent back to the caller (a route response). Default: true when the method has a result, but for <c>$connect</c> and <c>$disconnect</c>.</summary>
    public bool Respond { get; set; }
}
