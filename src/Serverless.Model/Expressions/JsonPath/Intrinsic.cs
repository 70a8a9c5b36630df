namespace Serverless.Model.Expressions.JsonPath;

/// <summary>What an argument of an intrinsic function must be.</summary>
internal enum IntrinsicArgument
{
    Any,
    Text,
    Number,
    List,
    Object,
    Boolean,
}

/// <summary>An intrinsic function: its name and what it takes.</summary>
/// <param name="Name">With `States.`.</param>
/// <param name="Arguments">Its arguments in order; where more are given, the last kind holds for them.</param>
/// <param name="Least">The fewest arguments.</param>
/// <param name="Most">The most arguments; null = any number.</param>
internal sealed record Intrinsic(string Name, IReadOnlyList<IntrinsicArgument> Arguments, int Least, int? Most)
{
    /// <summary>Functions that one field may hold.</summary>
    public const int MostInField = 10;

    /// <summary>Hash algorithms of `States.Hash`.</summary>
    public static readonly string[] HashAlgorithms = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];

    public static IReadOnlyList<Intrinsic> All { get; } =
    [
        new("States.Format", [IntrinsicArgument.Text, IntrinsicArgument.Any], 1, null),
        new("States.StringToJson", [IntrinsicArgument.Text], 1, 1),
        new("States.JsonToString", [IntrinsicArgument.Any], 1, 1),
        new("States.Array", [IntrinsicArgument.Any], 0, null),
        new("States.ArrayPartition", [IntrinsicArgument.List, IntrinsicArgument.Number], 2, 2),
        new("States.ArrayContains", [IntrinsicArgument.List, IntrinsicArgument.Any], 2, 2),
        new("States.ArrayRange", [IntrinsicArgument.Number, IntrinsicArgument.Number, IntrinsicArgument.Number], 3, 3),
        new("States.ArrayGetItem", [IntrinsicArgument.List, IntrinsicArgument.Number], 2, 2),
        new("States.ArrayLength", [IntrinsicArgument.List], 1, 1),
        new("States.ArrayUnique", [IntrinsicArgument.List], 1, 1),
        new("States.Base64Encode", [IntrinsicArgument.Text], 1, 1),
        new("States.Base64Decode", [IntrinsicArgument.Text], 1, 1),
        new("States.Hash", [IntrinsicArgument.Any, IntrinsicArgument.Text], 2, 2),
        new("States.JsonMerge", [IntrinsicArgument.Object, IntrinsicArgument.Object, IntrinsicArgument.Boolean], 3, 3),
        new("States.MathRandom", [IntrinsicArgument.Number, IntrinsicArgument.Number, IntrinsicArgument.Number], 2, 3),
        new("States.MathAdd", [IntrinsicArgument.Number, IntrinsicArgument.Number], 2, 2),
        new("States.StringSplit", [IntrinsicArgument.Text, IntrinsicArgument.Text], 2, 2),
        new("States.UUID", [], 0, 0),
    ];

    public static Intrinsic? Find(string name) => All.FirstOrDefault(i => i.Name == name);

    /// <summary>Kind of the argument at a position.</summary>
    public IntrinsicArgument ArgumentAt(int index) => Arguments[Math.Min(index, Arguments.Count - 1)];
}
