using System.Text;

namespace Serverless.Model.Validation;

/// <summary>What Lambda accepts as environment variables.</summary>
internal static class EnvironmentRules
{
    /// <summary>Names and values of a function together, in UTF-8 bytes.</summary>
    public const int MostBytes = 4096;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
        "SERVERLESS_FUNCTION",
    };

    /// <summary>Lambda sets the variable itself.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Why the service refuses a name, in words that end a sentence; null when it does not.</summary>
    public static string? Problem(string name)
    {
        if (Reserved.Contains(name))
            return "the name is reserved";
        var isValid = name.Length >= 2 && IsLetter(name[0]) && name.All(static c => IsLetter(c) || c is '_' or (>= '0' and <= '9'));
        return isValid ? null : "a name starts with a letter and has at least two letters, digits or underscores";
    }

    /// <summary>Bytes of what is known now: a reference counts by its name alone.</summary>
    public static int SizeOf(IEnumerable<EnvironmentVariable> variables)
    {
        var size = 0;
        foreach (var variable in variables)
            size += Encoding.UTF8.GetByteCount(variable.Name) + (variable.Value.Kind == AwsValueKind.Literal ? Encoding.UTF8.GetByteCount(variable.Value.Text) : 0);
        return size;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
