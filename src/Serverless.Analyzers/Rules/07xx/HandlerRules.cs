using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Handler shape and serialization (SVLS07xx): what the runtime refuses, and what it accepts and gets wrong.</summary>
internal static class HandlerRules
{
    public static readonly DiagnosticDescriptor AsyncVoidHandler = Rule.Create(
        RuleIds.AsyncVoidHandler,
        "Handler is async void",
        "Handler '{0}' is async void, which the runtime refuses when the environment starts; return Task",
        RulePolicy.Error,
        "The managed runtime validates the handler method while the environment starts and rejects async void: the function never handles an event. Return Task, so that the runtime can wait for the work.");

    public static readonly DiagnosticDescriptor HandlerParameters = Rule.Create(
        RuleIds.HandlerParameters,
        "Handler has unsupported parameters",
        "The runtime cannot call handler '{0}': {1}; a handler takes at most an input and an ILambdaContext",
        RulePolicy.Error,
        "The managed runtime calls a handler with the deserialised input and the context, in this order, both optional. Every other parameter list fails while the environment starts.");

    public static readonly DiagnosticDescriptor HandlerNotInstantiable = Rule.Create(
        RuleIds.HandlerNotInstantiable,
        "Handler cannot be loaded",
        "The runtime cannot load handler '{0}': {1}",
        RulePolicy.Error,
        "The managed runtime finds the handler by reflection and makes its object with the public constructor without parameters. Generic or abstract handlers and types without that constructor fail while the environment starts.");

    public static readonly DiagnosticDescriptor NoSerializer = Rule.Create(
        RuleIds.NoSerializer,
        "Handler needs a serializer",
        "Handler '{0}' exchanges '{1}' with the runtime, but neither it nor the assembly has [LambdaSerializer]: the environment fails to start; add [assembly: LambdaSerializer(typeof(…))]",
        RulePolicy.Error,
        "The managed runtime passes streams as they are and asks the serializer that [LambdaSerializer] names for every other input or output. Without the attribute on the method or the assembly the function fails while the environment starts.");

    public static readonly DiagnosticDescriptor TypeNotInJsonContext = Rule.Create(
        RuleIds.TypeNotInJsonContext,
        "Type is missing from the JsonSerializerContext",
        "'{0}' is exchanged with the runtime, but '{1}' does not list it: every invocation of '{2}' fails; add [JsonSerializable(typeof({0}))]",
        RulePolicy.Error,
        "SourceGeneratorLambdaJsonSerializer asks its context for the metadata of exactly the type that goes in or out and throws when the context has none, with and without native AOT.");

    public static readonly DiagnosticDescriptor FailureSwallowed = Rule.Create(
        RuleIds.FailureSwallowed,
        "Failure is swallowed on an asynchronous source",
        "The catch-all in {0} only writes the failure down: for {1} the event counts as processed and is neither retried nor kept; rethrow",
        RulePolicy.Warning,
        "An asynchronous source or poller looks only at whether the invocation failed. A handler that logs and returns makes the source delete what it sent: no retry, no dead-letter queue, no alarm on errors.");

    public static readonly DiagnosticDescriptor EventTypeMismatch = Rule.Create(
        RuleIds.EventTypeMismatch,
        "Event type does not match the trigger",
        "{0} takes {1}, but {2} sends {3}; {4}",
        RulePolicy.Error,
        "The payload formats of REST APIs, HTTP APIs, function URLs and event sources differ. A handler for another format is given an event whose members are null, or its generated wrapper does not compile.");

    public static readonly DiagnosticDescriptor ReturnedStreamDisposed = Rule.Create(
        RuleIds.ReturnedStreamDisposed,
        "Returned stream is disposed before the runtime reads it",
        "'{0}' is returned, {1}",
        RulePolicy.Error,
        "The runtime copies the returned stream after the handler has ended, from the position at which it stands. A stream that a using closes on the way out fails every invocation, one that stands at its end gives an empty response.");

    public static readonly DiagnosticDescriptor ContextKept = Rule.Create(
        RuleIds.ContextKept,
        "Invocation's context is kept",
        "'{0}' keeps the {1} of one invocation (in {2}): {3}; pass it as an argument",
        RulePolicy.Warning,
        "The context describes one invocation: its deadline, its request id, its request. Kept in a static or in a field of an object that serves many invocations, it describes the wrong one.");
}
