namespace Serverless.Model.Validation.Definitions;

/// <summary>`{% … %}`: what makes a text of a definition an expression.</summary>
internal static class JsonataText
{
    public const string Open = "{%";

    public const string Close = "%}";

    public static bool IsExpression(string text) => text.Length >= 4 && text.StartsWith(Open, StringComparison.Ordinal) && text.EndsWith(Close, StringComparison.Ordinal);

    /// <summary>Long expressions are cut in messages.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "…";

    /// <summary>The expression, with the blanks around it.</summary>
    public static string Inner(string text) => text.Substring(2, text.Length - 4);
}
