namespace Serverless.Http;

/// <summary>When a browser sends a cookie along with requests that another site caused.</summary>
public enum CookieSameSite
{
    /// <summary>With navigation to the site, not with requests made by other pages.</summary>
    Lax,

    /// <summary>Only from the site itself.</summary>
    Strict,

    /// <summary>Always; browsers demand `Secure` then.</summary>
    None,
}
