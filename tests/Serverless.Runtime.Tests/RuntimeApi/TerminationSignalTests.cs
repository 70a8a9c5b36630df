using Serverless.Runtime;

namespace Serverless.Runtime.Tests.RuntimeApi;

public sealed class TerminationSignalTests
{
    [Fact]
    public void An_idle_process_ends_at_once()
    {
        int? code = null;
        using var signal = new TerminationSignal(c => code = c);
        signal.Request();
        Assert.Equal(0, code);
        Assert.False(signal.Enter());
    }

    [Fact]
    public void A_running_invocation_is_told_and_may_finish()
    {
        int? code = null;
        using var signal = new TerminationSignal(c => code = c);
        Assert.True(signal.Enter());
        signal.Request();
        Assert.Null(code);
        Assert.True(signal.Token.IsCancellationRequested);
        signal.Leave();
        Assert.True(signal.Token.IsCancellationRequested);
    }

    [Fact]
    public void Between_invocations_the_process_is_idle_again()
    {
        int? code = null;
        using var signal = new TerminationSignal(c => code = c);
        Assert.True(signal.Enter());
        signal.Leave();
        signal.Request();
        Assert.Equal(0, code);
    }
}
