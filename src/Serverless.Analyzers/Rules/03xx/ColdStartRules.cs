using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Cold start (SVLS03xx): what is made too late, too often, or by waiting.</summary>
internal static class ColdStartRules
{
    public static readonly DiagnosticDescriptor ClientPerInvocation = Rule.Create(
        RuleIds.ClientPerInvocation,
        "Reusable client is created per invocation",
        "'{0}' is created in every invocation (by {1}): connections and TLS handshakes are paid again each time; keep one in a static readonly field",
        RulePolicy.Warning,
        "Clients hold connection pools. Created during initialisation they serve every invocation of the environment; created in the handler each invocation pays for DNS, TCP and TLS, and sockets pile up.");
}
