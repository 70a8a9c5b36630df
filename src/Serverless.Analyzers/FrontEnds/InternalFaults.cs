using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// An exception of ours as a fault (SVLS2000): the compiler would only say that a generator failed (CS8785) and go on without
/// its output, and the next deployment would delete what is missing.
/// </summary>
internal static class InternalFaults
{
    public static Fault Of(string doing, Exception exception)
    {
        var frame = exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim() ?? "";
        return Fault.Of(RuleIds.InternalFault, new DeclarationRef(DeclarationRef.Assembly), doing, exception.GetType().Name, OneLine(exception.Message), OneLine(frame));
    }

    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
