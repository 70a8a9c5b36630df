using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A route that an AWS service answers, without a function between: on the assembly or on the class of an API. The API gets a role of
/// exactly this action on exactly this resource.
/// </summary>
/// <param name="routeKey">API Gateway's route key, as in <see cref="HttpRouteAttribute"/>.</param>
/// <param name="action">
/// <c>service:action</c>: on an HTTP API one of ten (<c>sqs:sendMessage</c>, <c>sqs:receiveMessage</c>, <c>sqs:deleteMessage</c>,
/// <c>sqs:purgeQueue</c>, <c>events:putEvents</c>, <c>kinesis:putRecord</c>, <c>states:startExecution</c>, <c>states:startSyncExecution</c>,
/// <c>states:stopExecution</c>, <c>appconfig:getConfiguration</c>), on a REST API any (<c>dynamodb:getItem</c>, <c>s3:getObject</c>). Unknown: SVLS2205.
/// </param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServiceRouteAttribute(string routeKey, string action) : Attribute
{
    /// <summary>The route key as written.</summary>
    public string RouteKey { get; } = routeKey;

    /// <summary>The action as written.</summary>
    public string Action { get; } = action;

    /// <summary>
    /// The resource the action is on, in the value grammar: <c>@OrdersTable</c>, <c>@Pictures/public/*</c>. Needed where the action has
    /// resources (SVLS2403), unless the parameter that names the resource says it; an <c>@Id</c> fills that parameter.
    /// </summary>
    public string? On { get; set; }

    /// <summary>The API class the route belongs to. Default: the API of its class, else the assembly's, else an implicit HTTP API.</summary>
    public Type? Api { get; set; }

    /// <summary>Who may call: a declared name, <c>nameof</c> of a Lambda authorizer, <see cref="Authorizers.Iam"/> or <see cref="Authorizers.None"/>. Default: the API's.</summary>
    public string? Authorizer { get; set; }

    /// <summary>Scopes the token must hold; JWT and Cognito authorizers only (SVLS2002). Default: the authorizer's.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Milliseconds the API waits: 50 to 30,000 (HTTP API), 50 to 29,000 (REST API). Default: the most.</summary>
    public int TimeoutMilliseconds { get; set; }

    /// <summary>Steady-state requests per second, above 0. Default: the API's.</summary>
    public double ThrottleRate { get; set; }

    /// <summary>Requests above the rate that are served at once, above 0. Default: the API's.</summary>
    public int ThrottleBurst { get; set; }

    /// <summary>Operation id in OpenAPI, unique. Default: made of the route key.</summary>
    public string? OperationId { get; set; }

    /// <summary>Tags in OpenAPI. Default: none.</summary>
    public string[]? Tags { get; set; }

    /// <summary>
    /// Arguments of the action, each <c>Name=value</c>. HTTP API: <c>QueueUrl=@Shipments</c>, <c>MessageBody=$request.body</c>. REST API: members of
    /// the request body (<c>TableName=@OrdersTable</c>, <c>Key.id.S=$request.path.id</c>), or for S3 <c>Bucket=@Pictures</c>, <c>Key=$request.path.key</c>.
    /// </summary>
    public string[]? Parameters { get; set; }

    /// <summary>Status of a success, 200 to 299. Default: 200.</summary>
    public int StatusCode { get; set; }

    /// <summary>True = callers need an API key of a usage plan. REST API only (SVLS2106). Default: false.</summary>
    public bool ApiKeyRequired { get; set; }

    /// <summary>Seconds an answer is cached, 0 to 3,600; 0 = never. REST API only (SVLS2106), with a cache (SVLS2002). Default: the API's.</summary>
    public int CacheTtl { get; set; }

    /// <summary>Parameters that are part of the cache key: <c>id</c>, <c>querystring.page</c>, <c>header.X-Shop</c>. REST API only (SVLS2106).</summary>
    public string[]? CacheKeys { get; set; }

    /// <summary>Mapping template (VTL) for the request. REST API only (SVLS2106). Default: none.</summary>
    public string? RequestTemplate { get; set; }

    /// <summary>Mapping template (VTL) for the response. REST API only (SVLS2106). Default: none.</summary>
    public string? ResponseTemplate { get; set; }
}
