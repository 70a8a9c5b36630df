using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>The custom domain of an API.</summary>
internal static class DomainReader
{
    private static readonly string[] OfDomain = ["CertificateArn", "BasePath", "HostedZoneId", "MutualTlsTruststore"];

    public static DomainSettings? Read(ApiScope scope)
    {
        if (!scope.Attribute.Has("DomainName"))
        {
            foreach (var setting in OfDomain)
            {
                if (scope.Attribute.Has(setting))
                    scope.ReportExcluded(setting, "an API without DomainName", "it has no domain of its own");
            }

            return null;
        }

        var name = scope.Value("DomainName");
        var certificate = scope.Value("CertificateArn");
        if (!scope.Attribute.Has("CertificateArn"))
            scope.Reading.Report(RuleIds.DomainWithoutCertificate, scope.At("DomainName"), scope.Attribute.String("DomainName") ?? "");
        var basePath = BasePath(scope);
        var zone = scope.Value("HostedZoneId");
        var truststore = Truststore(scope);
        return name is null || certificate is null
            ? null
            : new DomainSettings { Name = name, Certificate = certificate, BasePath = basePath, HostedZone = zone, Truststore = truststore };
    }

    private static string? BasePath(ApiScope scope)
    {
        if (scope.Attribute.String("BasePath") is not { } path)
            return null;
        if (path.Length > 0 && path[0] != '/' && path[path.Length - 1] != '/' && path.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "$-_.+!*'()/".IndexOf(c) >= 0))
            return path;
        scope.ReportMalformed("BasePath", path, "a base path has letters, digits and $-_.+!*'(), and no slash at its ends");
        return null;
    }

    private static AwsValue? Truststore(ApiScope scope)
    {
        if (scope.Value("MutualTlsTruststore") is not { } truststore)
            return null;
        if (truststore.Kind != AwsValueKind.Literal || truststore.Text.StartsWith("s3://", StringComparison.Ordinal))
            return truststore;
        scope.ReportMalformed("MutualTlsTruststore", truststore.Text, "a truststore is 's3://bucket/key'");
        return null;
    }
}
