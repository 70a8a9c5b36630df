using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// What a state hands to its container, as the text of one variable: `{"input": …, "at": …}`. An envelope, because JSONata writes a
/// text as itself and everything else as JSON, and because the deadline counts from the moment the state began to wait.
/// </summary>
internal static class ContainerInput
{
    /// <summary>JSONata: one expression that gives the text.</summary>
    public static string Jsonata(AslData? payload) => DefinitionText.Expression("$string({'input': " + Expression(payload ?? new AslExpression("$states.input")) + ", 'at': $now()})");

    /// <summary>JSONPath: an intrinsic that gives the text; it knows no moment.</summary>
    public static string JsonPath(AslData? payload)
    {
        var template = new StringBuilder();
        var arguments = new List<string>();
        Template(payload ?? new AslPath("$"), template, arguments);
        var text = @"States.Format('\{""input"":" + template + @"\}'";
        return text + string.Concat(arguments.Select(static argument => ", " + argument)) + ")";
    }

    private static string Expression(AslData data) => data switch
    {
        AslExpression expression => expression.Jsonata,
        AslText text => JsonWriter.Quote(text.Value),
        AslNumber number => number.Text,
        AslBoolean boolean => boolean.Value ? "true" : "false",
        AslObject obj => "{" + string.Join(", ", obj.Members.Select(static member => JsonWriter.Quote(member.Name) + ": " + Expression(member.Value))) + "}",
        AslList list => "[" + string.Join(", ", list.Items.Select(static item => Expression(item))) + "]",
        _ => "null",
    };

    /// <summary>JSON with `{}` where a path's value goes; braces and quotes of its own are escaped.</summary>
    private static void Template(AslData data, StringBuilder template, List<string> arguments)
    {
        switch (data)
        {
            case AslPath path:
                template.Append("{}");
                arguments.Add("States.JsonToString(" + path.Path + ")");
                break;
            case AslObject obj:
                template.Append(@"\{");
                for (var i = 0; i < obj.Members.Count; i++)
                {
                    template.Append(i == 0 ? "" : ",").Append(Escaped(JsonWriter.Quote(obj.Members[i].Name))).Append(':');
                    Template(obj.Members[i].Value, template, arguments);
                }

                template.Append(@"\}");
                break;
            case AslList list:
                template.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    template.Append(i == 0 ? "" : ",");
                    Template(list.Items[i], template, arguments);
                }

                template.Append(']');
                break;
            default:
                template.Append(Escaped(Expression(data)));
                break;
        }
    }

    private static string Escaped(string text) => text.Replace(@"\", @"\\").Replace("'", @"\'").Replace("{", @"\{").Replace("}", @"\}");
}
