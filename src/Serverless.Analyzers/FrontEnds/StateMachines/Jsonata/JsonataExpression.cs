using System.Globalization;
using System.Text;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>
/// A piece of JSONata text with the binding power of its outermost operator: enough to put parentheses where the grammar needs them and
/// nowhere else. Text instead of a tree, because nothing ever looks into an expression again.
/// </summary>
/// <param name="Text">One line of JSONata.</param>
/// <param name="Power">Binding power of the outermost operator; see the constants.</param>
internal readonly record struct JsonataExpression(string Text, int Power)
{
    /// <summary>`? :`</summary>
    public const int Conditional = 20;

    public const int Or = 25;

    public const int And = 30;

    /// <summary>`= != &lt; &lt;= &gt; &gt;= in`, one level, left to right.</summary>
    public const int Comparison = 40;

    /// <summary>`+ - &amp;`: string concatenation has the level of addition.</summary>
    public const int Additive = 50;

    public const int Multiplicative = 60;

    public const int Negation = 70;

    /// <summary>Literals, variables, paths, calls, constructors.</summary>
    public const int Primary = 100;

    /// <summary>Functions that hand nothing on when their first argument is nothing; what else they get must be a value.</summary>
    private static readonly HashSet<string> Transparent = new(
        ("abs average ceil contains floor formatBase fromMillis join length lookup lowercase max min not number pad power replace round split sqrt "
        + "string substring substringBefore sum toMillis uppercase").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Operators that turn nothing into a value: false, or an empty text.</summary>
    private static readonly HashSet<string> Swallowing = new(["=", "!=", "and", "or", "in", "&"], StringComparer.Ordinal);

    /// <summary>What it means in C# when the expression yields nothing.</summary>
    public Absence Absence { get; init; }

    /// <summary>True for a list that a function calculates which may fail: C# calculates it element by element, as far as it is read.</summary>
    public bool IsLate { get; init; }

    /// <summary>True when evaluating the text may fail though its data is as declared.</summary>
    public bool MayFail => Text.Contains("$error(") || Text.Contains("$single(") || Text.Contains("$sqrt(") || Text.Contains("$power(");

    public static JsonataExpression True => new("true", Primary);

    public static JsonataExpression False => new("false", Primary);

    public static JsonataExpression Null => new("null", Primary);

    public static JsonataExpression Variable(string name) => new("$" + name, Primary);

    /// <summary>A string literal. Single quotes spare the JSON around it; the grammar knows no escape for a single quote but its code.</summary>
    public static JsonataExpression String(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('\'');
        foreach (var c in value)
        {
            switch (c)
            {
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\'' or < ' ' or '\u007f' or '\u2028' or '\u2029':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return new JsonataExpression(text.Append('\'').ToString(), Primary);
    }

    /// <summary>A number as JSON writes it; a negative one is an operator applied to a number.</summary>
    public static JsonataExpression Number(string text) => new(text, text.StartsWith("-", StringComparison.Ordinal) ? Negation : Primary);

    /// <summary>Fails the execution, as the exception would that C# throws here.</summary>
    public static JsonataExpression Error(string message) => new("$error(" + String(message).Text + ")", Primary);

    /// <summary>`$name(arguments)`</summary>
    public static JsonataExpression Call(string function, params JsonataExpression[] arguments)
    {
        var text = new StringBuilder("$").Append(function).Append('(');
        var absence = Absence.Never;
        var isLate = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (i == 0 && argument.Absence == Absence.Fault && Transparent.Contains(function))
                absence = Absence.Fault;
            else
                argument = argument.Solid();
            isLate |= argument.IsLate;
            text.Append(i == 0 ? "" : ", ").Append(argument.Text);
        }

        return new JsonataExpression(text.Append(')').ToString(), Primary) { Absence = absence, IsLate = isLate };
    }

    /// <summary>`left op right`, left-associative.</summary>
    public static JsonataExpression Binary(JsonataExpression left, string op, JsonataExpression right, int power)
    {
        if (Swallowing.Contains(op))
            (left, right) = (left.Solid(), right.Solid());
        return new JsonataExpression(left.AtLeast(power) + " " + op + " " + right.AtLeast(power + 1), power) { Absence = OrFault(left, right) };
    }

    public static JsonataExpression Choose(JsonataExpression condition, JsonataExpression then, JsonataExpression otherwise)
    {
        var absence = then.Absence == otherwise.Absence ? then.Absence : OrFault(then, otherwise);
        if (then.Absence == Absence.Null || otherwise.Absence == Absence.Null)
            (absence, then, otherwise) = (Absence.Null, then.Solid(), otherwise.Solid());
        return new JsonataExpression(condition.Solid().AtLeast(Conditional + 1) + " ? " + then.AtLeast(Conditional + 1) + " : " + otherwise.AtLeast(Conditional), Conditional)
        {
            Absence = absence,
            IsLate = then.IsLate || otherwise.IsLate,
        };
    }

    public static JsonataExpression Not(JsonataExpression operand) => Call("not", operand);

    /// <summary>`[ … ]`: keeps a sequence of one element a list, and does not nest a list.</summary>
    public static JsonataExpression List(JsonataExpression sequence) => new("[" + sequence.Solid().Text + "]", Primary) { IsLate = sequence.IsLate };

    /// <summary>A member of an object. The grammar has no way to write a backtick within a name.</summary>
    public JsonataExpression Member(string name) => name.IndexOf('`') >= 0 || name.Length == 0
        ? Call("lookup", this, String(name))
        : new JsonataExpression(AtLeast(Primary) + "." + Name(name), Primary) { Absence = Absence };

    /// <summary>An element of a list, nothing outside of it. A list constructor at the start of a path would be a step of it, so it gets parentheses.</summary>
    public JsonataExpression Element(JsonataExpression index) =>
        new((Text[0] == '[' ? "(" + Text + ")" : AtLeast(Primary)) + "[" + index.Solid().Text + "]", Primary) { Absence = Absence.Fault };

    /// <summary>The expression for a place that would take nothing for a value: fails instead where C# throws.</summary>
    public JsonataExpression Solid() => Absence == Absence.Fault
        ? new JsonataExpression("($it_ := " + Text + "; $exists($it_) ? $it_ : " + Error("there is no such value").Text + ")", Primary)
        : this;

    /// <summary>The expression for a place that needs a value even where C# has null.</summary>
    public JsonataExpression OrNull() => Absence == Absence.Null
        ? Choose(Binary(this with { Absence = Absence.Never }, "!=", Null, Comparison), this with { Absence = Absence.Never }, Null)
        : this;

    /// <summary>The text, in parentheses when its outermost operator binds weaker than <paramref name="power"/>.</summary>
    public string AtLeast(int power) => Power >= power ? Text : "(" + Text + ")";

    /// <summary>A field name; everything that is not a plain word, and every word of the grammar, is quoted.</summary>
    public static string Name(string name)
    {
        var isPlain = name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
        return isPlain && name is not ("and" or "or" or "in" or "true" or "false" or "null" or "function") ? name : "`" + name + "`";
    }

    private static Absence OrFault(JsonataExpression left, JsonataExpression right) =>
        left.Absence == Absence.Fault || right.Absence == Absence.Fault ? Absence.Fault : Absence.Never;
}
