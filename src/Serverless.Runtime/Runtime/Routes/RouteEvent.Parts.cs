namespace Serverless.Runtime;

/// <content>What the parts of an event mean, whatever its format.</content>
public partial struct RouteEvent
{
    /// <summary>A route variable, as API Gateway decoded it; where none routed the request, as <see cref="TryRoute"/> found it in the path.</summary>
    public readonly EventText Route(string name)
    {
        if (_route is null)
            return FlatObject.Find(Part(_pathParameters), name, ignoreCase: false);
        return RoutePath.Variable(_route, MatchedPath, name);
    }

    /// <summary>A header; several of one name are joined by commas, as format 2.0 has them already.</summary>
    public readonly EventText Header(string name)
    {
        if (_multiHeaders.Length > 0)
            return MultiValues.Joined(Part(_multiHeaders), name);

        // A token authorizer of a REST API is sent one header, without its name.
        return _token.Length > 0 && _headers.Length == 0
            ? new EventText(Part(_token), Part(_token).Span.Contains((byte)'\\') ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain)
            : FlatObject.Find(Part(_headers), name, ignoreCase: true);
    }

    /// <summary>The first value of a query key.</summary>
    public readonly EventText Query(string name)
    {
        if (Format != EventFormat.Version2)
            return MultiValues.First(Part(_multiQuery), Part(_queryParameters), name, IsQueryEncoded);
        var query = RawQuery(out var escaped);
        if (escaped is not null)
            query = escaped;
        if (query.IsEmpty)
            return _query.Length == 0 ? FlatObject.Find(Part(_queryParameters), name, ignoreCase: false) : default;
        var position = 0;
        return QueryText.TryFind(query.Span, name, ref position, out var start, out var length)
            ? new EventText(query.Slice(start, length), EventTextEncoding.UrlEncoded)
            : default;
    }

    /// <summary>Every value of a query key, in order.</summary>
    public readonly List<EventText>? QueryAll(string name)
    {
        if (Format != EventFormat.Version2)
            return MultiValues.All(Part(_multiQuery), Part(_queryParameters), name, IsQueryEncoded);
        var query = RawQuery(out var escaped);
        if (escaped is not null)
            query = escaped;
        List<EventText>? values = null;
        var position = 0;
        while (QueryText.TryFind(query.Span, name, ref position, out var start, out var length))
            (values ??= []).Add(new EventText(query.Slice(start, length), EventTextEncoding.UrlEncoded));
        return values;
    }

    /// <summary>The value of a cookie.</summary>
    public readonly EventText Cookie(string name)
    {
        if (_cookies.Length > 0)
            return CookieText.Find(Part(_cookies), name);
        return Format == EventFormat.Version2 ? default : CookieText.FindInHeaders(MultiValues.Headers(Part(_multiHeaders), Part(_headers), "cookie"), name);
    }

    /// <summary>A stage variable.</summary>
    public readonly EventText StageVariable(string name) => FlatObject.Find(Part(_stageVariables), name, ignoreCase: false);

    /// <summary>A claim of the JWT or Cognito authorizer.</summary>
    public readonly EventText Claim(string name) => FlatObject.Find(Claims, name, ignoreCase: false);

    /// <summary>A member of what a Lambda authorizer returned as context.</summary>
    public readonly EventText AuthorizerContext(string name) => FlatObject.Find(AuthorizerValues, name, ignoreCase: false);

    internal readonly EventText Method =>
        _method.Length > 0 ? new EventText(Part(_method), EventTextEncoding.Plain) : FlatObject.Find(Http, "method", ignoreCase: false);

    /// <summary>The path with the stage, as the caller sent it: format 1.0 keeps that one in the context.</summary>
    internal readonly EventText Path
    {
        get
        {
            if (Format == EventFormat.Version1 && FlatObject.Find(Context, "path", ignoreCase: false) is { IsPresent: true } whole)
                return whole;
            return RoutedPath;
        }
    }

    /// <summary>The path that routes are written for, where the event has it apart.</summary>
    internal readonly EventText RoutedPath =>
        _path.Length == 0 ? default : new EventText(Part(_path), _payload.Span[_path.Start..(_path.Start + _path.Length)].Contains((byte)'\\') ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);

    internal readonly string RouteKey
    {
        get
        {
            if (_route is not null)
                return _route;
            if (_routeKey.Length > 0)
                return new EventText(Part(_routeKey), EventTextEncoding.Plain).Decode() ?? "";
            if (_resource.Length == 0)
                return FlatObject.Find(Context, "routeKey", ignoreCase: false).Decode() ?? "";
            var resource = new EventText(Part(_resource), EventTextEncoding.Plain).Decode() ?? "";
            return resource == "$default" ? resource : Method.Decode() + " " + resource;
        }
    }

    internal readonly EventText ContentType =>
        _contentType.Length == 0 ? default : new EventText(Part(_contentType), _contentTypeEscaped ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);

    internal readonly ReadOnlyMemory<byte> ContentTypeBytes => _contentTypeEscaped ? default : Part(_contentType);

    internal readonly bool HasBody => _body.Length > 0;

    internal readonly bool IsBase64 => _isBase64;

    internal readonly EventText Body => new(Part(_body), _bodyEscaped ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);

    internal readonly ReadOnlyMemory<byte> Context => Part(_context);

    /// <summary>Address of the caller. A load balancer adds it as the last one of the header; what stands before it the caller may have made up.</summary>
    internal readonly string? SourceIp => Format switch
    {
        EventFormat.Version2 => FlatObject.Find(Http, "sourceIp", ignoreCase: false).Decode(),
        EventFormat.LoadBalancer or EventFormat.LoadBalancerMultiValue => Header("x-forwarded-for").Decode() is { } addresses ? addresses[(addresses.LastIndexOf(',') + 1)..].Trim() : null,
        _ => FlatObject.Find(Identity, "sourceIp", ignoreCase: false).Decode(),
    };

    internal readonly string? UserAgent => Format switch
    {
        EventFormat.Version2 => FlatObject.Find(Http, "userAgent", ignoreCase: false).Decode(),
        EventFormat.LoadBalancer or EventFormat.LoadBalancerMultiValue => Header("user-agent").Decode(),
        _ => FlatObject.Find(Identity, "userAgent", ignoreCase: false).Decode(),
    };

    /// <summary>Claims of a token: `authorizer.jwt.claims`, or `authorizer.claims` in format 1.0.</summary>
    internal readonly ReadOnlyMemory<byte> Claims
    {
        get
        {
            var authorizer = Member(Context, "authorizer");
            var claims = Member(Member(authorizer, "jwt"), "claims");
            return claims.IsEmpty && Format != EventFormat.Version2 ? Member(authorizer, "claims") : claims;
        }
    }

    /// <summary>Context of a Lambda authorizer: `authorizer.lambda`, or the authorizer itself in format 1.0.</summary>
    internal readonly ReadOnlyMemory<byte> AuthorizerValues
    {
        get
        {
            var authorizer = Member(Context, "authorizer");
            var values = Member(authorizer, "lambda");
            return values.IsEmpty && Format != EventFormat.Version2 ? authorizer : values;
        }
    }

    /// <summary>Who signed the request with IAM credentials: `authorizer.iam`, or `identity` in format 1.0.</summary>
    internal readonly ReadOnlyMemory<byte> IamIdentity => Format == EventFormat.Version2 ? Member(Member(Context, "authorizer"), "iam") : Identity;

    internal readonly ReadOnlyMemory<byte> Identity => Member(Context, "identity");

    private readonly ReadOnlyMemory<byte> Http => FlatObject.FindRaw(Part(_context), "http");

    /// <summary>API Gateway decodes query values in format 1.0; a load balancer passes them as they came.</summary>
    private readonly bool IsQueryEncoded => Format is EventFormat.LoadBalancer or EventFormat.LoadBalancerMultiValue;

    private static ReadOnlyMemory<byte> Member(ReadOnlyMemory<byte> json, string name)
    {
        var member = FlatObject.FindRaw(json, name);
        return member.Length > 0 && member.Span[0] == '{' ? member : default;
    }

    private readonly ReadOnlyMemory<byte> Part(Slice slice) => _payload.Slice(slice.Start, slice.Length);

    /// <summary>Our own host and some test tools write `&amp;` as an escape; API Gateway does not.</summary>
    private readonly ReadOnlyMemory<byte> RawQuery(out byte[]? unescaped)
    {
        unescaped = null;
        if (_queryEscaped)
        {
            var bytes = new byte[_query.Length];
            unescaped = JsonText.TryUnescape(Part(_query).Span, bytes, out var written) ? bytes[..written] : [];
        }

        return Part(_query);
    }
}
