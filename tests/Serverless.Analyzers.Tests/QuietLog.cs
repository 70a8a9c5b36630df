using System.Runtime.CompilerServices;

namespace Serverless.Analyzers.Tests;

/// <summary>Handlers are asked for thousands of failures here; what they log of each is tested where the log is.</summary>
internal static class QuietLog
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "The log reads the variable before the first test runs.")]
    public static void Initialize() => Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL", "FATAL");
}
