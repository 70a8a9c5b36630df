using System.Text;

namespace Serverless.Runtime;

/// <summary>Faults as one line of a log, where the caller cannot be told or only in part.</summary>
internal static class FaultText
{
    public static string Of(in RequestFaults faults)
    {
        var text = new StringBuilder();
        foreach (var fault in faults.All)
        {
            text.Append(text.Length == 0 ? "" : "; ").Append(Places[(int)fault.Part]).Append(' ').Append('\'').Append(fault.Name).Append("' ").Append(fault.Detail);
        }

        return text.ToString();
    }

    /// <summary>In the order of <see cref="RequestPart"/>.</summary>
    private static readonly string[] Places = ["path", "query", "header", "cookie", "body", "context", "form"];
}
