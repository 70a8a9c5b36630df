using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The issuer that a token must name: the one written, or that of a user pool.</summary>
internal static class TokenIssuer
{
    private const string InThisRegion = "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/";

    public static DeployedValue Of(Authorizer authorizer, ReferenceResolver resolver)
    {
        if (authorizer.UserPool is { } pool)
            return OfPool(pool, resolver);
        return authorizer.Issuer is { } issuer ? resolver.Resolve(issuer) : DeployedValue.Literal("");
    }

    private static DeployedValue OfPool(AwsValue pool, ReferenceResolver resolver)
    {
        if (pool.ReferencedId is { } id && pool.Attribute is null && resolver.FindType(id) is not null)
            return DeployedValue.GetAtt(id, "ProviderURL");
        var value = resolver.Resolve(pool);

        // arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Ab12
        var parts = value.Kind == DeployedValueKind.Text ? value.Text.Split(':') : [];
        return parts.Length == 6 && parts[5].StartsWith("userpool/", StringComparison.Ordinal)
            ? DeployedValue.Literal("https://cognito-idp." + parts[3] + (parts[1] == "aws-cn" ? ".amazonaws.com.cn/" : ".amazonaws.com/") + parts[5].Substring("userpool/".Length))
            : DeployedValue.Sub(InThisRegion + value.ToPattern());
    }
}
