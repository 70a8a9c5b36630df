using System.ComponentModel;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// CORS of a REST API in what its functions answer: API Gateway passes a function's headers on as they are and adds none. Preflight
/// requests never come here, the API answers them itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RestCors
{
    private readonly string[] _origins;
    private readonly (string Name, string Value)[] _always;
    private readonly bool _credentials;

    /// <param name="origins">Origins that may call, or `*`.</param>
    /// <param name="exposedHeaders">Response headers that scripts may read.</param>
    /// <param name="credentials">Cookies and authorization may be sent.</param>
    public RestCors(string[] origins, string[] exposedHeaders, bool credentials)
    {
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(exposedHeaders);
        _origins = origins;
        _credentials = credentials;
        var always = new List<(string, string)>();
        if (origins.Length == 1)
            Allow(always, origins[0]);
        else
            always.Add(("Vary", "Origin"));
        if (exposedHeaders.Length > 0)
            always.Add(("Access-Control-Expose-Headers", string.Join(",", exposedHeaders)));
        _always = [.. always];
    }

    /// <summary>Headers for the answer to a request. Of several origins the caller's own is named, where it is one of them.</summary>
    internal ReplyParts For(in RouteEvent request)
    {
        if (_origins.Length == 1 || request.Header("origin").Decode() is not { } caller || Array.IndexOf(_origins, caller) < 0)
            return ReplyParts.WithHeaders(null, _always);
        var headers = new List<(string, string)>(_always);
        Allow(headers, caller);
        return ReplyParts.WithHeaders(null, [.. headers]);
    }

    private void Allow(List<(string Name, string Value)> headers, string origin)
    {
        headers.Add(("Access-Control-Allow-Origin", origin));
        if (_credentials)
            headers.Add(("Access-Control-Allow-Credentials", "true"));
    }
}
