using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>Data of a definition as one JSONata expression, for a place that takes a single text.</summary>
internal static class JsonataOfData
{
    /// <summary>Null when there is no such expression: a reference to a resource is a whole string of the definition.</summary>
    public static string? Text(AslData data)
    {
        switch (data)
        {
            case AslText text:
                return JsonataExpression.String(text.Value).Text;
            case AslNumber number:
                return number.Text;
            case AslBoolean boolean:
                return boolean.Value ? "true" : "false";
            case AslNull:
                return "null";
            case AslExpression expression:
                return expression.Jsonata;
            case AslObject members:
                var parts = members.Members.Select(static m => Text(m.Value) is { } value ? JsonataExpression.String(m.Name).Text + ": " + value : null).ToArray();
                return parts.Contains(null) ? null : "{" + string.Join(", ", parts) + "}";
            case AslList list:
                var items = list.Items.Select(static i => Text(i)).ToArray();
                return items.Contains(null) ? null : "[" + string.Join(", ", items) + "]";
            default:
                return null;
        }
    }
}
