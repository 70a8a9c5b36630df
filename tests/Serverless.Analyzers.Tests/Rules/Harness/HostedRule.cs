using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>One rule alone in the host that ships with all of them: a test sees what its rule says and nothing else.</summary>
#pragma warning disable RS1001 // found by the test, not by the compiler
internal sealed class HostedRule<TRule>() : HazardAnalyzer([new TRule()])
    where TRule : HazardRule, new();
#pragma warning restore RS1001
