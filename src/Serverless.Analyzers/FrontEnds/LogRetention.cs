using System.Globalization;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>CloudWatch Logs keeps events for one of a fixed set of periods.</summary>
internal static class LogRetention
{
    private static readonly int[] Days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The number when the service accepts it, else null and SVLS2001.</summary>
    public static int? Check(Setting<int>? setting, Reading reading)
    {
        if (setting is not { } written)
            return null;
        if (Array.IndexOf(Days, written.Value) >= 0)
            return written.Value;
        reading.Report(
            RuleIds.ValueOutOfRange, written.At, written.At.Argument ?? "", written.Value.ToString(CultureInfo.InvariantCulture),
            "one of " + string.Join(", ", Days.Select(static d => d.ToString(CultureInfo.InvariantCulture))) + " days");
        return null;
    }
}
