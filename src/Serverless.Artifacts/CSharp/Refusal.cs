namespace Serverless.Artifacts;

/// <summary>How code that reads a request refuses it.</summary>
internal sealed class Refusal
{
    private const string Runtime = "global::Serverless.Runtime.";

    private readonly bool _isReply;

    private Refusal(bool isReply) => _isReply = isReply;

    /// <summary>The answer is written at once.</summary>
    public static Refusal Answer { get; } = new(isReply: false);

    /// <summary>The answer goes out through the filters.</summary>
    public static Refusal Reply { get; } = new(isReply: true);

    /// <summary>By a status, given as an expression.</summary>
    public void Status(CodeWriter code, string status) => Write(code, $"Problems.Write(target, payload, invocation, {status});", $"global::Serverless.Http.HttpReply.Problem({status})");

    /// <summary>By what was found wrong.</summary>
    public void Faults(CodeWriter code) => Write(code, "Problems.Refused(target, payload, invocation, in faults);", $"{Runtime}FilteredReplies.Refused(in faults)");

    private void Write(CodeWriter code, string answer, string reply)
    {
        if (_isReply)
        {
            code.Line($"return new global::System.Threading.Tasks.ValueTask<global::Serverless.Http.HttpReply>({reply});");
            return;
        }

        code.Line(Runtime + answer);
        code.Line("return;");
    }
}
