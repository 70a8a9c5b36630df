using System.Runtime.InteropServices;

namespace Serverless.Runtime;

/// <summary>
/// SIGTERM: an idle process ends at once with code 0; running invocations are told through their token and may still answer
/// before the loops end. Waiting for the next invocation is a blocking read that no token could end, hence the exit from here.
/// </summary>
internal sealed class TerminationSignal : IDisposable
{
    /// <summary>The other bits count the invocations that run.</summary>
    private const int Ending = 1 << 30;

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

    /// <summary>No invocation begins any more.</summary>
    public bool IsEnding => Volatile.Read(ref _state) >= Ending;

    /// <summary>The process is ending and no invocation runs any more.</summary>
    public bool IsDrained => Volatile.Read(ref _state) == Ending;

    /// <summary>From here on the signal is handled here; before, the runtime's own handling ends the process.</summary>
    public void Listen() => _registration ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        Request();
    });

    /// <summary>An invocation begins. False when the process is ending already.</summary>
    public bool Enter()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state >= Ending)
                return false;
            if (Interlocked.CompareExchange(ref _state, state + 1, state) == state)
                return true;
        }
    }

    /// <summary>An invocation is answered.</summary>
    public void Leave() => Interlocked.Decrement(ref _state);

    /// <summary>No invocation begins any more; those that run go on undisturbed.</summary>
    public void Close() => Interlocked.Or(ref _state, Ending);

    internal void Request()
    {
        var before = Interlocked.Or(ref _state, Ending);
        _requested.Cancel();
        if (before == 0)
            _exit(0);
    }

    public void Dispose()
    {
        _registration?.Dispose();
        _requested.Dispose();
    }
}
