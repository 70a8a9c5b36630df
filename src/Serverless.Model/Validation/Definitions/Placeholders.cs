using System.Text.RegularExpressions;
using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What a deployment puts in: its values are not known here, and nothing is said about them.</summary>
internal static class Placeholders
{
    /// <summary>`%FUNCTION%`, `__FUNCTION__`, `&lt;function&gt;`, `{{function}}`, `#{function}`: the whole text is put in by some other tool.</summary>
    private static readonly Regex OtherTools = new(@"^(?:%\w+%|_+[A-Za-z]\w*_+|<[\w -]+>|\{\{.+\}\}|#\{.+\})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>`${OrdersTable}`, or a function of CloudFormation, or what could not be read.</summary>
    public static bool Hides(JsonNode? node) => node switch
    {
        JsonString text => IsIn(text.Value),
        JsonObject obj => IsIntrinsic(obj),
        JsonOpaque => true,
        _ => false,
    };

    public static bool IsIn(string text) => text.Contains("${") || OtherTools.IsMatch(text);

    /// <summary>`{ "Ref": … }`, `{ "Fn::Sub": … }`.</summary>
    public static bool IsIntrinsic(JsonObject obj) =>
        obj.Count == 1 && (obj.Members[0].Name == "Ref" || obj.Members[0].Name.StartsWith("Fn::", StringComparison.Ordinal));

    /// <summary>The members of an object are all there is.</summary>
    public static bool IsWhole(JsonObject obj)
    {
        foreach (var member in obj)
        {
            if (member.Name == "<<" || member.Name.StartsWith("Fn::", StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
