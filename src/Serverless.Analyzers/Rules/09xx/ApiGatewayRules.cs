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

    public static readonly DiagnosticDescriptor Base64Flag = Rule.Create(
        RuleIds.Base64Flag,
        "Base64 body and its flag disagree",
        "{0}",
        RulePolicy.Warning,
        "Bytes travel between the front door and a function as base64, and IsBase64Encoded says so. Without the flag a response reaches the client undecoded; form data of an HTTP API or function URL arrives encoded.");

    public static readonly DiagnosticDescriptor EventDictionaryNull = Rule.Create(
        RuleIds.EventDictionaryNull,
        "Part of the event can be null",
        "'{0}' is null when {1}, and the invocation then fails with a NullReferenceException instead of an answer; test it for null before it is read",
        RulePolicy.Warning,
        "API Gateway leaves out what a request does not have. The event libraries are not annotated for null, so the compiler does not warn.");

    public static readonly DiagnosticDescriptor HeaderCase = Rule.Create(
        RuleIds.HeaderCase,
        "Header is looked up in the wrong case",
        "Header '{0}' is {1}",
        RulePolicy.Warning,
        "The dictionary of headers compares names exactly. HTTP APIs and function URLs send them in lower case, REST APIs as the client wrote them.");

    public static readonly DiagnosticDescriptor TimeoutBeyondFrontDoor = Rule.Create(
        RuleIds.TimeoutBeyondFrontDoor,
        "Function timeout is longer than its front door",
        "The function may run {0} seconds, but {1} turns the caller away after {2}: the work goes on, is paid for, and nobody hears of its result; set a timeout below {2}",
        RulePolicy.Warning,
        "HTTP APIs wait 30 seconds for a function, REST APIs and WebSocket APIs 29. What a function does after that cannot be answered.");

    public static readonly DiagnosticDescriptor PublicEndpoint = Rule.Create(
        RuleIds.PublicEndpoint,
        "Endpoint can be called by anyone",
        "{0} can be called by anyone on the internet: {1}",
        RulePolicy.Warning,
        "A function URL has no authorization unless it is asked for, and a route has none unless it names an authorizer. Everybody who finds the address can run the function, and its owner pays.");

    public static readonly DiagnosticDescriptor WildcardCors = Rule.Create(
        RuleIds.WildcardCors,
        "CORS for every origin with credentials",
        "Credentials do not go together with {0}: browsers refuse the answer, so no page can call with cookies; name the origins, or do without credentials",
        RulePolicy.Warning,
        "The CORS protocol forbids a wildcard origin where credentials are included. Reflecting every origin instead would let any page act in the name of whoever is signed in.");

    public static readonly DiagnosticDescriptor ExceptionReturned = Rule.Create(
        RuleIds.ExceptionReturned,
        "Exception detail is returned to the caller",
        "'{0}' of an exception goes into the response: callers learn of tables, roles, accounts and code; log the exception and answer with a constant text",
        RulePolicy.Warning,
        "Messages of the AWS SDK name account, role and resource, stack traces name code and packages. Whoever provokes an error reads them.");
}
