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

    public static readonly DiagnosticDescriptor BlockingInitialisation = Rule.Create(
        RuleIds.BlockingInitialisation,
        "Initialisation blocks on a task",
        "Initialisation blocks on a task with '{0}': {1}",
        RulePolicy.Warning,
        "Static and instance initialisers, constructors of handlers and Main run in the init phase, which has ten seconds. A blocked thread there makes every cold start longer, and inside a type initialiser it can deadlock.");

    public static readonly DiagnosticDescriptor DynamoDbTableMetadata = Rule.Create(
        RuleIds.DynamoDbTableMetadata,
        "DynamoDB model fetches table metadata at first use",
        "'{0}' calls DescribeTable before its first request, which lengthens the cold start, can be throttled and needs a permission of its own; {1}",
        RulePolicy.Warning,
        "The object and document models of the AWS SDK describe a table before they use it, synchronously and once in each environment.");
}
