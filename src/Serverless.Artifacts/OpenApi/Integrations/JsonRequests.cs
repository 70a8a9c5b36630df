using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Services that take JSON: the request is built of the parameters, `Key.id.S=$request.path.id` being a value three objects deep.</summary>
internal static class JsonRequests
{
    private static readonly HashSet<string> WholeValues = new(StringComparer.Ordinal) { "Item", "Key", "ExpressionAttributeValues", "ExpressionAttributeNames", "RequestItems", "TransactItems", "Entries", "Records" };

    public static JsonObject Render(OpenApiDocument document, ServiceIntegration service)
    {
        var root = new Node();
        foreach (var parameter in Placed(service))
            root.Add(parameter.Target.Split('.'), Value(document, service, parameter));
        var template = new StringBuilder();
        root.Write(template);
        return new JsonObject
        {
            { "httpMethod", "POST" },
            { "uri", document.Spell(RestServiceIntegration.Uri(service.Service, "action/" + service.Action)) },
            { "requestParameters", Headers(service) },
            { "requestTemplates", new JsonObject { { "application/json", document.Spell(DeployedValue.Sub(template.ToString())) } } },
        };
    }

    /// <summary>API Gateway derives the target of most services from the action; of EventBridge it does not.</summary>
    private static JsonObject? Headers(ServiceIntegration service) => service.Service != "events" ? null : new JsonObject
    {
        { "integration.request.header.X-Amz-Target", "'AWSEvents." + service.Action + "'" },
        { "integration.request.header.Content-Type", "'application/x-amz-json-1.1'" },
    };

    /// <summary>The bus is a member of each event.</summary>
    private static IEnumerable<ParameterMapping> Placed(ServiceIntegration service)
    {
        const string Bus = "EventBusName";
        if (service is not { Service: "events", Action: "PutEvents" } || service.Parameters.FirstOrDefault(static p => p.Target == Bus) is not { } bus)
            return service.Parameters;
        var entries = service.Parameters.Select(static p => p.Target.Split('.')).Where(static path => path.Length > 2 && path[0] == "Entries").Select(static path => path[0] + "." + path[1] + ".").Distinct(StringComparer.Ordinal);
        var missing = entries.Where(entry => service.Parameters.All(p => p.Target != entry + Bus)).Select(entry => bus with { Target = entry + Bus });
        return service.Parameters.Where(static p => p.Target != Bus).Concat(missing).ToList();
    }

    private static string Value(OpenApiDocument document, ServiceIntegration service, ParameterMapping parameter)
    {
        var path = parameter.Target.Split('.');
        var last = path[path.Length - 1];
        var isAttribute = service.Service == "dynamodb" && last is "S" or "N" or "B";
        if (parameter.Source.Kind == AwsValueKind.Literal)
        {
            var text = parameter.Source.Text;
            if (VelocityText.Whole(parameter.Source) is { Place: "body" } body && !isAttribute && (body.Path.Length > 1 || WholeValues.Contains(last)))
                return "$input.json(\"" + body.Path + "\")";
            if (service.Service == "kinesis" && last == "Data")
                return "\"$util.base64Encode(" + VelocityText.Replace(text, static expression => expression, static _ => "") + ")\"";
            if (!isAttribute && JsonReader.Read(text, out _) is { } literal and not JsonString)
                return literal.ToCompactString();
        }

        return "\"" + VelocityText.Replace(document.Pattern(document.Resolver.Resolve(parameter.Source, Form(last), service.Service)), VelocityText.Escaped, static text => Inner(text)) + "\"";
    }

    private static ReferenceForm Form(string parameter) =>
        parameter.EndsWith("Arn", StringComparison.OrdinalIgnoreCase) ? ReferenceForm.Arn : parameter.EndsWith("Name", StringComparison.OrdinalIgnoreCase) ? ReferenceForm.Name : ReferenceForm.Ref;

    /// <summary>Text as JSON writes it, without the quotation marks.</summary>
    private static string Inner(string text)
    {
        var quoted = new JsonString(text).ToCompactString();
        return quoted.Substring(1, quoted.Length - 2);
    }

    /// <summary>A member of the request: a value, or members of its own. Numbers as names make a list.</summary>
    private sealed class Node
    {
        private readonly List<(string Name, Node Node)> _members = [];
        private string? _value;

        public void Add(string[] path, string value, int depth = 0)
        {
            if (depth == path.Length)
            {
                _value = value;
                return;
            }

            var at = _members.FindIndex(m => m.Name == path[depth]);
            if (at < 0)
            {
                at = _members.Count;
                _members.Add((path[depth], new Node()));
            }

            _members[at].Node.Add(path, value, depth + 1);
        }

        public void Write(StringBuilder text)
        {
            if (_value is not null && _members.Count == 0)
            {
                text.Append(_value);
                return;
            }

            var isList = _members.Count > 0 && _members.TrueForAll(static m => m.Name.Length > 0 && m.Name.All(char.IsDigit));
            text.Append(isList ? '[' : '{');
            for (var i = 0; i < _members.Count; i++)
            {
                if (i > 0)
                    text.Append(',');
                if (!isList)
                    text.Append('"').Append(Inner(_members[i].Name)).Append("\":");
                _members[i].Node.Write(text);
            }

            text.Append(isList ? ']' : '}');
        }
    }
}
