namespace Serverless.Analyzers.Reachability;

/// <summary>
/// How a body is reached. Rules choose: state rules ask for <see cref="Handler"/>, cold-start rules for <see cref="Init"/>.
/// <see cref="FirstUse"/> is code that runs during an invocation but once in an environment (a `Lazy` factory, the value of `??=`).
/// </summary>
[Flags]
internal enum ReachKind
{
    None = 0,
    Handler = 1,
    FirstUse = 2,
    Init = 4,

    /// <summary>Code of a durable workflow outside its steps: it runs again at every replay and must do the same each time.</summary>
    Workflow = 8,
}
