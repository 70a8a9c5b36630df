using System.Collections.Frozen;
using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>All functions of the language and of the service, without <c>$eval</c>, by their names.</summary>
internal static class FunctionLibrary
{
    public static FrozenDictionary<string, NativeFunction> All { get; } = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, NativeFunction> Build()
    {
        var all = new Dictionary<string, NativeFunction>(StringComparer.Ordinal);
        Add("sum", 1, NumericFunctions.Sum);
        Add("count", 1, ArrayFunctions.Count);
        Add("max", 1, NumericFunctions.Max);
        Add("min", 1, NumericFunctions.Min);
        Add("average", 1, NumericFunctions.Average);
        Add("string", 1, StringFunctions.String);
        Add("substring", 3, StringFunctions.Substring);
        Add("substringBefore", 2, StringFunctions.SubstringBefore);
        Add("substringAfter", 2, StringFunctions.SubstringAfter);
        Add("lowercase", 1, StringFunctions.Lowercase);
        Add("uppercase", 1, StringFunctions.Uppercase);
        Add("length", 1, StringFunctions.Length);
        Add("trim", 1, StringFunctions.Trim);
        Add("pad", 3, StringFunctions.Pad);
        Add("match", 3, StringFunctions.Match);
        Add("contains", 2, StringFunctions.Contains);
        Add("replace", 4, StringFunctions.Replace);
        Add("split", 3, StringFunctions.Split);
        Add("join", 2, StringFunctions.Join);
        Add("formatNumber", 3, NumericFunctions.FormatNumber);
        Add("formatBase", 2, NumericFunctions.FormatBase);
        Add("formatInteger", 2, NumericFunctions.FormatInteger);
        Add("parseInteger", 2, NumericFunctions.ParseInteger);
        Add("number", 1, NumericFunctions.Number);
        Add("floor", 1, NumericFunctions.Floor);
        Add("ceil", 1, NumericFunctions.Ceil);
        Add("round", 2, NumericFunctions.Round);
        Add("abs", 1, NumericFunctions.Abs);
        Add("sqrt", 1, NumericFunctions.Sqrt);
        Add("power", 2, NumericFunctions.Power);
        Add("boolean", 1, ObjectFunctions.Boolean);
        Add("not", 1, ObjectFunctions.Not);
        Add("map", 2, ArrayFunctions.Map);
        Add("zip", 0, ArrayFunctions.Zip);
        Add("filter", 2, ArrayFunctions.Filter);
        Add("single", 2, ArrayFunctions.Single);
        Add("reduce", 3, ArrayFunctions.Reduce);
        Add("sift", 2, ObjectFunctions.Sift);
        Add("keys", 1, ObjectFunctions.Keys);
        Add("lookup", 2, ObjectFunctions.Lookup);
        Add("append", 2, ArrayFunctions.Append);
        Add("exists", 1, ObjectFunctions.Exists);
        Add("spread", 1, ObjectFunctions.Spread);
        Add("merge", 1, ObjectFunctions.Merge);
        Add("reverse", 1, ArrayFunctions.Reverse);
        Add("each", 2, ObjectFunctions.Each);
        Add("error", 1, ObjectFunctions.Error);
        Add("assert", 2, ObjectFunctions.Assert);
        Add("type", 1, ObjectFunctions.Type);
        Add("sort", 2, ArrayFunctions.Sort);
        Add("shuffle", 1, ArrayFunctions.Shuffle);
        Add("distinct", 1, ArrayFunctions.Distinct);
        Add("base64encode", 1, StringFunctions.Base64Encode);
        Add("base64decode", 1, StringFunctions.Base64Decode);
        Add("encodeUrlComponent", 1, StringFunctions.EncodeUrlComponent);
        Add("encodeUrl", 1, StringFunctions.EncodeUrl);
        Add("decodeUrlComponent", 1, StringFunctions.DecodeUrlComponent);
        Add("decodeUrl", 1, StringFunctions.DecodeUrl);
        Add("toMillis", 2, DateTimeFunctions.ToMillis);
        Add("fromMillis", 3, DateTimeFunctions.FromMillis);
        Add("clone", 1, ObjectFunctions.Clone);
        Add("now", 2, DateTimeFunctions.Now);
        Add("millis", 0, DateTimeFunctions.Millis);
        Add("partition", 2, ServiceFunctions.Partition);
        Add("range", 3, ServiceFunctions.Range);
        Add("hash", 2, ServiceFunctions.Hash);
        Add("random", 1, ServiceFunctions.Random);
        Add("uuid", 0, ServiceFunctions.Uuid);
        Add("parse", 1, ServiceFunctions.Parse);
        return all;

        void Add(string name, int arity, NativeBody body)
            => all.Add(name, new NativeFunction(name, arity, JsonataSignature.Parse(JsonataFunctions.SignatureOf(name)!), body));
    }
}
