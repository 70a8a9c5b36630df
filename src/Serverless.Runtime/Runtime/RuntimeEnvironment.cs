namespace Serverless.Runtime;

/// <summary>What Lambda tells the process through environment variables. Read once; a record so that tests can make their own.</summary>
internal sealed record RuntimeEnvironment
{
    /// <summary>`AWS_LAMBDA_RUNTIME_API`: `host:port`; null outside Lambda.</summary>
    public string? RuntimeApi { get; init; }

    /// <summary>`_HANDLER`.</summary>
    public string? Handler { get; init; }

    /// <summary>`SERVERLESS_FUNCTION`: the function where `_HANDLER` has to be the assembly name.</summary>
    public string? Function { get; init; }

    /// <summary>`AWS_LAMBDA_FUNCTION_MEMORY_SIZE`, MB.</summary>
    public string? MemorySize { get; init; }

    /// <summary>`AWS_LAMBDA_INITIALIZATION_TYPE`.</summary>
    public string? InitializationType { get; init; }

    public static RuntimeEnvironment Read() => new()
    {
        RuntimeApi = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"),
        Handler = Environment.GetEnvironmentVariable("_HANDLER"),
        Function = Environment.GetEnvironmentVariable("SERVERLESS_FUNCTION"),
        MemorySize = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
        InitializationType = Environment.GetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE"),
    };
}
