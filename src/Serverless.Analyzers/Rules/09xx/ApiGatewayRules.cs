using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>API Gateway, function URLs and load balancers (SVLS09xx): what the front door expects of the function behind it.</summary>
internal static class ApiGatewayRules
{
    public static readonly DiagnosticDescriptor NoStatusCode = Rule.Create(
        RuleIds.NoStatusCode,
        "Response has no status code",
        "'{0}' is returned without a status code: it is sent as 0, and the caller gets 502 instead of this response; set StatusCode",
        RulePolicy.Error,
        "StatusCode is an int that nobody sets: it is serialised as 0, which API Gateway, function URLs and load balancers refuse as a malformed response.");
}
