using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Timestamps as the states language takes them: RFC 3339 with an upper-case `T`, and `Z` or an offset.</summary>
internal static partial class Timestamps
{
    public static bool TryRead(JsonNode? node, out DateTimeOffset moment)
    {
        moment = default;
        if (PathReader.KindOf(node) != JsonValueKind.String || Form().Match(node!.GetValue<string>()) is not { Success: true } match)
            return false;
        // More than seven digits of a second have no place in a DateTimeOffset.
        var fraction = match.Groups["fraction"].Value;
        var text = match.Groups["start"].Value + (fraction.Length > 8 ? fraction[..8] : fraction) + match.Groups["zone"].Value;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }

    [GeneratedRegex(@"^(?<start>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?<fraction>\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
