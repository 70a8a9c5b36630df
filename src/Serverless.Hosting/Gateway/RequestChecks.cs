using System.Text.Json;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// What the request validator of a REST API refuses before it costs an invocation: absent parameters and bodies that are no JSON. The
/// schema of a body is not looked at: the handler answers those.
/// </summary>
internal static class RequestChecks
{
    private const string Prefix = "method.request.";

    /// <summary>API Gateway's message, or null when nothing is wrong.</summary>
    public static string? Problem(GatewayRequest request, ReadOnlyMemory<byte> body)
    {
        List<string>? missing = null;
        foreach (var parameter in request.Route.Description.RequiredParameters)
        {
            if (string.IsNullOrEmpty(request.Value(parameter)))
                (missing ??= []).Add(parameter[(parameter.IndexOf('.', Prefix.Length) + 1)..]);
        }

        if (missing is not null)
            return "Missing required request parameters: [" + string.Join(", ", missing) + "]";
        return request.Route.Description.RequiresJsonBody && IsJsonRequest(request) && !IsJson(body) ? "Invalid request body" : null;
    }

    /// <summary>A model is for `application/json`; other types are passed on unchecked.</summary>
    private static bool IsJsonRequest(GatewayRequest request) => MediaTypes.Of(request.Http.Request.ContentType ?? "application/json") == "application/json";

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            if (!reader.Read())
                return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
