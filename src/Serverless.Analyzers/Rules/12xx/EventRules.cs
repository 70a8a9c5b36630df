using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Events, reliability and cost (SVLS12xx): what a function says to others, and what it does not listen to.</summary>
internal static class EventRules
{
    public static readonly DiagnosticDescriptor SynchronousFunctionCall = Rule.Create(
        RuleIds.SynchronousFunctionCall,
        "Function waits for another function",
        "'{0}' waits for {1} (in {2}): both are billed until it answers, and its errors and timeouts become this function's; invoke it with InvocationType.Event, send a message, or let a state machine call both",
        RulePolicy.Warning,
        "A function that waits for a function pays twice for the time, needs a timeout longer than the other's with all its retries, and takes a second place of the account's concurrency. A queue or a state machine does the waiting for nothing.");

    public static readonly DiagnosticDescriptor FunctionInvokesItself = Rule.Create(
        RuleIds.FunctionInvokesItself,
        "Function invokes itself",
        "'{0}' invokes the function that runs it (in {1}): where the end is missed once, invocations multiply until the account's concurrency is used up; send a message with a depth to a queue, or loop in a state machine",
        RulePolicy.Warning,
        "Recursion on Lambda has no stack that overflows. A condition that never becomes true costs money for as long as nobody notices; the service's own loop detection covers only some paths and stops after about sixteen rounds.");

    public static readonly DiagnosticDescriptor WritesOwnTrigger = Rule.Create(
        RuleIds.WritesOwnTrigger,
        "Handler writes to its own trigger",
        "'{0}' writes to the {1} that triggers the function (in {2}): each write invokes it again; {3}",
        RulePolicy.Warning,
        "An object written to the bucket of the event, a message sent to the queue it came from or an item changed in the table of the stream is a new event for the same function. The loop runs until somebody sees the bill.");

    public static readonly DiagnosticDescriptor NoPartialFailure = Rule.Create(
        RuleIds.NoPartialFailure,
        "Batch handler cannot report partial failure",
        "{0} cannot say which records of a batch failed: one bad record sends the whole batch back, and the good ones are processed again; return {1} and turn ReportBatchItemFailures on",
        RulePolicy.Info,
        "Without a list of failed items the event source knows only all or nothing. A record that always fails takes its neighbours to the dead-letter queue, or blocks the shard until it expires.");

    public static readonly DiagnosticDescriptor BatchResultIgnored = Rule.Create(
        RuleIds.BatchResultIgnored,
        "Result of a batch call is not examined",
        "'{0}' reports what it did not do in {1}, which nothing reads (in {2}): throttled and refused entries are lost without an exception; check {1} and send them again",
        RulePolicy.Warning,
        "Batch operations succeed when the request was understood, even if every entry was throttled. Only the response says so.");

    public static readonly DiagnosticDescriptor FirstPageOnly = Rule.Create(
        RuleIds.FirstPageOnly,
        "Only the first page is read",
        "'{0}' returns one page, and nothing reads {1} (in {2}): whatever does not fit in the first page is missing; {3}",
        RulePolicy.Warning,
        "Lists come in pages: 1 MB from DynamoDB, 1,000 keys from S3, fifty functions from Lambda. Tests with little data never see the second one.");

    public static readonly DiagnosticDescriptor SecretPerInvocation = Rule.Create(
        RuleIds.SecretPerInvocation,
        "Secret or parameter is fetched in every invocation",
        "'{0}' fetches {1} in every invocation (in {2}): each pays its latency and its price, and a burst of invocations is throttled; keep the value for some minutes, with Powertools Parameters or in a static field with an expiry",
        RulePolicy.Warning,
        "Secrets and parameters change rarely and are read always. Parameter Store allows 40 reads a second by default; a value that the environment keeps costs one read in its life or in some minutes.");

    public static readonly DiagnosticDescriptor NullResponseCollection = Rule.Create(
        RuleIds.NullResponseCollection,
        "Response collection is null when empty",
        "'{0}' is null, not empty, when the service returns nothing (AWS SDK version 4), so this throws; {1}",
        RulePolicy.Warning,
        "Version 3 of the SDK gave an empty list where version 4 gives null, unless Amazon.AWSConfigs.InitializeCollections is true. Code that was right for years throws on the first empty bucket or queue.");
}
