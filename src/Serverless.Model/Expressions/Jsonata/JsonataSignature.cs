namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What the arguments of a function must be, as in <c>&lt;s-n?:s&gt;</c>.</summary>
internal sealed class JsonataSignature
{
    private JsonataSignature(string text, IReadOnlyList<JsonataParameter> parameters)
    {
        Text = text;
        Parameters = parameters;
    }

    /// <summary>As written, with the angle brackets.</summary>
    public string Text { get; }

    /// <summary>The parameters in order.</summary>
    public IReadOnlyList<JsonataParameter> Parameters { get; }

    /// <summary>Throws <see cref="JsonataSyntaxException"/> for types that do not go together.</summary>
    public static JsonataSignature Parse(string text, int position = 0)
    {
        var parameters = new List<JsonataParameter>();
        for (var i = 1; i < text.Length && text[i] != ':'; i++)
        {
            switch (text[i])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new JsonataParameter(text[i] + "m", false, null, false, false, false));
                    break;
                case 'a':
                    parameters.Add(new JsonataParameter("asnblfom", true, null, false, false, false));
                    break;
                case 'f':
                    parameters.Add(new JsonataParameter("f", false, null, false, false, false));
                    break;
                case 'j':
                    parameters.Add(new JsonataParameter("asnblom", false, null, false, false, false));
                    break;
                case 'x':
                    parameters.Add(new JsonataParameter("asnblfom", false, null, false, false, false));
                    break;
                case '(':
                    var end = Closing(text, i, '(', ')');
                    var choice = text.Substring(i + 1, end - i - 1);
                    if (choice.IndexOf('<') >= 0)
                        throw Fault("S0402", "A choice of types cannot have types of items");
                    parameters.Add(new JsonataParameter(choice + "m", false, null, false, false, false));
                    i = end;
                    break;
                case '<':
                    var last = parameters.Count - 1;
                    if (last < 0 || !(parameters[last].IsArray || parameters[last].Types == "f"))
                        throw Fault("S0401", "Only arrays and functions have types of items");
                    var close = Closing(text, i, '<', '>');
                    parameters[last] = parameters[last] with { ItemType = text.Substring(i + 1, close - i - 1) };
                    i = close;
                    break;
                case '?' when parameters.Count > 0:
                    parameters[parameters.Count - 1] = parameters[parameters.Count - 1] with { IsOptional = true };
                    break;
                case '+' when parameters.Count > 0:
                    parameters[parameters.Count - 1] = parameters[parameters.Count - 1] with { IsMany = true };
                    break;
                case '-' when parameters.Count > 0:
                    parameters[parameters.Count - 1] = parameters[parameters.Count - 1] with { IsOptional = true, IsContext = true };
                    break;
            }
        }

        return new JsonataSignature(text, parameters);

        JsonataSyntaxException Fault(string code, string message) => JsonataSyntaxException.At(code, position, text.Length, message);
    }

    private static int Closing(string text, int start, char open, char close)
    {
        var depth = 1;
        var i = start;
        while (++i < text.Length)
        {
            if (text[i] == close && --depth == 0)
                return i;
            if (text[i] == open)
                depth++;
        }

        return text.Length - 1;
    }
}
