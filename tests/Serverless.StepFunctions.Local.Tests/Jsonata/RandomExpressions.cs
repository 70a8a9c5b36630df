using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests.Jsonata;

/// <summary>
/// Makes expressions of the whole language and inputs for them. Most expressions fit their input, so that they have a value; some do not,
/// so that errors are compared too. What depends on time or chance is left out, and so is what JavaScript does not end
/// (an exponent in a picture of zero).
/// </summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] Members = ["a", "b", "c", "list", "objs", "name", "n", "nothing", "deep", "`x y`", "2", "mixed"];
    private static readonly string[] Texts = ["", "a", "abc", "Hello World", "a,b,c", "x1y22", "é😀z", "  pad  ", "2020-01-02T03:04:05Z", "12", "-3.5e2", "true", "line\\nbreak"];
    private static readonly string[] Numbers = ["0", "1", "2", "3", "-1", "5", "10", "0.5", "2.5", "-7.25", "100", "1e3", "1e-7", "12345.678", "1e21", "0.1"];
    private static readonly string[] Regexes = ["/a/", "/[a-c]/i", "/\\d+/", "/(\\w)(\\d)?/", "/\\s/", "/^a/m", "/l+/", "/b|z/"];
    private static readonly string[] Pictures = ["0", "#,##0.00", "000", "#.##", "0.0##", "0%", "0;(0)", "#,#0,0", "$0.00"];
    private static readonly string[] IntegerPictures = ["0", "000", "#,##0", "w", "W", "Ww", "w;o", "0;o", "I", "i", "A", "a", "0:00"];
    private static readonly string[] DatePictures = ["[Y]-[M01]-[D01]", "[H01]:[m]:[s].[f001]", "[FNn] [D1o] [MNn] [Y]", "[h] [P] [Z]", "[d] [W] [w] [F1]", "[X] [x] [Dwo]", "[Y,2-2] [M,2] [MN,3-3]"];

    private readonly Random _random = new(seed);
    private readonly List<string> _variables = [];
    private int _names;

    public JsonataCase Next()
    {
        _variables.Clear();
        _names = 0;
        var depth = _random.Next(1, 5);
        var expression = Any(depth);
        return new JsonataCase(expression, Value(4), HasInput: true, Variables: new Dictionary<string, JsonNode?> { ["in1"] = Value(3), ["in2"] = Value(2) });
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Any(int depth) => depth <= 0 ? Leaf() : _random.Next(24) switch
    {
        0 or 1 or 2 or 3 => Path(depth - 1),
        4 => Number(depth - 1),
        5 => Text(depth - 1),
        6 => Truth(depth - 1),
        7 => Array(depth - 1),
        8 => Object(depth - 1),
        9 => $"({Any(depth - 1)})",
        10 => $"({Truth(depth - 1)} ? {Any(depth - 1)} : {Any(depth - 1)})",
        11 => Block(depth - 1),
        12 => HigherOrder(depth - 1),
        13 => ArrayFunction(depth - 1),
        14 => ObjectFunction(depth - 1),
        15 => $"{Any(depth - 1)} {Pick(["+", "-", "*", "/", "%", "=", "!=", "<", "<=", ">", ">=", "&", "and", "or", "in"])} {Any(depth - 1)}",
        16 => Lambda(depth - 1),
        17 => $"{Any(depth - 1)} ~> {Pick(["$string", "$count", "$keys", "$type", "$reverse", "$exists", "$distinct", "$uppercase", "$sum", "$boolean", "$spread"])}",
        18 => Group(depth - 1),
        19 => Sorted(depth - 1),
        20 => Transform(depth - 1),
        21 => $"-{Any(depth - 1)}",
        22 => Tuples(depth - 1),
        _ => Leaf(),
    };

    private string Leaf() => _random.Next(12) switch
    {
        0 or 1 => Pick(Numbers),
        2 => Quoted(),
        3 => Pick(["true", "false", "null"]),
        4 => Pick(["[]", "{}", "[1]", "[\"a\"]", "[1, 2, 3]", "[[1], 2]", "{\"a\": 1}"]),
        5 => Variable(),
        6 => Pick(["$", "$$", "*", "$in1", "$in2"]),
        7 => $"$in1.{Pick(Members)}",
        _ => Pick(Members) is var member && member == "2" ? "`2`" : member,
    };

    private string Quoted() => $"\"{Pick(Texts)}\"";

    private string Variable() => _variables.Count > 0 && Chance(80) ? Pick(_variables) : Pick(["$in1", "$in2", "$nothing"]);

    private string Member() => Pick(Members) is var member && member == "2" ? "`2`" : member;

    private string Path(int depth)
    {
        var text = Pick<Func<string>>([Member, Member, Member, () => "$", () => "$$", () => "$in1", Variable, () => $"({Any(depth)})", () => "*", () => "**"])();
        var steps = _random.Next(1, 4);
        for (var i = 0; i < steps; i++)
        {
            text += _random.Next(16) switch
            {
                0 or 1 or 2 or 3 or 4 => "." + Member(),
                5 => $"[{Pick(["0", "1", "-1", "2", "0.5", "-1.5"])}]",
                6 => $"[{Truth(depth)}]",
                7 => "[]",
                8 => $".({Any(depth)})",
                9 => $".{{\"k\": {Any(depth)}}}",
                10 => $".[{Any(depth)}]",
                11 => ".*",
                12 => "." + Pick(["$string()", "$keys()", "$type($)", "$count($)", "$lookup(\"a\")", "$uppercase($string())"]),
                13 => $"[{Any(depth)}]",
                14 => ".$",
                _ => $"[{Member()} = {Leaf()}]",
            };
        }

        return text;
    }

    private string Tuples(int depth)
    {
        var start = Pick(["objs", "list", "deep.list", "$in1.objs", "*", "$.objs"]);
        var name = "$v" + _names++;
        switch (_random.Next(6))
        {
            case 0:
                return $"{start}.{Member()}.%.{Member()}";
            case 1:
                return $"{start}#{name}.{Scoped(name, () => $"{{\"i\": {name}, \"v\": {Any(depth)}}}")}";
            case 2:
                return $"objs@{name}.{Scoped(name, () => $"({name}.{Member()} & {Member()})")}";
            case 3:
                return $"objs[{Member()}]#{name}[{Scoped(name, () => Truth(depth))}]";
            case 4:
                return $"{start}.{Member()}[%.{Member()} = {Leaf()}]";
            default:
                return $"objs#{name}^({Member()}).[{name}, {Member()}]";
        }
    }

    private string Scoped(string name, Func<string> make)
    {
        _variables.Add(name);
        var text = make();
        _variables.Remove(name);
        return text;
    }

    private string Number(int depth) => depth <= 0 ? Pick(Numbers) : _random.Next(12) switch
    {
        0 or 1 => $"({Number(depth - 1)} {Pick(["+", "-", "*", "/", "%"])} {Number(depth - 1)})",
        2 => $"$sum({NumberList(depth - 1)})",
        3 => $"${Pick(["max", "min", "average", "sum", "count"])}({NumberList(depth - 1)})",
        4 => $"$count({Any(depth - 1)})",
        5 => $"$length({Text(depth - 1)})",
        6 => $"${Pick(["abs", "floor", "ceil", "round", "sqrt"])}({Number(depth - 1)})",
        7 => $"$round({Number(depth - 1)}, {Pick(["0", "1", "2", "-1", "3"])})",
        8 => $"$power({Number(depth - 1)}, {Pick(["0", "1", "2", "0.5", "-1"])})",
        9 => $"$number({Pick<Func<string>>([Quoted, () => Truth(depth - 1), () => Number(depth - 1)])()})",
        10 => $"$parseInteger({Text(depth - 1)}, {Pick(["\"0\"", "\"#,##0\""])})",
        _ => Pick(["n", "a", "list[0]", "$in1.n"]),
    };

    private string NumberList(int depth) => _random.Next(5) switch
    {
        0 => $"[{Number(depth)}..{Pick(["3", "5", "n"])}]",
        1 => "list",
        2 => $"[{Number(depth)}, {Number(depth)}]",
        3 => Any(depth),
        _ => "objs.n",
    };

    private string Text(int depth) => depth <= 0 ? Quoted() : _random.Next(18) switch
    {
        0 or 1 => $"({Any(depth - 1)} & {Any(depth - 1)})",
        2 => $"$string({Any(depth - 1)})",
        3 => $"$substring({Text(depth - 1)}, {Pick(Numbers)}{(Chance(50) ? ", " + Pick(Numbers) : "")})",
        4 => $"$substring{Pick(["Before", "After"])}({Text(depth - 1)}, {Quoted()})",
        5 => $"${Pick(["uppercase", "lowercase", "trim"])}({Text(depth - 1)})",
        6 => $"$pad({Text(depth - 1)}, {Pick(["0", "3", "-3", "12", "-12"])}{(Chance(50) ? ", " + Quoted() : "")})",
        7 => $"$join({Pick<Func<string>>([() => $"[{Text(depth - 1)}, {Text(depth - 1)}]", () => $"$split({Text(depth - 1)}, {Quoted()})", () => Any(depth - 1)])()}{(Chance(50) ? ", " + Quoted() : "")})",
        8 => Chance(70)
            ? $"$replace({Text(depth - 1)}, {Pick<Func<string>>([Quoted, () => Pick(Regexes)])()}, {Pick(["\"-\"", "\"$1$0\"", "\"$$\"", "\"\""])})"
            : $"$replace({Text(depth - 1)}, {Pick(Regexes)}, function($m){{ $m.match & $m.start }})",
        9 => $"$formatNumber({Number(depth - 1)}, \"{Pick(Pictures)}\")",
        10 => $"$formatBase({Number(depth - 1)}, {Pick(["2", "8", "16", "36"])})",
        11 => $"$formatInteger({Pick(["0", "1", "7", "12", "21", "99", "100", "1234", "-5", "n"])}, \"{Pick(IntegerPictures)}\")",
        12 => $"$fromMillis({_random.NextInt64(-2_000_000_000_000, 4_000_000_000_000).ToString(CultureInfo.InvariantCulture)}, \"{Pick(DatePictures)}\")",
        13 => $"${Pick(["base64encode", "encodeUrl", "encodeUrlComponent"])}({Text(depth - 1)})",
        14 => $"$type({Any(depth - 1)})",
        15 => $"$string({Any(depth - 1)}, true)",
        16 => $"$base64decode($base64encode({Text(depth - 1)}))",
        _ => "name",
    };

    private string Truth(int depth) => depth <= 0 ? Pick(["true", "false", "a", "n > 1", "name = \"abc\""]) : _random.Next(9) switch
    {
        0 or 1 => $"{Any(depth - 1)} {Pick(["=", "!="])} {Any(depth - 1)}",
        2 => $"{Number(depth - 1)} {Pick(["<", "<=", ">", ">="])} {Number(depth - 1)}",
        3 => $"({Truth(depth - 1)} {Pick(["and", "or"])} {Truth(depth - 1)})",
        4 => $"$not({Any(depth - 1)})",
        5 => $"$exists({Any(depth - 1)})",
        6 => $"$contains({Text(depth - 1)}, {Pick<Func<string>>([Quoted, () => Pick(Regexes)])()})",
        7 => $"{Leaf()} in {Any(depth - 1)}",
        _ => $"$boolean({Any(depth - 1)})",
    };

    private string Array(int depth) => _random.Next(4) switch
    {
        0 => $"[{Number(depth)}..{Pick(["2", "4", "n", "-1"])}]",
        1 => $"[{Any(depth)}]",
        _ => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Any(depth)))}]",
    };

    private string Object(int depth) => $"{{{string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(i => $"\"{Pick(["p", "q", "r", "1"])}{i}\": {Any(depth)}"))}}}";

    private string Block(int depth)
    {
        var name = "$v" + _names++;
        var value = Any(depth);
        return $"({name} := {value}; {Scoped(name, () => Any(depth))})";
    }

    private string Lambda(int depth)
    {
        var name = "$v" + _names++;
        return $"(function({name}){{ {Scoped(name, () => Any(depth))} }})({Any(depth)})";
    }

    private string Function(int depth, int parameters, Func<string> body)
    {
        var names = Enumerable.Range(0, parameters).Select(_ => "$v" + _names++).ToList();
        _variables.AddRange(names);
        var text = $"function({string.Join(", ", names)}){{ {(depth <= 0 ? Pick(names) : body())} }}";
        _variables.RemoveAll(names.Contains);
        return text;
    }

    private string HigherOrder(int depth) => _random.Next(8) switch
    {
        0 or 1 => $"$map({Any(depth)}, {Function(depth, _random.Next(1, 4), () => Any(depth - 1))})",
        2 => $"$filter({Any(depth)}, {Function(depth, _random.Next(1, 4), () => Truth(depth - 1))})",
        3 => $"$reduce({Any(depth)}, {Function(depth, _random.Next(2, 4), () => Any(depth - 1))}{(Chance(50) ? ", " + Any(depth - 1) : "")})",
        4 => $"$single({Any(depth)}, {Function(depth, 1, () => Truth(depth - 1))})",
        5 => $"$each({Any(depth)}, {Function(depth, _random.Next(1, 3), () => Any(depth - 1))})",
        6 => $"$sift({Any(depth)}, {Function(depth, _random.Next(1, 3), () => Truth(depth - 1))})",
        _ => $"$map({Any(depth)}, {Pick(["$string", "$type", "$count", "$uppercase", "$boolean", "$keys", "$exists"])})",
    };

    private string ArrayFunction(int depth) => _random.Next(11) switch
    {
        0 => $"$append({Any(depth)}, {Any(depth)})",
        1 => $"$reverse({Any(depth)})",
        2 => $"$distinct({Any(depth)})",
        3 => $"$zip({Any(depth)}, {Any(depth)})",
        4 => $"$sort({NumberList(depth)})",
        5 => $"$sort({Any(depth)}, {Function(depth, 2, () => Truth(depth - 1))})",
        6 => $"$split({Text(depth)}, {Pick<Func<string>>([Quoted, () => Pick(Regexes)])()}{(Chance(30) ? ", " + Pick(["0", "1", "2"]) : "")})",
        7 => $"$match({Text(depth)}, {Pick(Regexes)}{(Chance(30) ? ", " + Pick(["0", "1", "2"]) : "")})",
        8 => $"$sort({Any(depth)})",
        9 => $"$toMillis({Text(depth)})",
        _ => $"[{Any(depth)}][{Any(depth)}]",
    };

    private string ObjectFunction(int depth) => _random.Next(8) switch
    {
        0 => $"$keys({Any(depth)})",
        1 => $"$lookup({Any(depth)}, {Pick(["\"a\"", "\"n\"", "\"list\"", "\"zzz\""])})",
        2 => $"$spread({Any(depth)})",
        3 => $"$merge({Any(depth)})",
        4 => $"$merge([{Object(depth)}, {Object(depth)}])",
        5 => $"$type({Any(depth)})",
        6 => $"$clone({Any(depth)})",
        _ => $"$string({Any(depth)})",
    };

    private string Group(int depth) => Pick(["objs", "deep.objs", "$", "list", "objs.list", "$in1.objs"]) + (Chance(60)
        ? $"{{$string({Member()}): {Any(depth)}}}"
        : $"{{\"all\": {Any(depth)}, {Text(0)} & \"x\": {Any(depth)}}}");

    private string Sorted(int depth) => Pick(["objs", "list", "objs.list", "deep.objs", "$in1.objs", "mixed"]) + $"^({Pick(["", "<", ">"])}{Pick(["n", "a", "$", "name", "$string(a)"])}{(Chance(30) ? ", >" + Member() : "")})" + Pick(["", "[0]", ".a", "[]", "[-1].n"]);

    private string Transform(int depth) => $"({Any(depth)} ~> |{Pick(["$", "objs", "deep", "**[a]", "*[n]"])}|{Object(depth)}{(Chance(30) ? ", " + Pick(["\"a\"", "[\"a\", \"n\"]", "name"]) : "")}|)";

    /// <summary>A value whose members have the names that expressions look for.</summary>
    private JsonNode? Value(int depth)
    {
        if (depth <= 0)
            return Scalar();
        var o = new JsonObject();
        foreach (var member in Members)
        {
            if (member == "nothing" || Chance(25))
                continue;
            o[member.Trim('`')] = member switch
            {
                "list" => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => (JsonNode?)_random.Next(-3, 10))]),
                "objs" => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(Chance(30) ? depth - 1 : Math.Min(depth - 1, 1)))]),
                "mixed" => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(Math.Min(depth - 1, _random.Next(2))))]),
                "n" => _random.Next(-5, 20) / (Chance(30) ? 4.0 : 1),
                "name" => Pick(Texts).Replace("\\n", "\n", StringComparison.Ordinal),
                "deep" => Value(depth - 1),
                _ => Chance(20) ? Value(depth - 2) : Scalar(),
            };
        }

        return o;
    }

    private JsonNode? Scalar() => _random.Next(9) switch
    {
        0 => null,
        1 => Chance(50),
        2 or 3 => Pick(Texts).Replace("\\n", "\n", StringComparison.Ordinal),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => _random.Next(-100, 100) / 8.0,
        _ => _random.Next(-3, 12),
    };
}
