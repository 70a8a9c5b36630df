using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>Logical ids of the template: letters and digits, at most 255.</summary>
internal static class LogicalIds
{
    private const int Longest = 255;

    /// <summary>A pinned id as it is; SVLS2005 when the template would refuse it.</summary>
    public static string Check(string id, DeclarationRef at, Reading reading)
    {
        if (id.Length is 0 or > Longest || !id.All(IsLetterOrDigit))
            reading.Report(RuleIds.MalformedValue, at, id, "a logical id has 1 to 255 letters and digits");
        return id;
    }

    /// <summary>An id from a C# name, without what an id cannot hold.</summary>
    public static string From(string name)
    {
        var id = name.All(IsLetterOrDigit) ? name : new string([.. name.Where(IsLetterOrDigit)]);
        return id.Length > Longest ? id.Substring(0, Longest) : id;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
