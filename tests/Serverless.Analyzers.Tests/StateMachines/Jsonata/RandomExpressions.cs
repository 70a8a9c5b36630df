using System.Globalization;
using System.Text;

namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>
/// Grows C# expressions over `Order o` from everything the translator supports, by type, from a seed: precedence and nesting nobody thought of.
/// A template holds `«X»` for an expression of type X, `%X` for a new lambda parameter of that type and `%` for the parameter again.
/// </summary>
internal sealed class RandomExpressions(int seed)
{
    private const int MostParts = 40;

    /// <summary>N int, G long, D double, M decimal, T text, U text or null, B boolean, C character, L texts, I whole numbers, S lines, A addresses, E enum, O moment, Y date, P int or null, X anything.</summary>
    private static readonly Dictionary<char, string[]> Leaves = new()
    {
        ['N'] = ["o.Quantity", "o.Keyword", "o.Tick", "o.Sparse", "(int)o.Small", "2", "-3", "0", "o.Numbers.Length", "o.Lines.Count", "o.Counts.Count"],
        ['G'] = ["o.Big", "o.Unsigned", "5L", "(long)o.Quantity"],
        ['D'] = ["o.Weight", "0.5", "-2.5", "(double)o.Quantity", "2.0"],
        ['M'] = ["o.Total", "2.5m", "(decimal)o.Quantity", "0m"],
        ['T'] = ["o.Id", "o.Odd", "\"x'y\"", "\"\"", "\"a\\\\b\\\"\"", "\"TEST\"", "\"é中\"", "o.Color.ToString()", "o.Grade.ToString()"],
        ['U'] = ["o.Note", "o.Ship?.Street", "o.Ship?.City", "(string?)null", "o.Skus.FirstOrDefault()", "o.Remarks[0]", "o.Remarks.FirstOrDefault(r => r != null)"],
        ['B'] = ["o.Paid", "o.Rare", "true", "(o.Checked ?? true)", "o.Checked == true", "o.Checked != false", "o.Ship != null", "o.Maybe == null"],
        ['C'] = ["o.Grade", "'a'", "'\\''"],
        ['L'] = ["o.Skus", "new string[0]", "Array.Empty<string>()", "o.Lines.Select(l => l.Sku)", "(o.Maybe ?? new[] { \"none\" })", "o.Stops.Select(a => a.City)", "Enumerable.Empty<string>()"],
        ['I'] = ["o.Numbers", "new[] { 3, 1, 2 }", "new int[0]", "Enumerable.Range(-1, 3)", "o.Rows[0]", "o.Lines.Select(l => l.Quantity)"],
        ['S'] = ["o.Lines", "o.Stops.SelectMany(a => a.Shelves)", "o.Ship!.Shelves"],
        ['A'] = ["o.Stops", "new[] { o.Ship ?? new Address(\"home\", null, 1) { Shelves = o.Lines.ToArray() } }"],
        ['E'] = ["o.Size", "Size.Large", "Size.None"],
        ['O'] = ["o.Placed", "o.Due!.Value", "(o.Due ?? o.Placed)"],
        ['Y'] = ["o.Day", "new DateOnly(2026, 1, 2)"],
        ['P'] = ["o.Priority", "o.Ship?.Floor", "(int?)null", "o.Ship!.Floor", "o.Note?.Length"],
        ['X'] = ["o.Ship", "o.Lines", "o.Tags", "o.Rows", "o.Key", "o.Checked", "o.Maybe", "o.Remarks", "o.Placed", "o.Ratio"],
    };

    private static readonly Dictionary<char, string[]> Templates = new()
    {
        ['N'] =
        [
            "«N» + «N»", "«N» - («N»)", "(«N») * («N»)", "(«N») % 7", "(«N») % («N»)", "(«B» ? «N» : «N»)", "-(«N»)", "+(«N»)", "Math.Min(«N», «N»)", "Math.Max(«N», «N»)", "Math.Abs(«N»)", "Math.Clamp(«N», -2, 5)", "Math.Sign(«D»)",
            "(int)Math.Floor(«D»)", "(int)Math.Round(«D»)", "(«L»).Count()", "(«I»).Sum()", "(«I»).Min()", "(«I»).Max()", "(«I»).First()", "(«I»).Last()", "(«I»).FirstOrDefault()", "(«I»).LastOrDefault()", "(«I»).Single()", "(«I»).ElementAt(«N»)",
            "(«I»).Count(%n => «B»)", "(«I»).First(%n => «B»)", "(«I»).Single(%n => «B»)", "(«I»).FirstOrDefault(%n => «B»)", "(«S»).Sum(%l => «N»)", "(«S»).Max(%l => «N»)", "(«S»).Min(%l => %.Quantity)", "(«S»).First().Quantity", "(«S»).Last(%l => «B»).Quantity",
            "o.Numbers[«N»]", "o.Numbers[0]", "o.Numbers[^1]", "o.Numbers[o.Numbers.Length - 1]", "o.Lines[1].Quantity", "o.Lines[^1].Quantity", "o.Lines[0].Sizes[0]", "o.Rows[1][0]", "o.Rows[0].Length", "o.Rows.Length", "(«T»).Length", "(«T»).IndexOf('T')", "(«T»).IndexOf(«T», StringComparison.Ordinal)",
            "(«P» ?? «N»)", "(«P»).GetValueOrDefault(«N»)", "(«P»).GetValueOrDefault()", "(«P» ?? null)!.Value", "(int)(«P» ?? null)", "int.Parse(«T»)", "o.Counts[\"x\"]", "o.Counts.GetValueOrDefault(«T», 3)", "o.Counts.GetValueOrDefault(\"y\")", "((«N») switch { < 0 => 1, 0 or 1 => «N», _ => 3 })", "(int)(«E»)",
            "(«U» ?? null)!.Length", "(«L»).Sum(%s => «N»)", "(«L»).Select((s, i) => i).Sum()", "new { a = «N», b = 2 }.a", "new Summary(«T», «N»).Count", "(«U» ?? throw new InvalidOperationException(\"none\")).Length", "(«A»).Sum(%a => «N»)", "o.Tags.Count()", "o.Ship!.Shelves.Length",
        ],
        ['G'] = ["(«G») + «N»", "(«G») - («G»)", "Math.Max(«G», «G»)", "(long)(«N») * 1000L", "(«O»).ToUnixTimeSeconds()", "(«O»).ToUnixTimeMilliseconds()", "(«B» ? «G» : «G»)", "long.Parse(«T»)", "(«I»).LongCount()"],
        ['D'] =
        [
            "«D» + «D»", "(«D») * («D»)", "«D» - («N»)", "(«D») / 4", "(«D») / («D»)", "(«D») % («D»)", "Math.Floor(«D»)", "Math.Ceiling(«D»)", "Math.Round(«D»)", "Math.Truncate(«D»)", "Math.Sqrt(Math.Abs(«D»))", "Math.Pow(«N», 2)", "(«I»).Average()", "(«S»).Average(%l => «N»)",
            "(o.Ratio ?? «D»)", "(double)(«M»)", "((«O») - («O»)).TotalSeconds", "((«O») - («O»)).TotalHours", "Math.Min(«D», «D»)", "Math.Max(«D», «N»)", "Math.Round(«D», MidpointRounding.ToEven)",
        ],
        ['M'] = ["«M» + «M»", "(«M») * 2", "«M» - («M»)", "Math.Floor(«M»)", "Math.Ceiling(«M»)", "Math.Round(«M»)", "(«S»).Sum(%l => %.Price * %.Quantity)", "(«S»).Max(%l => %.Price)", "Math.Abs(«M»)", "Math.Round(o.Total / 3m, 2)", "decimal.Floor(«M»)", "(«B» ? «M» : «M»)"],
        ['T'] =
        [
            "«T» + «T»", "«T» + («N»)", "«N» + «T»", "«T» + «U»", "«T» + «B2» + «C»", "(«T» + («G»))", "$\"{«T»}\"", "$\"[{«N»}|{«U»}]\"", "$\"{«P»}-{(«B»)}\"", "(«T»).ToUpperInvariant()", "(«T»).ToLowerInvariant()", "(«T»).ToUpper()", "(«T»).ToLower()", "(«T»).Trim()", "(«T» + \" \\t\").TrimEnd()", "(«T»).TrimStart()", "(«T»).ToString()", "(«N»).ToString()", "(«G»).ToString()",
            "(«B» ? «T» : «T»)", "(«U» ?? «T»)", "string.Join(\"-\", «L»)", "string.Join(«T», «I»)", "string.Join(',', «L»)", "string.Concat(«T», «U»)", "(«T»).Replace(\"T\", «T»)", "(«T»).Replace('1', '$')", "(«T»).Replace(«T», \"$1\")", "(«T» + \"abc\").Substring(2)", "(«T»).Substring(1)", "(«T»).Substring(0, «N»)", "(«T»).Substring(«N», 1)", "(«T»).Remove(1)", "(«T»)[..2]", "(«T»)[1..]", "(«T»)[1..3]",
            "(«T»).PadLeft(5, '0')", "(«T»).PadRight(4)", "(«T»).Split('-')[0]", "(«T»).Split('-')[1]", "(«L»).First()", "(«L»).Last()", "(«L»).Single()", "(«L»).First(%s => «B»)", "(«L»).ElementAt(0)", "o.Skus[0]", "o.Skus[^1]", "o.Lines[«N»].Sku", "o.Tags[\"a\"]", "o.Tags[«T»]", "o.Tags.GetValueOrDefault(«T», \"no\")", "(«S»).First().Sku", "(«S»).OrderBy(%l => %.Quantity).First().Sku",
            "((«N») switch { > 3 => «T», _ => «T» })", "(«U» ?? null)!.Trim()", "(«U» ?? null)!.ToUpperInvariant()", "o.Ship!.City", "o.Ship!.City.Trim()", "new Summary(«T», 1).Id", "(new Summary(«T», 1) with { Id = «T» }).Id", "string.Empty", "(«U» ?? throw new ArgumentException(«T»))", "o.Color.ToString() + o.Key.ToString()", "(«P»).ToString()", "o.Id[0].ToString()", "«C».ToString()", "new { t = «T» }.t", "o.Stops[0].Shelves[0].Sku", "o.Remarks[1]!.Trim()",
        ],
        ['U'] = ["(«U» ?? «U»)", "(«B» ? «U» : «T»)", "(«L»).FirstOrDefault(%s => «B»)", "(«L»).LastOrDefault()", "(«S»).FirstOrDefault()?.Remark", "(«S»).First().Remark", "(«U»)?.Trim()", "(«U»)?.ToUpperInvariant()", "o.Ship?.Shelves.FirstOrDefault()?.Sku", "(«A»).FirstOrDefault(%a => «B»)?.Street", "o.Remarks.Last()", "o.Ship!.Street", "o.Lines[0].Remark"],
        ['B'] =
        [
            "(«B» && «B»)", "(«B» || «B» && «B»)", "!(«B»)", "(«N» < «N»)", "(«N» <= «N»)", "(«N» > «N»)", "(«N» >= «N»)", "(«N» == «N»)", "(«N» != «N»)", "(«D» < «D»)", "(«G» > «G»)", "(«M» >= «M»)", "(«T» == «T»)", "(«T» != «T»)", "(«U» == «T»)", "(«U» != «U»)", "(«U» == «U»)", "(«U» == null)", "(«U» is null)", "(«U» is not null)",
            "(«P» > «N»)", "(«P» == «P»)", "(«P» != «P»)", "(«P» <= «P»)", "(«P») is > 2", "(«P») is not 5", "(«P»).HasValue", "(«T»).StartsWith(«T», StringComparison.Ordinal)", "(«T»).EndsWith(«T», StringComparison.Ordinal)", "(«T»).StartsWith(\"TEST\")", "(«T»).EndsWith(\"1\")", "(«T»).Contains(«T»)", "(«T»).Contains('T')", "(«T»).Equals(«T»)", "string.Equals(«T», «U»)",
            "string.IsNullOrEmpty(«U»)", "string.IsNullOrWhiteSpace(«U»)", "(«L»).Any()", "(«L»).Any(%s => «B»)", "(«L»).All(%s => «B»)", "(«I»).Any(%n => «B»)", "(«I»).All(%n => «B»)", "(«S»).Any(%l => «B»)", "(«A»).Any(%a => «B»)", "(«L»).Contains(«T»)", "(«I»).Contains(«N»)", "o.Remarks.Contains(«U»)", "o.Tags.ContainsKey(«T»)", "o.Tags.Any()", "o.Tags.Keys.Contains(«T»)", "o.Lines.Exists(%l => «B»)",
            "((«N») is > 1 and < 9 or 0)", "(«T» is \"TEST\" or \"\")", "o is { Paid: true, Quantity: > 0 }", "o.Ship is { City: \"\" }", "o.Ship is { Street: not null, Floor: > 0 }", "o.Skus is { Length: 0 }", "o.Counts is { Count: > 0 }", "(«E» == «E»)", "(«E» != «E»)", "o.Color == Color.Red", "o.Color is Color.Green", "(«C» == «C»)", "(«C» >= «C»)", "(«C») is >= 'a' and <= 'z'", "(o.Id[0] == «C»)", "char.IsAsciiDigit(«C»)", "char.IsAsciiLetter(«C»)", "char.IsWhiteSpace(«C»)",
            "(«O» < «O»)", "(«O» == «O»)", "(«O» != «O»)", "(o.Due > «O»)", "(o.Due == o.Placed)", "(«O» - «O» > TimeSpan.FromHours(1))", "(«Y» < «Y»)", "(«Y» == «Y»)", "((«B») == («B»))", "(«B» ? «B» : «B»)", "(o.Key == Guid.Empty)", "(o.Checked == null)", "(o.Note?.Contains(«T») == true)", "(o.Note != null && o.Note.Length > 1)", "(o.Ship != null && o.Ship.City == «T»)", "(o.Ship == null || o.Ship.Street == null)", "(o.Ratio > «D»)", "(o.Maybe?.Length > 0)",
        ],
        ['C'] = ["o.Id[0]", "(«T»)[«N»]", "(«T»)[^1]", "(«B» ? «C» : «C»)"],
        ['L'] =
        [
            "(«L»).Where(%s => «B»)", "(«L»).Select(%s => «T»)", "(«L»).Distinct()", "(«L»).OrderBy(%s => %.Length)", "(«L»).OrderBy(%s => %, StringComparer.Ordinal)", "(«L»).OrderByDescending(%s => %.Length).ThenBy(%s => %, StringComparer.Ordinal)", "(«L»).Concat(«L»)", "(«L»).Append(«T»)", "(«L»).Prepend(«T»)", "(«L»).Skip(1)", "(«L»).Take(2)", "(«L»).Skip(«N»)", "(«L»).Take(«N»)", "Enumerable.Reverse(«L»)", "(«L»).ToArray()", "(«L»).ToList()",
            "new[] { «T», «T» }", "new List<string> { «T» }", "(«S»).Select(%l => «T»)", "(«S»).Where(%l => «B»).Select(%l => %.Sku)", "(«S»).OrderBy(%l => %.Price).ThenByDescending(%l => %.Quantity).Select(%l => %.Sku)", "(«A»).SelectMany(%a => %.Shelves.Select(s => s.Sku))", "(«T»).Split('-')", "(«T»).Split(\"'\")", "(«T»).Split(' ', StringSplitOptions.RemoveEmptyEntries)", "o.Tags.Keys", "(«B» ? «L2» : «L2»)", "o.Remarks.Where(r => r != null).Select(r => r!)", "(«I»).Select(%n => «T»)",
        ],
        ['I'] =
        [
            "(«I»).Where(%n => «B»)", "(«I»).Select(%n => «N»)", "(«I»).Select((n, i) => n + i)", "(«I»).Where((n, i) => i > 0 && n > 0)", "(«I»).Distinct()", "(«I»).OrderBy(%n => %)", "(«I»).OrderByDescending(%n => «N»)", "(«I»).Concat(«I»)", "(«I»).Append(«N»)", "(«I»).Skip(1)", "(«I»).Take(«N»)", "(«S»).SelectMany(%l => %.Sizes)", "(«S»).Select(%l => «N»)", "new[] { «N», «N» }", "Enumerable.Reverse(«I»)", "o.Lines[0].Sizes", "o.Lines.Last().Sizes", "o.Rows[0]",
            "(«S»).First().Sizes", "o.Rows[«N»]",
        ],
        ['S'] = ["(«S»).Where(%l => «B»)", "(«S»).OrderBy(%l => «N»)", "(«S»).Skip(1)", "(«S»).Take(«N»)", "(«S»).Concat(«S»)", "Enumerable.Reverse(«S»)", "(«A»).SelectMany(%a => %.Shelves)", "o.Lines.FindAll(%l => «B»)", "o.Stops[0].Shelves"],
        ['A'] = ["(«A»).Where(%a => «B»)", "(«A»).OrderBy(%a => %.City, StringComparer.Ordinal)", "(«A»).Skip(«N»)"],
        ['E'] = ["(«B» ? «E» : «E»)"],
        ['O'] = ["(«O»).AddHours(2)", "(«O»).AddSeconds(«N»)", "(«O»).AddDays(-1)", "(«O») + TimeSpan.FromMinutes(90)", "(«O»).Subtract(TimeSpan.FromSeconds(«N»))", "(«O») - TimeSpan.FromDays(1)", "DateTimeOffset.FromUnixTimeSeconds(«N»)", "(«O»).ToUniversalTime()", "(«B» ? «O» : «O»)"],
        ['Y'] = ["(«B» ? «Y» : «Y»)"],
        ['P'] = ["(«P» ?? «P»)", "(«B» ? «P» : «N»)", "(int?)(«N»)", "(«S»).FirstOrDefault()?.Quantity", "(«U»)?.Length", "(«A»).FirstOrDefault()?.Floor", "o.Stops[0].Floor"],
        ['X'] =
        [
            "«N»", "«G»", "«D»", "«M»", "«T»", "«U»", "«B»", "«C»", "«L»", "«I»", "«S»", "«A»", "«E»", "«O»", "«Y»", "«P»", "new { n = «N», t = «U», b = «B», list = «L» }", "new Summary(«T», «N») { Note = «U» }", "new Summary(«T», 1) with { Count = «N» }", "new[] { «U», «T» }", "new object[] { «N», «T» }", "new[] { «P», «N» }", "new Dictionary<string, object?> { [\":v\"] = «N», [\"#n\"] = «U» }",
            "new Dictionary<string, string> { { \"k\", «T» } }", "(«S»).Select(%l => new { sku = %.Sku, n = «N», r = %.Remark })", "(«S»).Select(%l => %.Remark)", "(«I»).Select(%n => new Summary(«T», %))", "new[] { o.Numbers, new int[] { «N» } }", "(«S»).First()", "(«S»).FirstOrDefault()", "(«S»).LastOrDefault(%l => «B»)", "(«A»).First().Shelves", "(int[][])[o.Numbers, [«N», 2]]", "(string[])[«T», «T»]", "o.Ship!", "o.Ship ?? new Address(«T», «U», «P»)", "new { nested = new { a = «X» } }", "o with { Quantity = «N» }",
            "o.Ship with { City = «T» }", "o.Stops.Select(a => a with { Floor = 3 })", "new { a = o.Skus[0] }", "new[] { o.Skus[0] }", "(«B» ? o.Ship : null)", "o.Lines.Select(l => l.Sizes.FirstOrDefault())",
        ],
    };

    private readonly Random _random = new(seed);
    private readonly List<(char Type, string Name)> _parameters = [];
    private int _names;
    private int _parts;

    /// <summary>Every template and leaf there is.</summary>
    public static IEnumerable<string> All => Templates.Values.Concat(Leaves.Values).SelectMany(static t => t);

    /// <summary>Templates and leaves that the expressions up to now were made of.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    public string Next(int depth)
    {
        _parts = 0;
        _names = 0;
        return "(Order o) => " + Expression('X', depth + 1);
    }

    /// <summary>One small expression for each template and leaf that did not occur.</summary>
    public IEnumerable<string> Rest()
    {
        foreach (var template in All.Where(t => !Used.Contains(t)).ToArray())
        {
            _names = 0;
            Used.Add(template);
            yield return "(Order o) => " + Fill(template, 0);
        }
    }

    private string Expression(char type, int depth)
    {
        if (depth <= 0 || ++_parts > MostParts)
            return Leaf(type);
        var template = PickRare(Templates[type]);
        Used.Add(template);
        return Fill(template, depth - 1);
    }

    private string Fill(string template, int depth)
    {
        var text = new StringBuilder();
        var before = _parameters.Count;
        var name = "";
        for (var i = 0; i < template.Length; i++)
        {
            switch (template[i])
            {
                case '«':
                    var end = template.IndexOf('»', i);
                    text.Append(template[i + 1] switch
                    {
                        // A boolean as text, and lists of one type for both sides of a condition.
                        'B' when end == i + 3 => $"({Expression('B', depth)})",
                        'L' when end == i + 3 => $"({Expression('L', depth)}).ToArray()",
                        var type => Expression(type, depth),
                    });
                    i = end;
                    break;
                case '%' when template[i - 1] is '(' or ' ' && i + 1 < template.Length && template[i + 1] is 'l' or 's' or 'n' or 'a' && template[i + 2] == ' ':
                    name = template[i + 1] + (_names++).ToString(CultureInfo.InvariantCulture);
                    _parameters.Add((template[i + 1], name));
                    text.Append(name);
                    i++;
                    break;
                case '%' when name.Length > 0:
                    text.Append(name);
                    break;
                default:
                    text.Append(template[i]);
                    break;
            }
        }

        _parameters.RemoveRange(before, _parameters.Count - before);
        return text.ToString();
    }

    /// <summary>A leaf, often of a lambda's parameter.</summary>
    private string Leaf(char type)
    {
        var own = _parameters.SelectMany(p => Members(p.Type, p.Name, type)).ToArray();
        if (own.Length > 0 && _random.Next(2) == 0)
            return Pick(own);
        var leaf = PickRare(Leaves[type]);
        Used.Add(leaf);
        return leaf;
    }

    private static string[] Members(char parameter, string name, char type) => (parameter, type) switch
    {
        ('l', 'N') => [name + ".Quantity", name + ".Sizes.Length"],
        ('l', 'M') => [name + ".Price"],
        ('l', 'T') => [name + ".Sku"],
        ('l', 'U') => [name + ".Remark"],
        ('l', 'I') => [name + ".Sizes"],
        ('s', 'T' or 'U') => [name],
        ('s', 'N') => [name + ".Length"],
        ('n', 'N' or 'P') => [name],
        ('a', 'T') => [name + ".City"],
        ('a', 'U') => [name + ".Street"],
        ('a', 'P') => [name + ".Floor"],
        ('a', 'S') => [name + ".Shelves"],
        _ => [],
    };

    /// <summary>Often one that did not occur yet.</summary>
    private string PickRare(string[] choices)
    {
        string[] fresh = _random.Next(5) > 0 ? [.. choices.Where(c => !Used.Contains(c))] : [];
        return Pick(fresh.Length > 0 ? fresh : choices);
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
