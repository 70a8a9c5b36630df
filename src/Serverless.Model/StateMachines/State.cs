namespace Serverless.Model;

/// <summary>A state, with the fields of the Amazon States Language. What a kind of state does not have stays null.</summary>
internal abstract record State
{
    public required string Name { get; init; }

    public required DeclarationRef Declaration { get; init; }

    public string? Comment { get; init; }

    /// <summary>Null = the state ends its path (`End`), where the kind has it.</summary>
    public string? Next { get; init; }

    public EquatableArray<Assignment> Assign { get; init; }

    public AslData? Output { get; init; }

    /// <summary>JSONPath machines only; JSON text as written.</summary>
    public string? InputPath { get; init; }

    public string? OutputPath { get; init; }

    public string? ResultPath { get; init; }

    public AslData? ResultSelector { get; init; }

    public EquatableArray<RetryRule> Retry { get; init; }

    public EquatableArray<CatchRule> Catch { get; init; }

    /// <summary>ASL fields as JSON text, merged over the emitted ones.</summary>
    public string? Raw { get; init; }

    /// <summary>Where the parts of this state were written, for faults that are found later. No renderer reads it.</summary>
    public EquatableArray<Place> Places { get; init; }

    /// <summary>The place of a part, or the declaration itself.</summary>
    public DeclarationRef PlaceOf(string part)
    {
        foreach (var place in Places)
        {
            if (place.Part == part)
                return place.At;
        }

        return Declaration;
    }

    /// <summary>The place of a part, or of the part around it.</summary>
    public DeclarationRef PlaceOf(string part, string around)
    {
        foreach (var place in Places)
        {
            if (place.Part == part)
                return place.At;
        }

        return PlaceOf(around);
    }
}

/// <summary>Where one part of a state was written.</summary>
/// <param name="Part">See <see cref="Parts"/>.</param>
/// <param name="At">The attribute argument or the sub-expression.</param>
internal sealed record Place(string Part, DeclarationRef At);

/// <summary>Names of the parts of a state that faults point to.</summary>
internal static class Parts
{
    public const string Next = "Next";
    public const string Default = "Default";
    public const string Arguments = "Arguments";
    public const string Resource = "Resource";
    public const string Name = "Name";
    public const string Heartbeat = "Heartbeat";

    /// <summary>One argument of an integration, by its name.</summary>
    public static string Argument(string name) => Arguments + "/" + name;

    /// <summary>What that argument was given.</summary>
    public static string ArgumentValue(string name) => Arguments + "/" + name + "/value";

    /// <summary>The parameter that is the task token.</summary>
    public const string Token = "Token";

    public static string Choice(int index) => "Choice/" + index;

    public static string Branch(int index) => "Branch/" + index;

    public static string Retry(int index) => "Retry/" + index;

    public static string Catch(int index) => "Catch/" + index;

    /// <summary>A setting by its name: the call of a builder.</summary>
    public static string Setting(string name) => "Setting/" + name;

    /// <summary>The place that reads a variable.</summary>
    public static string Use(string variable) => "Use/" + variable;

    /// <summary>The place that assigns a variable.</summary>
    public static string Assign(string variable) => "Assign/" + variable;
}

/// <summary>A variable and what it receives.</summary>
internal sealed record Assignment(string Variable, AslData Value);

/// <summary>A Task state. Exactly one of <see cref="Function"/> and <see cref="Resource"/> says what it runs.</summary>
internal sealed record TaskState : State
{
    /// <summary>Logical id of a function of this application: `lambda:invoke` on it.</summary>
    public string? Function { get; init; }

    /// <summary>Tail of the ARN as in ASL, with the pattern: `dynamodb:putItem`, `sqs:sendMessage.waitForTaskToken`.</summary>
    public string? Resource { get; init; }

    /// <summary>Logical id of the container that runs the task; <see cref="Arguments"/> are then what its method gets.</summary>
    public string? Container { get; init; }

    /// <summary>JSONata: `Arguments` (for a function: its `Payload`). JSONPath: `Parameters`.</summary>
    public AslData? Arguments { get; init; }

    public AslData? TimeoutSeconds { get; init; }

    public AslData? HeartbeatSeconds { get; init; }

    public AwsValue? CredentialsRole { get; init; }

    /// <summary>The method's own setting; adds the recommended retrier for Lambda's service errors first.</summary>
    public bool RetryServiceErrors { get; init; }
}

internal sealed record PassState : State
{
    /// <summary>JSONPath: the literal result.</summary>
    public AslData? Result { get; init; }
}

internal sealed record ChoiceRule(AslData Condition, string Next, EquatableArray<Assignment> Assign = default, AslData? Output = null);

internal sealed record ChoiceState : State
{
    public EquatableArray<ChoiceRule> Choices { get; init; }

    public string? Default { get; init; }
}

internal enum WaitKind
{
    Seconds,
    Timestamp,
}

internal sealed record WaitState : State
{
    public required WaitKind Kind { get; init; }

    public required AslData Value { get; init; }
}

internal sealed record SucceedState : State;

internal sealed record FailState : State
{
    public AslData? Error { get; init; }

    public AslData? Cause { get; init; }
}

internal sealed record ParallelState : State
{
    public EquatableArray<StateGraph> Branches { get; init; }

    public AslData? Arguments { get; init; }
}

internal sealed record MapState : State
{
    public required StateGraph Processor { get; init; }

    /// <summary>JSONata `Items`, JSONPath `ItemsPath`.</summary>
    public AslData? Items { get; init; }

    public AslData? ItemSelector { get; init; }

    public AslData? MaxConcurrency { get; init; }

    /// <summary>Null = inline: the items run inside this execution.</summary>
    public DistributedMap? Distributed { get; init; }
}

/// <summary>One retrier. Order matters and is kept.</summary>
internal sealed record RetryRule(
    EquatableArray<string> Errors, int IntervalSeconds = 1, int MaxAttempts = 3, double BackoffRate = 2.0, int? MaxDelaySeconds = null, bool FullJitter = true);

/// <summary>One catcher. Order matters and is kept.</summary>
internal sealed record CatchRule(
    EquatableArray<string> Errors, string Next, EquatableArray<Assignment> Assign = default, AslData? Output = null, string? ResultPath = null);
