using Serverless.Model.Json;

namespace Serverless.Artifacts;

internal enum DeployedValueKind
{
    Text,
    Ref,
    GetAtt,
    Sub,

    /// <summary>What a parameter that is a list holds, with commas between.</summary>
    List,
}

/// <summary>
/// A text that is known at deployment. It has two spellings: intrinsic functions in a template, and `${…}` placeholders
/// in files that others fill in (policies, machine definitions, the application data). Keeping one value behind both is what
/// makes the file and the template say the same.
/// </summary>
/// <param name="Kind">The form.</param>
/// <param name="Text">Text: itself. Ref, GetAtt and List: the id. Sub: the pattern.</param>
/// <param name="Attribute">GetAtt: the attribute. Ref: `Arn` when what `Ref` gives is the ARN, else null.</param>
internal sealed record DeployedValue(DeployedValueKind Kind, string Text, string? Attribute = null)
{
    public static DeployedValue Literal(string text) => new(DeployedValueKind.Text, text);

    public static DeployedValue Ref(string id) => new(DeployedValueKind.Ref, id);

    /// <summary>`Ref` of a type whose `Ref` is its ARN. In a file it is spelt `${Id.Arn}` like every ARN: its readers need not know CloudFormation's exceptions.</summary>
    public static DeployedValue RefArn(string id) => new(DeployedValueKind.Ref, id, "Arn");

    public static DeployedValue GetAtt(string id, string attribute) => new(DeployedValueKind.GetAtt, id, attribute);

    /// <summary>A parameter that is a list, as one text.</summary>
    public static DeployedValue List(string parameter) => new(DeployedValueKind.List, parameter);

    public static DeployedValue Sub(string pattern) => new(DeployedValueKind.Sub, pattern);

    /// <summary>The value with text after it.</summary>
    public DeployedValue Append(string? suffix)
    {
        if (string.IsNullOrEmpty(suffix))
            return this;
        return Kind == DeployedValueKind.Text && !suffix!.Contains("${") ? Literal(Text + suffix) : Sub(ToPattern() + suffix);
    }

    /// <summary>As `Fn::Sub` wants it: what is literally `${` is written `${!`.</summary>
    public string ToPattern() => Kind switch
    {
        DeployedValueKind.Ref or DeployedValueKind.List => "${" + Text + "}",
        DeployedValueKind.GetAtt => "${" + Text + "." + Attribute + "}",
        _ => Text,
    };

    /// <summary>With placeholders where a deployment fills in values. `${!x}` is the text `${x}`: a variable of IAM, say.</summary>
    public string ToPlaceholderText() => FilePattern.Replace("${!", "${");

    private string FilePattern => Kind == DeployedValueKind.Ref && Attribute is not null ? "${" + Text + "." + Attribute + "}" : ToPattern();

    /// <summary>As a template wants it.</summary>
    public JsonNode ToJson() => Kind switch
    {
        DeployedValueKind.Ref => new JsonObject { { "Ref", Text } },
        DeployedValueKind.GetAtt => new JsonObject { { "Fn::GetAtt", new JsonArray { Text, Attribute! } } },
        DeployedValueKind.List => new JsonObject { { "Fn::Join", new JsonArray { ",", new JsonObject { { "Ref", Text } } } } },
        // A literal `${!x}` has to pass through Fn::Sub, which turns it into `${x}`.
        _ when Kind == DeployedValueKind.Sub || Text.Contains("${") => new JsonObject { { "Fn::Sub", Text } },
        _ => Text,
    };

    /// <summary>The placeholders the text holds, `${!…}` left out.</summary>
    public IEnumerable<string> Placeholders()
    {
        var pattern = FilePattern;
        for (var open = pattern.IndexOf("${", StringComparison.Ordinal); open >= 0; open = pattern.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            var close = pattern.IndexOf('}', open);
            if (close < 0)
                yield break;
            if (pattern[open + 2] != '!')
                yield return pattern.Substring(open, close - open + 1);
        }
    }
}
