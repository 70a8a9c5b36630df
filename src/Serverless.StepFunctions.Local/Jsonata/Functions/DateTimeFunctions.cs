using System.Globalization;
using System.Text.RegularExpressions;
using Serverless.StepFunctions.Local.Jsonata.Pictures;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>Functions on dates and times.</summary>
internal static partial class DateTimeFunctions
{
    [GeneratedRegex(@"^(?<1>[0-9]{4})(?:-(?<2>[01][0-9]))?(?:-(?<3>[0-3][0-9]))?(?:T(?<4>[0-2][0-9]):(?<5>[0-5][0-9]):(?<6>[0-5][0-9]))?(?:\.(?<7>[0-9]+))?(?<8>Z|[+-][0-2][0-9]:?[0-5][0-9])?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoTime();

    public static object Millis(Call call) => (double)call.Evaluator.Now.ToUnixTimeMilliseconds();

    public static object? Now(Call call) => Format(call.Evaluator.Now.ToUnixTimeMilliseconds(), call.Text(0), call.Text(1));

    public static object? FromMillis(Call call) => call.Number(0) is { } millis ? Format(millis, call.Text(1), call.Text(2)) : null;

    private static string Format(double millis, string? picture, string? timezone) => DatePicture.Parse(picture ?? DatePicture.Default).Format(millis, timezone);

    public static object? ToMillis(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        if (call.Text(1) is { } picture)
            return DatePicture.Parse(picture).Read(text, call.Evaluator.Now) is { } read ? Boxes.Of(read) : null;
        var match = IsoTime().Match(text);
        if (!match.Success)
            throw new JsonataException("D3110", -1, "The argument of $toMillis must be a time of ISO 8601");
        var day = DateParts.DaysOf(Part(1, 0), Part(2, 1) - 1, Part(3, 1));
        var millis = ((((Part(4, 0) * 60) + Part(5, 0)) * 60) + Part(6, 0)) * 1000;
        if (match.Groups[7].Success)
            millis += Math.Floor(double.Parse("0." + match.Groups[7].Value, CultureInfo.InvariantCulture) * 1000);
        return Boxes.Of((day * 86_400_000) + millis - (Zone(match.Groups[8].Value) * 60_000));

        double Part(int group, int otherwise) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;
    }

    private static double Zone(string text)
    {
        if (text is "" or "Z")
            return 0;
        var minutes = (int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(text.AsSpan(text.Length - 2), CultureInfo.InvariantCulture);
        return text[0] == '-' ? -minutes : minutes;
    }
}
