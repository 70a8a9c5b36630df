namespace Serverless.Http;

/// <summary>A connection of a WebSocket API as the API describes it.</summary>
/// <param name="ConnectedAt">When the client connected. A connection lasts 2 hours at most.</param>
/// <param name="LastActiveAt">When something was last sent either way. After 10 minutes of silence the API ends the connection.</param>
/// <param name="SourceIp">Address of the client; null when unknown.</param>
/// <param name="UserAgent">What the client says it is; null when unknown.</param>
public sealed record WebSocketConnectionInfo(DateTimeOffset ConnectedAt, DateTimeOffset LastActiveAt, string? SourceIp, string? UserAgent);
