namespace Serverless;

/// <summary>Where a REST API takes the API key from.</summary>
public enum ApiKeySource
{
    /// <summary>The header <c>x-api-key</c>.</summary>
    Header,

    /// <summary>The answer of a Lambda authorizer.</summary>
    Authorizer,
}
