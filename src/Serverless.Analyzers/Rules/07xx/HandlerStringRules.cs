using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Handler strings in templates (SVLS0702, SVLS0703).</summary>
internal static class HandlerStringRules
{
    public static readonly DiagnosticDescriptor OverloadedHandler = Rule.Create(
        RuleIds.OverloadedHandler,
        "Handler name is overloaded",
        "'{1}' has {2} methods '{0}' and the handler string does not say which: the environment fails to start; give the methods different names",
        RulePolicy.Error,
        "The runtime looks a handler up by its name alone. When the type has several methods of that name, it refuses to choose, and the function never handles an event.");

    public static readonly DiagnosticDescriptor UnresolvedHandler = Rule.Create(
        RuleIds.UnresolvedHandler,
        "Handler string does not resolve",
        "Handler '{0}' cannot be loaded: {1}, so every invocation fails although the deployment succeeds{2}",
        RulePolicy.Error,
        "Nothing checks the handler string before the first invocation: the stack deploys, and then the runtime finds no such type or method in the assembly.");
}
