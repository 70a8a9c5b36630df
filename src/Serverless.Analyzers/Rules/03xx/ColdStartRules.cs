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

    public static readonly DiagnosticDescriptor ProviderPerInvocation = Rule.Create(
        RuleIds.ProviderPerInvocation,
        "Service provider or host is built inside the handler",
        "'{0}' is built in every invocation (by {1}): registration, reflection and every singleton are paid for again; build it once, in a static readonly field or the constructor",
        RulePolicy.Warning,
        "Building a container is start-up work. Done in the handler it is repeated each time, and singletons live for one invocation: their clients and caches are made and dropped.");

    public static readonly DiagnosticDescriptor UnboundedInitialisationCall = Rule.Create(
        RuleIds.UnboundedInitialisationCall,
        "Network call during initialisation without a time limit",
        "'{0}' is called before the first invocation without a time limit: initialisation has ten seconds, then it is killed and run again within the invocation; pass a token with a deadline",
        RulePolicy.Warning,
        "A peer that is slow once makes the environment start twice. The call may well belong here; it needs a limit of its own.");

    public static readonly DiagnosticDescriptor SleepInInitialisation = Rule.Create(
        RuleIds.SleepInInitialisation,
        "Sleep or delay during initialisation",
        "'{0}' makes every cold start longer, and the caller waits for it",
        RulePolicy.Warning,
        "The first caller of an environment waits for its initialisation, which has ten seconds in all.");

    public static readonly DiagnosticDescriptor ReflectionJson = Rule.Create(
        RuleIds.ReflectionJson,
        "Reflection-based JSON where source generation is available",
        "'{0}' reads the types by reflection at the first invocation{1}; use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext that names them",
        RulePolicy.Info,
        "Generated serialisation needs no reflection at start, and it is the only one that works when the code is trimmed or compiled ahead of time.");

    public static readonly DiagnosticDescriptor FullHostBuilder = Rule.Create(
        RuleIds.FullHostBuilder,
        "Full-featured host builder",
        "'{0}' sets up configuration sources, logging providers and servers that a function does not use, at every cold start; '{1}' has what a function needs",
        RulePolicy.Info,
        "The default builders read settings files, watch them, and register what a server on a machine of its own needs.");

    public static readonly DiagnosticDescriptor EagerStaticWork = Rule.Create(
        RuleIds.EagerStaticWork,
        "Eager static initialiser does heavy work",
        "'{0}' calls '{1}' at every cold start, though only some invocations use it; make it a Lazy",
        RulePolicy.Info,
        "A static initialiser runs as soon as its type is touched. What only one branch needs can wait for that branch.");

    public static readonly DiagnosticDescriptor SchemaWorkAtRuntime = Rule.Create(
        RuleIds.SchemaWorkAtRuntime,
        "Database schema work at start-up or per request",
        "'{0}' changes the schema from {1}: every environment runs it, several at the same time; run it in the deployment",
        RulePolicy.Warning,
        "Environments start together under load. Migrations that race fail or wait for each other's locks, and the function needs the right to change the schema.");
}
