using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>The intrinsic functions, with the service's limits. What they cannot work with fails the state with `States.IntrinsicFailure`.</summary>
internal static partial class IntrinsicEvaluator
{
    private const int LongestText = 10_000;
    private const int LongestRange = 1_000;

    public static JsonNode? Evaluate(IntrinsicCall call, string text, PathData data)
    {
        if (Intrinsic.Find(call.Name) is not { } function || call.Arguments.Count < function.Least || call.Arguments.Count > (function.Most ?? int.MaxValue))
            throw new PathException(PathException.Runtime, $"'{text}' is not a call of an intrinsic function.");
        if (call.Name == "States.Format")
            return Format(call, text, data);
        var arguments = call.Arguments.Select(argument => Value(argument, text, data)).ToArray();
        for (var i = 0; i < arguments.Length; i++)
            Check(function, i, arguments[i]);
        return call.Name switch
        {
            "States.StringToJson" => ParseJson(Text(arguments[0])),
            "States.JsonToString" => JsonText.Write(arguments[0]),
            "States.Array" => new JsonArray([.. arguments]),
            "States.ArrayPartition" => Partition((JsonArray)arguments[0]!, Numbers.Rounded(arguments[1]!)),
            "States.ArrayContains" => ((JsonArray)arguments[0]!).Any(item => JsonEquality.AreEqual(item, arguments[1])),
            "States.ArrayRange" => Range(Numbers.Rounded(arguments[0]!), Numbers.Rounded(arguments[1]!), Numbers.Rounded(arguments[2]!)),
            "States.ArrayGetItem" => Item((JsonArray)arguments[0]!, arguments[1]!),
            "States.ArrayLength" => ((JsonArray)arguments[0]!).Count,
            "States.ArrayUnique" => Unique((JsonArray)arguments[0]!),
            "States.Base64Encode" => Convert.ToBase64String(Encoding.UTF8.GetBytes(Limited(call, Text(arguments[0])))),
            "States.Base64Decode" => Decode(Limited(call, Text(arguments[0]))),
            "States.Hash" => Hash(Limited(call, arguments[0] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? Text(value) : JsonText.Write(arguments[0])), Text(arguments[1])),
            "States.JsonMerge" => Merge((JsonObject)arguments[0]!, (JsonObject)arguments[1]!, arguments[2]!.GetValue<bool>()),
            "States.MathRandom" => RandomNumber(arguments, data.Random),
            "States.MathAdd" => Add(Numbers.Rounded(arguments[0]!), Numbers.Rounded(arguments[1]!)),
            "States.StringSplit" => new JsonArray([.. Text(arguments[0]).Split(Text(arguments[1]).ToCharArray(), StringSplitOptions.RemoveEmptyEntries).Select(static part => (JsonNode?)JsonValue.Create(part))]),
            "States.UUID" => Uuid(data.Random),
            _ => throw new PathException(PathException.Runtime, $"'{call.Name}' is not known."),
        };
    }

    /// <summary>A copy, so that it can become part of what is built.</summary>
    private static JsonNode? Value(PathExpression argument, string text, PathData data) => argument switch
    {
        PathLiteral literal => literal.ToNode(),
        IntrinsicCall call => Evaluate(call, text, data),
        DataPath path => PathReader.TryRead(path, data, null, out var value) ? value?.DeepClone() : throw PathException.NotFound(text.Substring(path.Position, path.Length)),
        _ => null,
    };

    private static void Check(Intrinsic function, int index, JsonNode? argument)
    {
        var kind = PathReader.KindOf(argument);
        var fits = function.ArgumentAt(index) switch
        {
            IntrinsicArgument.Text => kind == JsonValueKind.String,
            IntrinsicArgument.Number => kind == JsonValueKind.Number,
            IntrinsicArgument.List => kind == JsonValueKind.Array,
            IntrinsicArgument.Object => kind == JsonValueKind.Object,
            IntrinsicArgument.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            _ => true,
        };
        if (!fits)
            throw Failure($"Argument {index + 1} of {function.Name} is {JsonText.Write(argument)}, which it does not take.");
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static string Limited(IntrinsicCall call, string text) =>
        text.Length <= LongestText ? text : throw Failure($"{call.Name} takes at most {LongestText} characters.");

    private static PathException Failure(string message) => new(PathException.IntrinsicFailure, message);
}
