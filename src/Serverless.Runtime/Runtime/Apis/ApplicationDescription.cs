namespace Serverless.Runtime;

/// <summary>The front doors of an application.</summary>
/// <param name="Apis">Its APIs of every kind.</param>
/// <param name="FunctionUrls">Functions with an address of their own.</param>
public sealed record ApplicationDescription(IReadOnlyList<ApiDescription> Apis, IReadOnlyList<FunctionUrlDescription> FunctionUrls);

/// <summary>A function's own address (`[LambdaUrl]`).</summary>
/// <param name="Function">Logical id of the function.</param>
/// <param name="IsPublic">False = callers sign requests with AWS credentials.</param>
/// <param name="Streaming">Answers are streamed.</param>
/// <param name="Cors">Null = none.</param>
public sealed record FunctionUrlDescription(string Function, bool IsPublic, bool Streaming, CorsDescription? Cors);
