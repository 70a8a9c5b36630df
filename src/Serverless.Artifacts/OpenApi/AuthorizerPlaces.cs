using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Where authorizers of REST APIs look, and whom they trust.</summary>
internal static class AuthorizerPlaces
{
    public static DeployedValue PoolArn(Authorizer authorizer, ReferenceResolver resolver)
    {
        var pool = authorizer.UserPool!;
        if (pool.ReferencedId is { } id && pool.Attribute is null && resolver.FindType(id) is not null)
            return resolver.Arn(id);
        var value = resolver.Resolve(pool);
        return value.Text.StartsWith("arn:", StringComparison.Ordinal) || pool.Attribute is not null
            ? value
            : DeployedValue.Sub("arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/" + value.ToPattern());
    }

    /// <summary>`method.request.header.X` of `$request.header.X`.</summary>
    public static string RestSource(string source) =>
        source.StartsWith("$request.", StringComparison.Ordinal) ? "method." + source.Substring(1) : source.TrimStart('$');

    /// <summary>`X` of `$request.header.X`; null for another place.</summary>
    public static string? Name(string source, string prefix) => source.StartsWith(prefix, StringComparison.Ordinal) ? source.Substring(prefix.Length) : null;
}
