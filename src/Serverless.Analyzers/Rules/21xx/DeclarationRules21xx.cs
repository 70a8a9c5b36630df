using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of routes: keys, bindings, validation, results.</summary>
internal static class DeclarationRules21xx
{
    private static readonly DiagnosticDescriptor MalformedRouteKey = Rule.Create(
        RuleIds.MalformedRouteKey,
        "Malformed route key",
        "'{0}' is no route key: {1}",
        RulePolicy.Error,
        "A route key is written as API Gateway writes it: 'GET /orders/{id}', 'ANY /files/{path+}' or '$default'.");

    private static readonly DiagnosticDescriptor RouteCollision = Rule.Create(
        RuleIds.RouteCollision,
        "Routes collide, or the API is ambiguous",
        "{0}",
        RulePolicy.Error,
        "One route key of an API has one function; API Gateway refuses the second.");

    private static readonly DiagnosticDescriptor RouteVariableMismatch = Rule.Create(
        RuleIds.RouteVariableMismatch,
        "Route variable and parameters disagree",
        "Route variable '{0}': {1}",
        RulePolicy.Error,
        "Every variable of a route is taken by a parameter of its name (case ignored) or by one with [BindRoute]; a variable nobody reads is usually a typing error.");

    private static readonly DiagnosticDescriptor UnbindableParameter = Rule.Create(
        RuleIds.UnbindableParameter,
        "Parameter cannot be bound",
        "'{0}' cannot be bound: no '{1}' can be made from {2}",
        RulePolicy.Error,
        "Text becomes a string, a number, an enum, a date, or any type that implements IParsable of itself, and lists of these; a body becomes what the serialiser can make.");

    private static readonly DiagnosticDescriptor BodyNotPossible = Rule.Create(
        RuleIds.BodyNotPossible,
        "No body for this parameter",
        "'{0}' would be read from the body: {1}",
        RulePolicy.Error,
        "A request has one body, and requests with GET, HEAD and DELETE have none. [BindQuery] takes the members of a type from the query, [BindService] marks a service.");

    private static readonly DiagnosticDescriptor NotOnThisApi = Rule.Create(
        RuleIds.NotOnThisApi,
        "Setting not available on this kind of API",
        "'{0}' needs {1}: {2}",
        RulePolicy.Error,
        "API Gateway would ignore or refuse the setting.");

    private static readonly DiagnosticDescriptor ValidationMismatch = Rule.Create(
        RuleIds.ValidationMismatch,
        "Validation attribute does not fit the type",
        "[{0}] has no effect on '{1}': {2}",
        RulePolicy.Warning,
        "The attribute is not checked; a value that it seems to forbid would pass.");

    private static readonly DiagnosticDescriptor UnknownAuthorizer = Rule.Create(
        RuleIds.UnknownAuthorizer,
        "Authorization that nobody enforces",
        "{0}: {1}",
        RulePolicy.Error,
        "A route that looks protected must be: authorizers of API Gateway are named by the API or the route, and no ASP.NET middleware runs in front of a handler.");

    private static readonly DiagnosticDescriptor UnsupportedResult = Rule.Create(
        RuleIds.UnsupportedResult,
        "Result cannot be a reply",
        "'{0}' returns '{1}': {2}",
        RulePolicy.Error,
        "A handler returns a value, HttpReply, HttpReply<T>, text, bytes, a stream or a sequence, alone or in a Task or ValueTask.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        MalformedRouteKey, RouteCollision, RouteVariableMismatch, UnbindableParameter, BodyNotPossible, NotOnThisApi, ValidationMismatch, UnknownAuthorizer, UnsupportedResult);
}
