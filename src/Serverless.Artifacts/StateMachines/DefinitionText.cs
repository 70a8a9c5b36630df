using System.Text;

namespace Serverless.Artifacts;

/// <summary>
/// Text inside a definition. `${` belongs to the deployment's substitutions there, so text that happens to hold it is
/// written in an equal form without it, and expressions stay on one line, where every tool reads them.
/// </summary>
internal static class DefinitionText
{
    /// <summary>`{% … %}` around a JSONata expression.</summary>
    public static string Expression(string jsonata)
    {
        var text = new StringBuilder(jsonata.Length + 6).Append("{% ");
        var quote = '\0';
        for (var i = 0; i < jsonata.Length; i++)
        {
            var c = jsonata[i];
            if (quote != '\0' && c == '\\' && i + 1 < jsonata.Length)
            {
                text.Append(c).Append(jsonata[++i]);
                continue;
            }

            if (c == '$' && i + 1 < jsonata.Length && jsonata[i + 1] == '{')
            {
                text.Append(quote is '"' or '\'' ? $"${quote} & {quote}" : "$ ");
                continue;
            }

            if (c is '"' or '\'' or '`')
                quote = quote == '\0' ? c : quote == c ? '\0' : quote;
            text.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return text.Append(" %}").ToString();
    }

    /// <summary>A constant in a JSONata machine. Text that would read as an expression or a substitution becomes an expression that yields it.</summary>
    public static string JsonataConstant(string text) =>
        text.Contains("${") || text.StartsWith("{%", StringComparison.Ordinal) ? Expression(Model.Json.JsonWriter.Quote(text)) : text;

    /// <summary>A comment: nobody computes with it, so a space is enough.</summary>
    public static string Comment(string text) => text.Replace("${", "$ {");
}
