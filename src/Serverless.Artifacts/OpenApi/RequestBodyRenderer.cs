using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What the body of a request is.</summary>
internal static class RequestBodyRenderer
{
    public static JsonObject? Render(OpenApiDocument document, HandlerEntry entry)
    {
        foreach (var parameter in entry.Parameters)
        {
            if (parameter.Source is ParameterSource.Body or ParameterSource.RawBody)
                return Body(document, parameter);
        }

        var fields = ParameterRenderer.Flatten(entry.Parameters).Where(static p => p.Source == ParameterSource.Form).ToList();
        return fields.Count == 0 ? null : Form(document, fields);
    }

    private static JsonObject Body(OpenApiDocument document, HandlerParameter parameter)
    {
        var content = new JsonObject();
        switch (parameter.Form)
        {
            case ParameterForm.Text:
                content.Add("text/plain", MediaTypes.Raw(document, isText: true));
                break;
            case ParameterForm.Stream or ParameterForm.Bytes or ParameterForm.Memory:
                content.Add("application/octet-stream", MediaTypes.Raw(document, isText: false));
                break;
            default:
                content.Add("application/json", MediaTypes.Json(document, parameter.Schema!));
                break;
        }

        return new JsonObject
        {
            { "description", parameter.Description is { } description ? new JsonString(description) : null },
            { "content", content },
            { "required", parameter.IsRequired ? new JsonBoolean(true) : null },
        };
    }

    private static JsonObject Form(OpenApiDocument document, List<HandlerParameter> fields)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var field in fields)
        {
            properties.Add(field.WireName, field.Schema is null ? FileSchema(field) : document.Schemas.OfParameter(field));
            if (field.IsRequired)
                required.Add(field.WireName);
        }

        var media = new JsonObject
        {
            {
                "schema", new JsonObject
                {
                    { "type", "object" },
                    { "required", required.Count == 0 ? null : required },
                    { "properties", properties },
                }
            },
        };
        var content = new JsonObject();
        if (fields.TrueForAll(static field => field.Schema is not null))
            content.Add("application/x-www-form-urlencoded", document.IsRest ? new JsonObject() : media.Clone());
        content.Add("multipart/form-data", document.IsRest ? new JsonObject() : media);
        return new JsonObject { { "content", content }, { "required", required.Count == 0 ? null : new JsonBoolean(true) } };
    }

    /// <summary>A field without a value type is a file, or several.</summary>
    private static JsonObject FileSchema(HandlerParameter field)
    {
        var file = new JsonObject { { "type", "string" }, { "format", "binary" } };
        return field.Form is ParameterForm.Array or ParameterForm.List ? new JsonObject { { "type", "array" }, { "items", file } } : file;
    }
}
