using System.Runtime.InteropServices;

namespace Serverless.Runtime;

/// <summary>
/// SIGTERM: an idle process ends at once with code 0; a running invocation is told through its token and may still answer
/// before the loop ends. Waiting for the next invocation is a blocking read that no token could end, hence the exit from here.
/// </summary>
internal sealed class TerminationSignal : IDisposable
{
    private const int Idle = 0;
    private const int Busy = 1;
    private const int Ending = 2;

    private readonly CancellationTokenSource _requested = new();
    private readonly Action<int> _exit;
    private PosixSignalRegistration? _registration;
    private int _state;

    /// <param name="exit">Ends the process with a code.</param>
    public TerminationSignal(Action<int> exit)
    {
        _exit = exit;
        Token = _requested.Token;
    }

    /// <summary>Cancelled by the signal.</summary>
    public readonly CancellationToken Token;

    /// <summary>From here on the signal is handled here; before, the runtime's own handling ends the process.</summary>
    public void Listen() => _registration ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        Request();
    });

    /// <summary>An invocation begins. False when the process is ending already.</summary>
    public bool Enter() => Interlocked.CompareExchange(ref _state, Busy, Idle) == Idle;

    /// <summary>An invocation is answered.</summary>
    public void Leave() => Interlocked.CompareExchange(ref _state, Idle, Busy);

    internal void Request()
    {
        var before = Interlocked.CompareExchange(ref _state, Ending, Idle);
        _requested.Cancel();
        if (before == Idle)
            _exit(0);
    }

    public void Dispose()
    {
        _registration?.Dispose();
        _requested.Dispose();
    }
}
