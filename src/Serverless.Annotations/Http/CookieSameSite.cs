namespace Serverless.Http;

/// <summary>When a browser sends a cookie along with requests from other sites.</summary>
public enum CookieSameSite
{
    /// <summary>With top-level navigation only.</summary>
    Lax,

    /// <summary>Never.</summary>
    Strict,

    /// <summary>Always; browsers then ask for a secure cookie.</summary>
    None,
}
