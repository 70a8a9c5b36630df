namespace Serverless.Model.Expressions.Jsonata;

/// <summary>
/// Reads JSONata 2.0.6, the language of <c>{% … %}</c> in Step Functions. Three entry points:
/// <list type="bullet">
/// <item><see cref="Parse"/>: text to expression, or the first fault with its place. Never throws for a text.</item>
/// <item><see cref="JsonataUses.Of"/>: which variables, functions and parts of the context an expression uses, and where.</item>
/// <item><see cref="JsonataFunctions"/>: the functions that exist and their signatures.</item>
/// </list>
/// </summary>
internal static class JsonataParser
{
    /// <summary>Parses the text between <c>{%</c> and <c>%}</c>. Positions count from the beginning of <paramref name="text"/>.</summary>
    public static JsonataParseResult Parse(string text)
    {
        try
        {
            return new JsonataParseResult(new JsonataTreeBuilder().Build(JsonataGrammar.Parse(text)), []);
        }
        catch (JsonataSyntaxException fault)
        {
            return new JsonataParseResult(null, [fault.Error]);
        }
        catch (InsufficientExecutionStackException)
        {
            return new JsonataParseResult(null, [new JsonataError("U1001", 0, text.Length, "The expression is nested too deeply")]);
        }
    }
}
