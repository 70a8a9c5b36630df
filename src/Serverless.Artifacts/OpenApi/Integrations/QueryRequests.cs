using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Services that take forms: `Action=SendMessage&amp;MessageBody=…`.</summary>
internal static class QueryRequests
{
    /// <summary>Services of the query protocol, with the version of their API.</summary>
    public static IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["autoscaling"] = "2011-01-01",
        ["cloudformation"] = "2010-05-15",
        ["cloudwatch"] = "2010-08-01",
        ["ec2"] = "2016-11-15",
        ["elasticloadbalancing"] = "2015-12-01",
        ["iam"] = "2010-05-08",
        ["rds"] = "2014-10-31",
        ["ses"] = "2010-12-01",
        ["sns"] = "2010-03-31",
        ["sqs"] = "2012-11-05",
        ["sts"] = "2011-06-15",
    };

    public static JsonObject Render(OpenApiDocument document, ServiceIntegration service)
    {
        var form = new StringBuilder("Action=").Append(service.Action).Append("&Version=").Append(Versions[service.Service]);
        foreach (var parameter in service.Parameters)
        {
            if (IsInPath(service, parameter.Target))
                continue;
            var value = document.Resolver.Resolve(parameter.Source, parameter.Target.EndsWith("Arn", StringComparison.Ordinal) ? ReferenceForm.Arn : ReferenceForm.Ref, service.Service);
            form.Append('&').Append(parameter.Target).Append('=').Append(VelocityText.Replace(document.Pattern(value), static expression => "$util.urlEncode(" + expression + ")", Encoded));
        }

        return new JsonObject
        {
            { "httpMethod", "POST" },
            { "uri", document.Spell(Uri(document, service)) },
            { "requestParameters", new JsonObject { { "integration.request.header.Content-Type", "'application/x-www-form-urlencoded'" } } },
            { "requestTemplates", new JsonObject { { "application/json", document.Spell(DeployedValue.Sub(form.ToString())) } } },
        };
    }

    /// <summary>A queue is addressed by its path.</summary>
    private static bool IsInPath(ServiceIntegration service, string parameter) => service.Service == "sqs" && parameter == "QueueUrl" && service.On is not null;

    private static DeployedValue Uri(OpenApiDocument document, ServiceIntegration service)
    {
        if (service is not { Service: "sqs", On: { } queue })
            return RestServiceIntegration.Uri(service.Service, "path//");
        var name = document.Resolver.Resolve(queue, ReferenceForm.Name, "sqs");

        // arn:aws:sqs:eu-central-1:123456789012:orders
        var parts = name.Kind == DeployedValueKind.Text ? name.Text.Split(':') : [];
        return parts.Length == 6
            ? RestServiceIntegration.Uri("sqs", "path/" + parts[4] + "/" + parts[5])
            : RestServiceIntegration.Uri("sqs", "path/${AWS::AccountId}/" + name.ToPattern());
    }

    /// <summary>Text of the form, escaped where it stands; what a deployment fills in stays.</summary>
    private static string Encoded(string pattern)
    {
        var text = new StringBuilder();
        var from = 0;
        for (var open = pattern.IndexOf("${", StringComparison.Ordinal); open >= 0; open = pattern.IndexOf("${", from, StringComparison.Ordinal))
        {
            var close = pattern.IndexOf('}', open);
            if (close < 0)
                break;
            text.Append(Uri(pattern.Substring(from, open - from))).Append(pattern, open, close - open + 1);
            from = close + 1;
        }

        return text.Append(Uri(pattern.Substring(from))).ToString();
    }

    private static string Uri(string text) => System.Uri.EscapeDataString(text);
}
