using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Media types whose bodies a REST API passes in base64: as written, or found by the routes. What a route answers as bytes has a type that
/// only the handler knows, and API Gateway decides by what the caller accepts: then everything is binary, which handlers undo.
/// </summary>
internal static class BinaryMediaTypes
{
    /// <summary>In ordinal order; empty = none.</summary>
    public static IReadOnlyCollection<string> Of(RestApi api, IEnumerable<HandlerEntry> entries)
    {
        var types = new SortedSet<string>(api.BinaryMediaTypes, StringComparer.Ordinal);
        if (types.Count > 0)
            return types;
        foreach (var entry in entries)
        {
            if (entry.Result.Form is ResultForm.Bytes or ResultForm.Stream)
                types.Add("*/*");
            if (entry.Parameters.Any(static p => p is { Source: ParameterSource.RawBody, Form: not ParameterForm.Text }))
                types.Add("application/octet-stream");
            if (ParameterRenderer.Flatten(entry.Parameters).Any(static p => p.Source == ParameterSource.Form))
                types.Add("multipart/form-data");
        }

        return types;
    }
}
