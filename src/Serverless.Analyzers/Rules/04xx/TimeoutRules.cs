using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Timeouts and cancellation (SVLS04xx): who waits longer than the function lives learns nothing from it.</summary>
internal static class TimeoutRules
{
    public static readonly DiagnosticDescriptor HttpClientDefaultTimeout = Rule.Create(
        RuleIds.HttpClientDefaultTimeout,
        "HttpClient keeps its 100-second default timeout",
        "HttpClient keeps its default timeout of 100 seconds{0}; a peer that does not answer is waited for, and paid for, until the function is killed; set Timeout",
        RulePolicy.Warning,
        "A function that reaches its timeout is killed: no response, no log line, no clean-up. A client must give up earlier than that.");
}
