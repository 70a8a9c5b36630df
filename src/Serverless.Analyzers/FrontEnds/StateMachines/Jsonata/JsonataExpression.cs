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

    /// <summary>`$name(arguments)`</summary>
    public static JsonataExpression Call(string function, params JsonataExpression[] arguments) =>
        new("$" + function + "(" + string.Join(", ", arguments.Select(static a => a.Text)) + ")", Primary);

    /// <summary>`left op right`, left-associative.</summary>
    public static JsonataExpression Binary(JsonataExpression left, string op, JsonataExpression right, int power) =>
        new(left.AtLeast(power) + " " + op + " " + right.AtLeast(power + 1), power);

    public static JsonataExpression Choose(JsonataExpression condition, JsonataExpression then, JsonataExpression otherwise) =>
        new(condition.AtLeast(Conditional + 1) + " ? " + then.AtLeast(Conditional + 1) + " : " + otherwise.AtLeast(Conditional), Conditional);

    public static JsonataExpression Not(JsonataExpression operand) => Call("not", operand);

    /// <summary>`[ … ]`: keeps a sequence of one element a list, and does not nest a list.</summary>
    public static JsonataExpression List(JsonataExpression sequence) => new("[" + sequence.Text + "]", Primary);

    /// <summary>A member of an object.</summary>
    public JsonataExpression Member(string name) => new(AtLeast(Primary) + "." + Name(name), Primary);

    /// <summary>An element of a list. A list constructor at the start of a path would be a step of it, so it gets parentheses.</summary>
    public JsonataExpression Element(JsonataExpression index) =>
        new((Text[0] == '[' ? "(" + Text + ")" : AtLeast(Primary)) + "[" + index.Text + "]", Primary);

    /// <summary>The text, in parentheses when its outermost operator binds weaker than <paramref name="power"/>.</summary>
    public string AtLeast(int power) => Power >= power ? Text : "(" + Text + ")";

    /// <summary>A field name; everything that is not a plain word, and every word of the grammar, is quoted.</summary>
    public static string Name(string name)
    {
        var isPlain = name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
        return isPlain && name is not ("and" or "or" or "in" or "true" or "false" or "null" or "function") ? name : "`" + name + "`";
    }
}
