namespace Serverless.Model;

/// <summary>A route that something else than a function of the application answers.</summary>
internal sealed record IntegrationRoute : GatewayRoute
{
    public required RouteIntegration Integration { get; init; }

    /// <summary>Status of a success.</summary>
    public int StatusCode { get; init; } = 200;
}

internal abstract record RouteIntegration;

/// <summary>`target=source`, both as written: `overwrite:header.x-tenant` and `$context.authorizer.tenant`.</summary>
/// <param name="Target">What is set.</param>
/// <param name="Source">A literal, an expression of API Gateway (`$request.body`), or a value of the grammar.</param>
internal sealed record ParameterMapping(string Target, AwsValue Source);

/// <summary>Another web service.</summary>
/// <param name="Uri">Address, ARN of a listener or of a Cloud Map service.</param>
/// <param name="Method">Method it is called with; null = the request's.</param>
/// <param name="Parameters">What is changed on the way.</param>
/// <param name="VpcLink">The service is private; null = it is on the internet.</param>
/// <param name="TlsServerName">Host name in the private service's certificate; null = no TLS.</param>
internal sealed record HttpProxyIntegration(AwsValue Uri, string? Method, EquatableArray<ParameterMapping> Parameters, AwsValue? VpcLink, string? TlsServerName) : RouteIntegration;

/// <summary>An action of an AWS service.</summary>
/// <param name="Service">IAM prefix in lower case: `sqs`, `states`.</param>
/// <param name="Action">In the service's casing: `SendMessage`.</param>
/// <param name="On">The resource; null where the action has none.</param>
/// <param name="Parameters">Arguments.</param>
internal sealed record ServiceIntegration(string Service, string Action, AwsValue? On, EquatableArray<ParameterMapping> Parameters) : RouteIntegration;

/// <summary>A fixed answer: REST APIs.</summary>
internal sealed record MockIntegration(string? Body, string ContentType) : RouteIntegration;

/// <summary>Starts an execution of a machine of the application: `[HttpRoute]` beside `[StateMachine]`.</summary>
/// <param name="Machine">Its logical id.</param>
/// <param name="IsSynchronous">Express: the caller gets the output.</param>
internal sealed record ExecutionIntegration(string Machine, bool IsSynchronous) : RouteIntegration;
