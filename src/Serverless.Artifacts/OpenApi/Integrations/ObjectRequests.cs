using System.Globalization;
using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Objects of S3: bucket and key are the path, the body is the object.</summary>
internal static class ObjectRequests
{
    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["GetObject"] = "GET",
        ["HeadObject"] = "HEAD",
        ["PutObject"] = "PUT",
        ["DeleteObject"] = "DELETE",
        ["ListObjects"] = "GET",
        ["ListObjectsV2"] = "GET",
        ["HeadBucket"] = "HEAD",
    };

    public static JsonObject Render(OpenApiDocument document, IntegrationRoute route, ServiceIntegration service)
    {
        var parameters = new JsonObject();
        var isList = service.Action is "ListObjects" or "ListObjectsV2";
        var key = Parameter(service, "Key");
        var path = new StringBuilder("path/").Append(Bucket(document, service));
        if (key is not null && !isList)
            path.Append('/').Append(KeyPath(document, key, parameters));
        if (service.Action == "ListObjectsV2")
            parameters.Add("integration.request.querystring.list-type", "'2'");
        foreach (var parameter in service.Parameters)
        {
            if (parameter.Target is "Bucket" or "Key")
                continue;
            var name = parameter.Target.StartsWith("header.", StringComparison.Ordinal) || parameter.Target.StartsWith("querystring.", StringComparison.Ordinal) ? parameter.Target
                : isList ? "querystring." + Hyphenated(parameter.Target)
                : "header." + (parameter.Target == "ContentType" ? "Content-Type" : parameter.Target);
            parameters.Add("integration.request." + name, RestSources.Spell(document, parameter.Source));
        }

        if (service.Action == "PutObject" && parameters.Find("integration.request.header.Content-Type") is null)
            parameters.Add("integration.request.header.Content-Type", "method.request.header.Content-Type");
        var headers = new JsonObject();
        if (service.Action is "GetObject" or "HeadObject")
        {
            foreach (var name in new[] { "Content-Type", "ETag", "Last-Modified" })
                headers.Add("method.response.header." + name, "integration.response.header." + name);
        }

        var responses = RestResponses.Of(document, route.StatusCode, route.Rest.ResponseTemplate is { } answer ? document.Templates.Of(answer) : null, failuresAreStatuses: true, headers);

        // Without the right to list the bucket, an object that is not there is forbidden.
        foreach (var status in new[] { 403, 404 })
            responses.Add(status.ToString(CultureInfo.InvariantCulture), RestResponses.Of(document, 404, DeployedValue.Literal(RestResponses.Problem(404)), failuresAreStatuses: false)["default"]);
        return new JsonObject
        {
            { "httpMethod", Methods.TryGetValue(service.Action, out var method) ? method : route.Method },
            { "uri", document.Spell(RestServiceIntegration.Uri("s3", path.ToString())) },
            { "requestParameters", parameters.Count == 0 ? null : parameters },
            { "responses", responses },
        };
    }

    private static string Bucket(OpenApiDocument document, ServiceIntegration service)
    {
        if ((Parameter(service, "Bucket") ?? service.On) is not { } bucket)
            return "";
        var name = document.Resolver.Resolve(bucket with { Suffix = null }, ReferenceForm.Name).ToPattern();

        // arn:aws:s3:::pictures/public/*
        var colon = name.StartsWith("arn:", StringComparison.Ordinal) ? name.LastIndexOf(":::", StringComparison.Ordinal) : -1;
        return colon < 0 ? name : name.Substring(colon + 3).Split('/')[0];
    }

    /// <summary>`thumbnails/$request.path.name` is `thumbnails/{name}`, and the variable is set from the request.</summary>
    private static string KeyPath(OpenApiDocument document, AwsValue key, JsonObject parameters)
    {
        var text = document.Resolver.Resolve(key).ToPattern();
        var path = new StringBuilder();
        foreach (var segment in text.Split('/'))
        {
            if (path.Length > 0)
                path.Append('/');
            if (!segment.StartsWith("$request.", StringComparison.Ordinal) && !segment.StartsWith("$context.", StringComparison.Ordinal))
            {
                path.Append(segment);
                continue;
            }

            var name = segment.Substring(segment.LastIndexOf('.') + 1);
            path.Append('{').Append(name).Append('}');
            parameters["integration.request.path." + name] = RestSources.Spell(document, AwsValue.Literal(segment));
        }

        return path.ToString();
    }

    private static AwsValue? Parameter(ServiceIntegration service, string name)
    {
        foreach (var parameter in service.Parameters)
        {
            if (parameter.Target == name)
                return parameter.Source;
        }

        return null;
    }

    /// <summary>`MaxKeys` is `max-keys`.</summary>
    private static string Hyphenated(string name) =>
        string.Concat(name.Select(static (c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
