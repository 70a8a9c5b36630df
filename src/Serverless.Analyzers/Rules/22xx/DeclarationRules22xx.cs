using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of APIs: authorizers, domains, the kind of API, routes without code.</summary>
internal static class DeclarationRules22xx
{
    private static readonly DiagnosticDescriptor AuthorizerIncomplete = Rule.Create(
        RuleIds.AuthorizerIncomplete,
        "Authorizer incomplete or not available on this API",
        "The authorizer '{0}' cannot be used: {1}",
        RulePolicy.Error,
        "API Gateway refuses an authorizer that lacks what it checks by, and each kind of API has its own kinds of authorizer.");

    private static readonly DiagnosticDescriptor DomainWithoutCertificate = Rule.Create(
        RuleIds.DomainWithoutCertificate,
        "Domain without certificate",
        "The domain '{0}' needs CertificateArn: API Gateway serves a domain over TLS only",
        RulePolicy.Error,
        "A custom domain is deployed with a certificate of AWS Certificate Manager that covers it.");

    private static readonly DiagnosticDescriptor ServiceRoute = Rule.Create(
        RuleIds.ServiceRoute,
        "Service route that the service would refuse",
        "'{0}' cannot be called: {1}",
        RulePolicy.Error,
        "An HTTP API calls ten actions with fixed parameters; a REST API calls any action, which has required parameters of its own.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(AuthorizerIncomplete, DomainWithoutCertificate, ServiceRoute);
}
