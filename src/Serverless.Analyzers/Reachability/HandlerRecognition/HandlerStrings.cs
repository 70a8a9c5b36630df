namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Handlers that a template, the tools' defaults or a CDK stack in the same project names. A type whose method comes from another assembly is still made before the first invocation.</summary>
internal static class HandlerStrings
{
    public static void Find(HandlerFinder finder)
    {
        foreach (var handler in finder.Deployed.Named)
        {
            foreach (var method in handler.Methods)
                finder.Add(HandlerForm.HandlerString, method);
            if (handler.Methods.Count > 0)
                continue;
            foreach (var constructor in handler.Type.InstanceConstructors)
                finder.AddInit(constructor);
        }
    }
}
