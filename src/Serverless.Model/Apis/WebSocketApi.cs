namespace Serverless.Model;

/// <summary>An API Gateway WebSocket API.</summary>
internal sealed record WebSocketApi : Api
{
    public override ApiKind Kind => ApiKind.WebSocket;

    public string RouteSelectionExpression { get; init; } = "$request.body.action";

    public ApiExecutionLogs ExecutionLogs { get; init; }
}

/// <summary>A route of a WebSocket API that a function answers.</summary>
internal sealed record WebSocketRoute
{
    public const string Connect = "$connect";
    public const string Disconnect = "$disconnect";
    public const string Default = "$default";

    /// <summary>Logical id of the API.</summary>
    public required string Api { get; init; }

    /// <summary>`$connect`, `$disconnect`, `$default`, or what the selection expression finds in a message.</summary>
    public required string RouteKey { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>Which of the function's entries answers; 0 in a function of one method.</summary>
    public int Entry { get; init; }

    /// <summary>Of `$connect`; the others inherit the connection.</summary>
    public RouteAuthorization Authorization { get; init; } = RouteAuthorization.Public;

    public bool ApiKeyRequired { get; init; }

    /// <summary>The result is sent back to the caller.</summary>
    public bool Responds { get; init; }

    public string OperationName { get; init; } = "";
}
