namespace Serverless.Model;

/// <summary>An API Gateway HTTP API.</summary>
internal sealed record HttpApi : Api
{
    public override ApiKind Kind => ApiKind.Http;

    public CorsSettings? Cors { get; init; }
}
