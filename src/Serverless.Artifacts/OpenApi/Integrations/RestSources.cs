using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Where a parameter of a REST API's integration comes from, in that API's words.</summary>
internal static class RestSources
{
    private static readonly string[] Expressions = ["method.request.", "stageVariables.", "context.", "integration.response."];

    /// <summary>An expression as it is, also when it is written as HTTP APIs write it; anything else is a text, in quotation marks.</summary>
    public static JsonNode Spell(OpenApiDocument document, AwsValue source)
    {
        if (source.Kind != AwsValueKind.Literal)
            return document.Spell(DeployedValue.Sub("'" + document.Pattern(document.Resolver.Resolve(source)) + "'"));
        var text = source.Text;
        if (text.StartsWith("$request.", StringComparison.Ordinal))
            return AuthorizerPlaces.RestSource(text);
        if (text.StartsWith("$context.", StringComparison.Ordinal) || text.StartsWith("$stageVariables.", StringComparison.Ordinal))
            return text.Substring(1);
        var isExpression = Array.Exists(Expressions, prefix => text.StartsWith(prefix, StringComparison.Ordinal)) || text.StartsWith("'", StringComparison.Ordinal);
        return isExpression ? text : "'" + text + "'";
    }
}
