using Serverless.Runtime;

namespace Serverless.Hosting;

/// <summary>
/// Lets nobody in: outside development a token that nobody has checked is worth nothing, and whether something in front has checked it
/// cannot be seen from here.
/// </summary>
internal sealed class RefusingIdentity : ILocalIdentity
{
    private int _told;

    public ValueTask<LocalCaller?> IdentifyAsync(LocalIdentityRequest request, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _told, 1) == 0)
        {
            FunctionLog.Write(
                FunctionLogLevel.Error,
                "A route needs a checked token or signature, and this host checks none: the request is refused. Where API Gateway in front has checked it and nothing "
                + "else reaches this process, start with --unvalidated-tokens true; else give ServerlessHost.RunAsync an ILocalIdentity that checks.");
        }

        return ValueTask.FromResult<LocalCaller?>(null);
    }
}
