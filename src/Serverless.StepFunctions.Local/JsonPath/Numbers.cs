using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Numbers of JSON, whichever type a node holds them in.</summary>
internal static class Numbers
{
    public static double Double(JsonNode number) => double.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The nearest whole number, halves up, as Java rounds.</summary>
    /// <exception cref="PathException">It has no place in 64 bits.</exception>
    public static long Rounded(JsonNode number)
    {
        var text = number.ToJsonString();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        var rounded = Math.Floor(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.5);
        return rounded is >= -9.2e18 and <= 9.2e18 ? (long)rounded : throw new PathException(PathException.IntrinsicFailure, $"{text} is no number that can be calculated with.");
    }

    /// <summary>A node that is written without a fraction where there is none.</summary>
    public static JsonNode Node(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
}
