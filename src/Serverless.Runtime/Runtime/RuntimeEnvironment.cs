namespace Serverless.Runtime;

/// <summary>
/// What Lambda tells the process through environment variables. Read once; tests make their own. Fields, not properties: at a
/// cold start each accessor that is called is compiled.
/// </summary>
internal sealed class RuntimeEnvironment
{
    /// <summary>The initialization type of the process that is copied.</summary>
    public const string SnapStart = "snap-start";

    /// <summary>`AWS_LAMBDA_RUNTIME_API`: `host:port`; null outside Lambda.</summary>
    public string? RuntimeApi;

    /// <summary>`_HANDLER`.</summary>
    public string? Handler;

    /// <summary>`SERVERLESS_FUNCTION`: the function where `_HANDLER` has to be the assembly name.</summary>
    public string? Function;

    /// <summary>`AWS_LAMBDA_FUNCTION_MEMORY_SIZE`, MB.</summary>
    public string? MemorySize;

    /// <summary>`AWS_LAMBDA_INITIALIZATION_TYPE`.</summary>
    public string? InitializationType;

    /// <summary>`AWS_LAMBDA_MAX_CONCURRENCY`: invocations the service sends at once; null where it sends one.</summary>
    public string? MaximumConcurrency;

    public static RuntimeEnvironment Read() => new()
    {
        RuntimeApi = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"),
        Handler = Environment.GetEnvironmentVariable("_HANDLER"),
        Function = Environment.GetEnvironmentVariable("SERVERLESS_FUNCTION"),
        MemorySize = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
        InitializationType = Environment.GetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE"),
        MaximumConcurrency = Environment.GetEnvironmentVariable("AWS_LAMBDA_MAX_CONCURRENCY"),
    };
}
