namespace Serverless.StepFunctions.Local;

/// <summary>The fields each kind of state has. A field that is not here is refused: to ignore it would make a wrong machine look right.</summary>
internal static class StateFields
{
    private const string Flow = "InputPath OutputPath";
    private const string Result = "Parameters ResultSelector ResultPath";

    private static readonly Dictionary<StateType, Fields> Table = new()
    {
        [StateType.Task] = new("Resource Credentials TimeoutSeconds HeartbeatSeconds Next End Retry Catch Assign", "Arguments Output", $"{Flow} {Result} TimeoutSecondsPath HeartbeatSecondsPath"),
        [StateType.Pass] = new("Next End Assign", "Output", $"{Flow} Parameters Result ResultPath"),
        [StateType.Choice] = new("Choices Default Assign", "Output", Flow),
        [StateType.Wait] = new("Seconds Timestamp Next End Assign", "Output", $"{Flow} SecondsPath TimestampPath"),
        [StateType.Parallel] = new("Branches Next End Retry Catch Assign", "Arguments Output", $"{Flow} {Result}"),
        [StateType.Map] = new(
            "ItemProcessor Iterator ItemSelector MaxConcurrency ItemReader ItemBatcher ResultWriter Label ToleratedFailurePercentage ToleratedFailureCount Next End Retry Catch Assign",
            "Items Output",
            $"{Flow} {Result} ItemsPath MaxConcurrencyPath ToleratedFailurePercentagePath ToleratedFailureCountPath"),
        [StateType.Succeed] = new("", "Output", Flow),
        [StateType.Fail] = new("Error Cause", "", "ErrorPath CausePath"),
    };

    /// <summary>Why a state may not have a field; null = it may.</summary>
    public static string? Problem(StateType type, bool isJsonata, string field)
    {
        var fields = Table[type];
        if (field is "Type" or "Comment" or "QueryLanguage" || fields.Both.Contains(field) || (isJsonata ? fields.Jsonata : fields.JsonPath).Contains(field))
            return null;
        return (isJsonata ? fields.JsonPath : fields.Jsonata).Contains(field)
            ? $"'{field}' is for {(isJsonata ? "JSONPath" : "JSONata")} states"
            : $"a {type} state has no field '{field}'";
    }

    private sealed class Fields(string both, string jsonata, string jsonPath)
    {
        public HashSet<string> Both { get; } = Names(both);

        public HashSet<string> Jsonata { get; } = Names(jsonata);

        public HashSet<string> JsonPath { get; } = Names(jsonPath);

        private static HashSet<string> Names(string names) => new(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }
}
