namespace Serverless.Model;

/// <summary>`[LambdaUrl]`: an address of the function's own, without an API.</summary>
/// <param name="IsPublic">`None`; else requests are signed with IAM credentials.</param>
/// <param name="Streaming">Answers are streamed.</param>
/// <param name="Cors">Null = none.</param>
/// <param name="Declaration">The attribute.</param>
internal sealed record FunctionUrl(bool IsPublic, bool Streaming, CorsSettings? Cors, DeclarationRef Declaration);
