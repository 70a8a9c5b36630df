using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Data of a definition as JSON: expressions as `{% … %}`, paths under keys that end in `.$`, references as substitutions.</summary>
internal sealed class AslDataRenderer(QueryLanguage language, Substitutions substitutions)
{
    /// <summary>Renders a value.</summary>
    /// <param name="data">The value.</param>
    /// <param name="argument">Name of the argument it stands under: it says what a reference must become.</param>
    /// <param name="service">IAM prefix of the integration, or null.</param>
    public JsonNode Render(AslData data, string? argument = null, string? service = null) => data switch
    {
        AslText text => language == QueryLanguage.JSONata ? DefinitionText.JsonataConstant(text.Value) : text.Value,
        AslNumber number => new JsonNumber(number.Text),
        AslBoolean boolean => boolean.Value,
        AslExpression expression => DefinitionText.Expression(expression.Jsonata),
        AslPath path => path.Path,
        AslReference reference => substitutions.ForArgument(reference.Value, argument, service),
        AslObject obj => RenderObject(obj, service),
        AslList list => new JsonArray(list.Items.Select(item => Render(item, argument, service))),
        _ => new JsonNull(),
    };

    public JsonObject RenderObject(AslObject obj, string? service = null)
    {
        var rendered = new JsonObject();
        foreach (var member in obj.Members)
            rendered.Add(Key(member.Name, member.Value), Render(member.Value, member.Name, service));
        return rendered;
    }

    /// <summary>A rule of a Choice: its operators say themselves where they take a path.</summary>
    public JsonObject RenderComparison(AslObject comparison)
    {
        var rendered = new JsonObject();
        foreach (var member in comparison.Members)
        {
            rendered.Add(member.Name, member.Value switch
            {
                AslObject inner => RenderComparison(inner),
                AslList list => new JsonArray(list.Items.Select(item => item is AslObject rule ? RenderComparison(rule) : Render(item))),
                var value => Render(value),
            });
        }

        return rendered;
    }

    /// <summary>Null when there is nothing to assign.</summary>
    public JsonObject? RenderAssign(EquatableArray<Assignment> assignments)
    {
        if (assignments.Count == 0)
            return null;
        var rendered = new JsonObject();
        foreach (var assignment in assignments)
            rendered.Add(Key(assignment.Variable, assignment.Value), Render(assignment.Value));
        return rendered;
    }

    /// <summary>A field that exists in two spellings: `Seconds` for a value, `SecondsPath` for a path.</summary>
    public void AddField(JsonObject state, string name, AslData? data)
    {
        if (data is not null)
            state.Add(data is AslPath ? name + "Path" : name, Render(data));
    }

    private static string Key(string name, AslData value) => value is AslPath ? name + ".$" : name;
}
