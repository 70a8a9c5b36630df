namespace Serverless.StepFunctions.Local;

/// <summary>What a `Resource` says.</summary>
/// <param name="Name">`dynamodb:putItem`, `lambda:invoke`; a function or an activity by its name.</param>
/// <param name="Pattern">`sync`, `sync:2`, `waitForTaskToken`; empty = request-response.</param>
/// <param name="Kind">What it names.</param>
internal sealed record TaskResource(string Name, string Pattern, TaskResourceKind Kind)
{
    public bool IsCallback => Pattern == "waitForTaskToken";

    /// <summary>With its pattern, as in ASL.</summary>
    public string Full => Pattern.Length == 0 ? Name : Name + "." + Pattern;

    /// <summary>`dynamodb` and the like; empty for functions and activities.</summary>
    public string Service => Kind == TaskResourceKind.Integration ? Name[..Name.LastIndexOf(':')] : "";

    public static TaskResource Parse(string resource)
    {
        var parts = resource.Split(':');
        if (parts.Length >= 7 && parts[0] == "arn" && parts[2] == "states" && parts[3].Length == 0)
        {
            var tail = string.Join(':', parts[5..]);
            var dot = tail.IndexOf('.', StringComparison.Ordinal);
            return dot < 0 ? new(tail, "", TaskResourceKind.Integration) : new(tail[..dot], tail[(dot + 1)..], TaskResourceKind.Integration);
        }

        return parts.Length >= 7 && parts[5] == "activity"
            ? new(parts[6], "", TaskResourceKind.Activity)
            : new(Identifier(resource), "", TaskResourceKind.Function);
    }

    /// <summary>Name of a function or machine from its ARN, or the text itself. Versions and aliases are left out.</summary>
    public static string Identifier(string reference)
    {
        var parts = reference.Split(':');
        var marker = Array.FindIndex(parts, static p => p is "function" or "stateMachine" or "activity");
        return marker >= 0 && marker + 1 < parts.Length ? parts[marker + 1] : parts[0] == "arn" ? parts[^1] : parts[0];
    }
}

/// <summary>What a resource names.</summary>
internal enum TaskResourceKind
{
    /// <summary>An integration.</summary>
    Integration,

    /// <summary>A function, called by its ARN.</summary>
    Function,

    /// <summary>An activity.</summary>
    Activity,
}
