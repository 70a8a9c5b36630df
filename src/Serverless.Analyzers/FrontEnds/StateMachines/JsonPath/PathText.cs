using System.Globalization;
using System.Text;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

internal enum PathTextKind
{
    /// <summary>A path: `$.order.id`.</summary>
    Path,

    /// <summary>A call of an intrinsic function.</summary>
    Call,

    /// <summary>A constant as the argument of a function.</summary>
    Literal,
}

/// <summary>A piece of JSONPath: what stands under a key that ends in `.$`, or as argument of an intrinsic function.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsMany">True for a path that may lead to several places: it gives a list, and steps behind it are taken from each element.</param>
internal readonly record struct PathText(string Text, PathTextKind Kind, bool IsMany = false)
{
    /// <summary>Stands where something was refused.</summary>
    public static PathText None { get; } = new("null", PathTextKind.Literal);

    public static PathText Path(string text) => new(text, PathTextKind.Path);

    public static PathText Number(string text) => new(text, PathTextKind.Literal);

    public static PathText Number(long number) => Number(number.ToString(CultureInfo.InvariantCulture));

    public static PathText Call(string function, params PathText[] arguments) =>
        new("States." + function + "(" + string.Join(", ", arguments.Select(static a => a.Text)) + ")", PathTextKind.Call);

    /// <summary>A text in quotes; braces, quotes and backslashes are reserved in functions.</summary>
    public static PathText String(string value) => new("'" + Escape(value) + "'", PathTextKind.Literal);

    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is '\'' or '\\' or '{' or '}')
                text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>A member of an object; of each element when this leads to many.</summary>
    public PathText Member(string name) => this with { Text = Text + MemberStep(name) };

    /// <summary>`.name`, or in brackets where a plain name would not do.</summary>
    public static string MemberStep(string name)
    {
        var isPlain = name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
        return isPlain ? "." + name : "['" + name.Replace("\\", "\\\\").Replace("'", "\\'") + "']";
    }

    public PathText Element(int position) => this with { Text = Text + "[" + position.ToString(CultureInfo.InvariantCulture) + "]" };

    /// <summary>A step that leads to several places: `[*]`, `[1:]`, a filter.</summary>
    public PathText Many(string step) => new(Text + step, PathTextKind.Path, IsMany: true);
}
