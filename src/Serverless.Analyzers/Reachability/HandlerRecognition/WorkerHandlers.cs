namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// In a container nothing invokes the code: it runs until it is stopped. What a hosted service does in its loop stands where a handler stands elsewhere.
/// On Lambda the same class is a hazard of its own and no handler.
/// </summary>
internal static class WorkerHandlers
{
    public static void Find(HandlerFinder finder)
    {
        if (!finder.Options.IsFargate)
            return;
        finder.AddEntryPointToInit();
        foreach (var tree in finder.Trees)
        {
            foreach (var declaration in tree.Methods)
            {
                if (declaration.Identifier.ValueText is "ExecuteAsync" or "StartAsync" && finder.MethodOf(declaration) is { IsAbstract: false } method && HostedMethods.IsWorker(method))
                    finder.Add(HandlerForm.Worker, method);
            }
        }
    }
}
