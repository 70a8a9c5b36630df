namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Who owns the object on which the framework calls a method.</summary>
internal enum HostedKind
{
    /// <summary>The framework does not call it.</summary>
    None,

    /// <summary>One object for each request.</summary>
    PerRequest,

    /// <summary>One object for the life of the process.</summary>
    Shared,
}
