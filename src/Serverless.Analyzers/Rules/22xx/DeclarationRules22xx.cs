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

    private static readonly DiagnosticDescriptor RestWithoutRestFeature = Rule.Create(
        RuleIds.RestWithoutRestFeature,
        "REST API without a REST feature",
        "'{0}' uses nothing that only REST APIs have: an HTTP API costs $1.00 instead of $3.50 a million requests and answers sooner, but lacks {1}",
        RulePolicy.Info,
        "HTTP APIs are the cheaper kind and the one to start with. Prices are those of the first 300 million requests a month in us-east-1.");

    private static readonly DiagnosticDescriptor ServiceRoute = Rule.Create(
        RuleIds.ServiceRoute,
        "Service route that the service would refuse",
        "'{0}' cannot be called: {1}",
        RulePolicy.Error,
        "An HTTP API calls ten actions with fixed parameters; a REST API calls any action, which has required parameters of its own.");

    /// <summary>Reported for what the parameters say; <see cref="CachedDecisionAnalyzer"/> reports it for what bodies do.</summary>
    public static readonly DiagnosticDescriptor CachedRouteDecision = Rule.Create(
        RuleIds.CachedRouteDecision,
        "Cached decision reads what is not part of its key",
        "The decision of '{0}' is kept for equal identity sources and reads {1}, which is none of them: the answer for one request is given to another; {2}",
        RulePolicy.Warning,
        "A kept decision answers every route of the authorizer, as long as the identity sources are equal.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(AuthorizerIncomplete, DomainWithoutCertificate, RestWithoutRestFeature, ServiceRoute, CachedRouteDecision);
}
