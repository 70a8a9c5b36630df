namespace Serverless;

/// <summary>What API Gateway checks of a request before it costs an invocation (REST APIs).</summary>
public enum RequestValidation
{
    /// <summary>What the API says; for the API itself <see cref="All"/>.</summary>
    Default,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>Required path, query and header parameters.</summary>
    Parameters,

    /// <summary>The body, against its JSON schema.</summary>
    Body,

    /// <summary>Parameters and body.</summary>
    All,
}
