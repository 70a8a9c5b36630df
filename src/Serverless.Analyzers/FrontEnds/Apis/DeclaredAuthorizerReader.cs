using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads `[JwtAuthorizer]` and `[CognitoAuthorizer]`.</summary>
internal static class DeclaredAuthorizerReader
{
    public static List<Authorizer> Read(DeclaredAttributes owner, Reading reading)
    {
        var authorizers = new List<Authorizer>();
        foreach (var attribute in owner.Attributes)
        {
            if (attribute.Name is not ("JwtAuthorizer" or "CognitoAuthorizer") || attribute.Arguments.Constructor<string>(0) is not { } name)
                continue;
            var scope = new ApiScope(owner, attribute.Name, attribute.Arguments, reading);
            if (name.Length is 0 or > 128 || name is Names.Iam or Names.None)
                scope.ReportMalformed("name", name, "an authorizer has a name of its own, 1 to 128 characters");
            else if (authorizers.Exists(known => known.Name == name))
                reading.Report(RuleIds.DuplicateLogicalId, scope.At("name"), name, "another authorizer");
            else
                authorizers.Add(attribute.Name == "JwtAuthorizer" ? Jwt(name, scope) : Cognito(name, scope));
        }

        return authorizers;
    }

    private static Authorizer Jwt(string name, ApiScope scope)
    {
        if (scope.Attribute.String("Issuer") is null)
            scope.Reading.Report(RuleIds.AuthorizerIncomplete, scope.Declaration, name, "it has no Issuer, the https address of the OpenID Connect provider");
        if (scope.Attribute.StringArray("Audience") is not { Count: > 0 })
            scope.Reading.Report(RuleIds.AuthorizerIncomplete, scope.Declaration, name, "it has no Audience: at least one is required");
        var issuer = scope.Value("Issuer");
        if (issuer is { Kind: AwsValueKind.Literal } && !issuer.Text.StartsWith("https://", StringComparison.Ordinal) && !issuer.Text.StartsWith("{{resolve:", StringComparison.Ordinal))
            scope.Reading.Report(RuleIds.AuthorizerIncomplete, scope.At("Issuer"), name, "an issuer is an address that starts with 'https://'");
        return new Authorizer
        {
            Name = name,
            Kind = AuthorizerKind.Jwt,
            Declaration = scope.Declaration,
            Issuer = issuer,
            Audience = scope.Values("Audience"),
            Scopes = scope.Strings("Scopes"),
            IdentitySources = EquatableArray.Of(IdentitySource(scope)),
        };
    }

    private static Authorizer Cognito(string name, ApiScope scope) => new()
    {
        Name = name,
        Kind = AuthorizerKind.Cognito,
        Declaration = scope.Declaration,
        UserPool = scope.Attribute.Constructor<string>(1) is { } pool ? scope.Reading.Value(pool, scope.At("userPool")) : null,
        Audience = scope.Values("Clients"),
        Scopes = scope.Strings("Scopes"),
        IdentitySources = EquatableArray.Of(IdentitySource(scope)),
    };

    private static string IdentitySource(ApiScope scope)
    {
        if (scope.Attribute.String("IdentitySource") is not { } source)
            return IdentitySources.Authorization;
        if (source.StartsWith("$request.header.", StringComparison.Ordinal) || source.StartsWith("$request.querystring.", StringComparison.Ordinal))
            return source;
        scope.ReportMalformed("IdentitySource", source, "a token is in '$request.header.Name' or '$request.querystring.name'");
        return IdentitySources.Authorization;
    }

    /// <summary>The constants of `Authorizers`.</summary>
    internal static class Names
    {
        public const string Iam = "AWS_IAM";
        public const string None = "NONE";
    }
}
