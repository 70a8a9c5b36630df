namespace Serverless;

/// <summary>
/// The symbol all attributes are conditional on. Nobody defines it: the compiler shows the attributes to analyzers and generators
/// and leaves them out of the user's assembly, whose cold start would otherwise pay for them. A project that wants them in its
/// metadata defines it.
/// </summary>
internal static class Compilation
{
    public const string Symbol = "SERVERLESS_ANALYZERS";
}
