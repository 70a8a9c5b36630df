using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Constants of paths and functions as JSON.</summary>
internal static class PathLiterals
{
    public static JsonNode? ToNode(this PathLiteral literal) => literal.Kind switch
    {
        PathLiteralKind.Text => JsonValue.Create(PathParser.Unescape(literal.Text)),
        PathLiteralKind.Number => JsonNode.Parse(literal.Text),
        PathLiteralKind.True => JsonValue.Create(true),
        PathLiteralKind.False => JsonValue.Create(false),
        _ => null,
    };
}
