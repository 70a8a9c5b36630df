namespace Serverless.Model;

/// <summary>How a REST API talks to a service.</summary>
internal enum ServiceProtocol
{
    /// <summary>`…:{service}:action/{Action}` with a JSON body; API Gateway writes the target header.</summary>
    Json,

    /// <summary>`…:{service}:action/{Action}` with a form body.</summary>
    Query,

    /// <summary>`…:s3:path/{bucket}/{key}`: method and path are the action.</summary>
    S3,
}

/// <summary>What a parameter of an action names.</summary>
internal enum ServiceParameterForm
{
    Value,
    Name,
    Url,
    Arn,
}

/// <summary>An action of an AWS service as an API calls it, without a function between.</summary>
/// <param name="Service">IAM prefix: `sqs`.</param>
/// <param name="Action">In the service's casing: `SendMessage`.</param>
internal sealed record ServiceAction(string Service, string Action)
{
    /// <summary>First-class integration of HTTP APIs: `SQS-SendMessage`; null = HTTP APIs do not have it.</summary>
    public string? Subtype { get; init; }

    /// <summary>Parameters without which the service refuses the call.</summary>
    public EquatableArray<string> Required { get; init; }

    /// <summary>Parameters of the first-class integration beside <see cref="Required"/>. REST APIs pass any.</summary>
    public EquatableArray<string> Optional { get; init; }

    /// <summary>The parameter that names what the action is on, filled from `On` when it is not written; null = none does.</summary>
    public string? ResourceParameter { get; init; }

    /// <summary>What that parameter wants of the resource.</summary>
    public ServiceParameterForm ResourceForm { get; init; }

    public ServiceProtocol Protocol { get; init; }

    /// <summary>HTTP method of a REST API's call.</summary>
    public string HttpMethod { get; init; } = "POST";

    /// <summary>What the API's role must be allowed: one action of the same name mostly, several where the service checks parts of the call.</summary>
    public EquatableArray<string> IamActions { get; init; } = EquatableArray.Of(Service + ":" + Action);

    public string IamAction => IamActions[0];

    /// <summary>True for every parameter that the first-class integration takes.</summary>
    public bool Takes(string parameter) => Required.Contains(parameter) || Optional.Contains(parameter);
}
