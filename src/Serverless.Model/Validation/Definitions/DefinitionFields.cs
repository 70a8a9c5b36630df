namespace Serverless.Model.Validation.Definitions;

/// <summary>The fields of the Amazon States Language: which object has which, in which query language, with which values.</summary>
internal static class DefinitionFields
{
    private const double LongestTime = 99_999_999;

    private const double LongestDelay = 31_622_400;

    private const double MostItems = 100_000_000;

    private const double LargestBatch = 262_144;

    private static readonly DefinitionField[] Named = [Of("Type", FieldKind.Text), Of("Comment", FieldKind.Text), Language()];

    private static readonly DefinitionField[] Leaving = [Of("Next", FieldKind.Text), Of("End", FieldKind.Boolean)];

    private static readonly DefinitionField[] Paths = [PathOnly("InputPath", FieldKind.NullablePath), PathOnly("OutputPath", FieldKind.NullablePath)];

    private static readonly DefinitionField[] Results =
    [
        PathOnly("Parameters", FieldKind.Any), PathOnly("ResultSelector", FieldKind.Object), PathOnly("ResultPath", FieldKind.ResultPath),
    ];

    private static readonly DefinitionField Output = JsonataOnly("Output", FieldKind.Any);

    private static readonly DefinitionField Arguments = JsonataOnly("Arguments", FieldKind.Any);

    private static readonly DefinitionField Assign = Of("Assign", FieldKind.Object);

    private static readonly DefinitionField[] Failing = [Of("Retry", FieldKind.Array), Of("Catch", FieldKind.Array)];

    public static IReadOnlyList<DefinitionField> Machine { get; } =
    [
        Required("StartAt", FieldKind.Text), Required("States", FieldKind.Object), Of("Comment", FieldKind.Text), Enum("Version", "1.0"), Language(),
        Range("TimeoutSeconds", 1, LongestTime) with { IsComputable = false },
    ];

    public static IReadOnlyList<DefinitionField> Branch { get; } = [Required("StartAt", FieldKind.Text), Required("States", FieldKind.Object), Of("Comment", FieldKind.Text)];

    public static IReadOnlyList<DefinitionField> Processor { get; } = [.. Branch, Of("ProcessorConfig", FieldKind.Object)];

    public static IReadOnlyList<DefinitionField> ProcessorConfig { get; } = [Enum("Mode", "INLINE", "DISTRIBUTED"), Enum("ExecutionType", "STANDARD", "EXPRESS")];

    public static IReadOnlyList<DefinitionField> Retrier { get; } =
    [
        Required("ErrorEquals", FieldKind.Array), Range("IntervalSeconds", 1, LongestTime) with { IsComputable = false }, Range("MaxAttempts", 0, LongestTime) with { IsComputable = false },
        new("BackoffRate", FieldKind.Number) { Least = 1 }, Range("MaxDelaySeconds", 1, LongestDelay) with { IsComputable = false }, Enum("JitterStrategy", "NONE", "FULL"), Of("Comment", FieldKind.Text),
    ];

    public static IReadOnlyList<DefinitionField> Catcher { get; } =
    [
        Required("ErrorEquals", FieldKind.Array), Required("Next", FieldKind.Text), PathOnly("ResultPath", FieldKind.ResultPath), Output, Assign, Of("Comment", FieldKind.Text),
    ];

    public static IReadOnlyList<DefinitionField> ItemReader { get; } =
    [
        Required("Resource", FieldKind.Text), Of("ReaderConfig", FieldKind.Object), PathOnly("Parameters", FieldKind.Object), JsonataOnly("Arguments", FieldKind.ObjectOrExpression),
    ];

    public static IReadOnlyList<DefinitionField> ReaderConfig { get; } =
    [
        Enum("InputType", "CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"), Enum("Transformation", "NONE", "LOAD_AND_FLATTEN"), Enum("ManifestType", "ATHENA_DATA", "S3_INVENTORY"),
        Enum("CSVHeaderLocation", "FIRST_ROW", "GIVEN"), Of("CSVHeaders", FieldKind.Array), Enum("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"),
        Of("ItemsPointer", FieldKind.Text), Range("MaxItems", 0, MostItems), PathOnly("MaxItemsPath", FieldKind.ReferencePath),
    ];

    public static IReadOnlyList<DefinitionField> ItemBatcher { get; } =
    [
        Range("MaxItemsPerBatch", 0, MostItems), PathOnly("MaxItemsPerBatchPath", FieldKind.ReferencePath), Range("MaxInputBytesPerBatch", 0, LargestBatch),
        PathOnly("MaxInputBytesPerBatchPath", FieldKind.ReferencePath), Of("BatchInput", FieldKind.ObjectOrExpression),
    ];

    public static IReadOnlyList<DefinitionField> ResultWriter { get; } =
    [
        Of("Resource", FieldKind.Text), Of("WriterConfig", FieldKind.Object), PathOnly("Parameters", FieldKind.Object), JsonataOnly("Arguments", FieldKind.ObjectOrExpression),
    ];

    public static IReadOnlyList<DefinitionField> WriterConfig { get; } = [Enum("OutputType", "JSON", "JSONL"), Enum("Transformation", "NONE", "COMPACT", "FLATTEN")];

    private static readonly Dictionary<string, IReadOnlyList<DefinitionField>> ByType = new(StringComparer.Ordinal)
    {
        ["Task"] =
        [
            .. Named, .. Leaving, .. Paths, .. Results, Arguments, Output, Assign, .. Failing, Required("Resource", FieldKind.Text), Of("Credentials", FieldKind.ObjectOrExpression),
            Range("TimeoutSeconds", 1, LongestTime), PathOnly("TimeoutSecondsPath", FieldKind.ReferencePath), Range("HeartbeatSeconds", 1, LongestTime),
            PathOnly("HeartbeatSecondsPath", FieldKind.ReferencePath),
        ],
        ["Pass"] =
        [
            .. Named, .. Leaving, .. Paths, PathOnly("Parameters", FieldKind.Any), PathOnly("ResultPath", FieldKind.ResultPath), PathOnly("Result", FieldKind.Any), Output, Assign,
        ],
        ["Choice"] = [.. Named, .. Paths, Output, Assign, Required("Choices", FieldKind.Array), Of("Default", FieldKind.Text)],
        ["Wait"] =
        [
            .. Named, .. Leaving, .. Paths, Output, Assign, Range("Seconds", 0, LongestTime), Of("Timestamp", FieldKind.Timestamp),
            PathOnly("SecondsPath", FieldKind.ReferencePath), PathOnly("TimestampPath", FieldKind.ReferencePath),
        ],
        ["Succeed"] = [.. Named, .. Paths, Output],
        ["Fail"] =
        [
            .. Named, Of("Error", FieldKind.Text), Of("Cause", FieldKind.Text), PathOnly("ErrorPath", FieldKind.PathOrIntrinsic), PathOnly("CausePath", FieldKind.PathOrIntrinsic),
        ],
        ["Parallel"] = [.. Named, .. Leaving, .. Paths, .. Results, Arguments, Output, Assign, .. Failing, Required("Branches", FieldKind.Array)],
        ["Map"] =
        [
            .. Named, .. Leaving, .. Paths, .. Results, Output, Assign, .. Failing, Of("ItemProcessor", FieldKind.Object), Of("Iterator", FieldKind.Object),
            Of("ItemSelector", FieldKind.ObjectOrExpression), PathOnly("ItemsPath", FieldKind.Path), JsonataOnly("Items", FieldKind.Any),
            Range("MaxConcurrency", 0, double.MaxValue), PathOnly("MaxConcurrencyPath", FieldKind.ReferencePath), Of("ItemReader", FieldKind.Object),
            Of("ItemBatcher", FieldKind.Object), Of("ResultWriter", FieldKind.Object), Of("Label", FieldKind.Text),
            new("ToleratedFailurePercentage", FieldKind.Number) { Least = 0, Greatest = 100, IsComputable = true }, PathOnly("ToleratedFailurePercentagePath", FieldKind.ReferencePath),
            Range("ToleratedFailureCount", 0, double.MaxValue), PathOnly("ToleratedFailureCountPath", FieldKind.ReferencePath),
        ],
    };

    public static IEnumerable<string> Types => ByType.Keys;

    /// <summary>The fields of a kind of state; null for a kind that does not exist.</summary>
    public static IReadOnlyList<DefinitionField>? OfType(string type) => ByType.TryGetValue(type, out var fields) ? fields : null;

    private static DefinitionField Of(string name, FieldKind kind) => new(name, kind);

    private static DefinitionField Required(string name, FieldKind kind) => new(name, kind) { IsRequired = true };

    private static DefinitionField PathOnly(string name, FieldKind kind) => new(name, kind) { Languages = FieldLanguages.JSONPath };

    private static DefinitionField JsonataOnly(string name, FieldKind kind) => new(name, kind) { Languages = FieldLanguages.JSONata };

    private static DefinitionField Enum(string name, params string[] values) => new(name, FieldKind.Text) { Values = values };

    private static DefinitionField Range(string name, double least, double greatest) => new(name, FieldKind.Integer) { Least = least, Greatest = greatest, IsComputable = true };

    private static DefinitionField Language() => Enum("QueryLanguage", "JSONPath", "JSONata");
}
