using System.Runtime.CompilerServices;

namespace Serverless.Model.Expressions.Jsonata;

/// <summary>
/// Top-down operator precedence. One pass, linear in the length of the text.
/// </summary>
internal sealed class JsonataGrammar
{
    /// <summary>Calls of <see cref="Expression"/> inside each other: parentheses, arguments, prefixes.</summary>
    private const int DeepestNesting = 250;

    /// <summary>Levels of the tree, which a chain of operators makes without nesting.</summary>
    private const int DeepestTree = 1000;

    private readonly JsonataLexer _lexer;
    private JsonataToken _token;
    private int _lastEnd;
    private int _nesting;

    private JsonataGrammar(string text)
    {
        _lexer = new JsonataLexer(text);
        Advance(afterOperand: false);
    }

    /// <summary>Throws <see cref="JsonataSyntaxException"/> at the first fault.</summary>
    public static JsonataSyntax Parse(string text)
    {
        var grammar = new JsonataGrammar(text);
        var expression = grammar.Expression(0);
        if (grammar._token.Kind != JsonataTokenKind.End)
            throw Unexpected(grammar._token);
        return expression;
    }

    private static JsonataSyntaxException Unexpected(JsonataToken token)
        => JsonataSyntaxException.At("S0201", token.Start, token.End - token.Start, $"'{Show(token)}' is not expected here");

    private static string Show(JsonataToken token) => token.Kind == JsonataTokenKind.Variable ? "$" + token.Text : token.Text;

    private void Advance(bool afterOperand)
    {
        _lastEnd = _token.End;
        _token = _lexer.Next(afterOperand);
    }

    private void Expect(string symbol, bool afterOperand = false)
    {
        if (!_token.Is(symbol))
        {
            throw _token.Kind == JsonataTokenKind.End
                ? JsonataSyntaxException.At("S0203", _token.Start, 0, $"'{symbol}' is expected before the end of the expression")
                : JsonataSyntaxException.At("S0202", _token.Start, _token.End - _token.Start, $"'{symbol}' is expected, not '{Show(_token)}'");
        }

        Advance(afterOperand);
    }

    private bool TryTake(string symbol)
    {
        if (!_token.Is(symbol))
            return false;
        Advance(afterOperand: false);
        return true;
    }

    private JsonataSyntax Finish(JsonataSyntax node)
    {
        node.End = Math.Max(_lastEnd, node.Start);
        var depth = Math.Max(Depth(node.Left), Math.Max(Depth(node.Right), Depth(node.Third)));
        foreach (var item in node.Items)
            depth = Math.Max(depth, item.Depth);
        foreach (var value in node.Values)
            depth = Math.Max(depth, value.Depth);
        node.Depth = depth + 1;
        if (node.Depth > DeepestTree)
            throw TooDeep(node.Start);
        return node;
    }

    private static int Depth(JsonataSyntax? node) => node?.Depth ?? 0;

    private static JsonataSyntaxException TooDeep(int position) => JsonataSyntaxException.At("U1001", position, 1, "The expression is nested too deeply");

    private JsonataSyntax Expression(int strength)
    {
        if (++_nesting > DeepestNesting)
            throw TooDeep(_token.Start);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var token = _token;
        Advance(afterOperand: true);
        var left = Prefix(token);
        while (strength < Strength(_token))
        {
            var symbol = _token;
            Advance(afterOperand: false);
            left = Infix(left, symbol);
        }

        _nesting--;
        return left;
    }

    private static int Strength(JsonataToken token)
    {
        if (token.Kind != JsonataTokenKind.Operator)
            return 0;
        return token.Text switch
        {
            "@" or "#" or "[" or "(" => 80,
            "." => 75,
            "{" => 70,
            "*" or "/" or "%" => 60,
            "+" or "-" or "&" => 50,
            "=" or "!=" or "<" or "<=" or ">" or ">=" or "~>" or "^" or "in" => 40,
            "and" => 30,
            "or" => 25,
            "?" => 20,
            ":=" => 10,
            "!" or "~" => throw Unknown(token),
            _ => 0,
        };
    }

    private static JsonataSyntaxException Unknown(JsonataToken token)
        => JsonataSyntaxException.At("S0204", token.Start, 1, $"The operator '{token.Text}' does not exist");

    private JsonataSyntax Prefix(JsonataToken token)
    {
        var start = token.Start;
        switch (token.Kind)
        {
            case JsonataTokenKind.End:
                return Leaf(JsonataSyntaxKind.End, token);
            case JsonataTokenKind.Name:
                return Leaf(JsonataSyntaxKind.Name, token);
            case JsonataTokenKind.Variable:
                return Leaf(JsonataSyntaxKind.Variable, token);
            case JsonataTokenKind.Regex:
                return Leaf(JsonataSyntaxKind.Regex, token, token.Value);
            case JsonataTokenKind.String:
                return Leaf(JsonataSyntaxKind.Literal, token, token.Text);
            case JsonataTokenKind.Number or JsonataTokenKind.Constant:
                return Leaf(JsonataSyntaxKind.Literal, token, token.Value);
        }

        switch (token.Text)
        {
            case "and" or "or" or "in":
                return Leaf(JsonataSyntaxKind.Name, token);
            case "*":
                return Leaf(JsonataSyntaxKind.Wildcard, token);
            case "**":
                return Leaf(JsonataSyntaxKind.Descendants, token);
            case "%":
                return Leaf(JsonataSyntaxKind.Parent, token);
            case "-":
                return Finish(new JsonataSyntax(JsonataSyntaxKind.Negate, start) { Left = Expression(70) });
            case "(":
                return Block(start);
            case "[":
                return Array(start);
            case "{":
                return Members(new JsonataSyntax(JsonataSyntaxKind.Object, start));
            case "|":
                return Transform(start);
            case "!" or "~":
                throw Unknown(token);
            default:
                throw JsonataSyntaxException.At("S0211", start, token.End - start, $"'{token.Text}' cannot begin an operand");
        }
    }

    private static JsonataSyntax Leaf(JsonataSyntaxKind kind, JsonataToken token, object? value = null)
        => new(kind, token.Start) { End = token.End, Text = token.Text, Value = value, Depth = 1 };

    private JsonataSyntax Block(int start)
    {
        var node = new JsonataSyntax(JsonataSyntaxKind.Block, start);
        while (!_token.Is(")"))
        {
            node.Items.Add(Expression(0));
            if (!TryTake(";"))
                break;
        }

        Expect(")", afterOperand: true);
        return Finish(node);
    }

    private JsonataSyntax Array(int start)
    {
        var node = new JsonataSyntax(JsonataSyntaxKind.Array, start);
        if (!_token.Is("]"))
        {
            do
            {
                var item = Expression(0);
                if (TryTake(".."))
                    item = Finish(new JsonataSyntax(JsonataSyntaxKind.Range, item.Start) { Left = item, Right = Expression(0) });
                node.Items.Add(item);
            }
            while (TryTake(","));
        }

        Expect("]", afterOperand: true);
        return Finish(node);
    }

    private JsonataSyntax Members(JsonataSyntax node)
    {
        if (!_token.Is("}"))
        {
            do
            {
                node.Items.Add(Expression(0));
                Expect(":");
                node.Values.Add(Expression(0));
            }
            while (TryTake(","));
        }

        Expect("}", afterOperand: true);
        return Finish(node);
    }

    private JsonataSyntax Transform(int start)
    {
        var node = new JsonataSyntax(JsonataSyntaxKind.Transform, start) { Left = Expression(0) };
        Expect("|");
        node.Right = Expression(0);
        if (TryTake(","))
            node.Third = Expression(0);
        Expect("|");
        return Finish(node);
    }

    private JsonataSyntax Infix(JsonataSyntax left, JsonataToken symbol)
    {
        switch (symbol.Text)
        {
            case "(":
                return Call(left);
            case "[":
                return Filter(left);
            case "{":
                return Members(new JsonataSyntax(JsonataSyntaxKind.GroupBy, left.Start) { Left = left });
            case "^":
                return Sort(left);
            case "?":
                return Condition(left);
            case ":=":
                if (left.Kind != JsonataSyntaxKind.Variable)
                    throw JsonataSyntaxException.At("S0212", left.Start, left.End - left.Start, "Only a variable can be assigned to");
                return Finish(new JsonataSyntax(JsonataSyntaxKind.Bind, left.Start) { Text = left.Text, Left = Expression(9) });
            case "@" or "#":
                var variable = Expression(80);
                if (variable.Kind != JsonataSyntaxKind.Variable)
                    throw JsonataSyntaxException.At("S0214", variable.Start, variable.End - variable.Start, $"'{symbol.Text}' must be followed by a variable");
                var kind = symbol.Text == "@" ? JsonataSyntaxKind.Focus : JsonataSyntaxKind.Index;
                return Finish(new JsonataSyntax(kind, left.Start) { Text = variable.Text, Left = left });
            case ".":
                return Finish(new JsonataSyntax(JsonataSyntaxKind.Map, left.Start) { Left = left, Right = Expression(75) });
            case "~>":
                return Finish(new JsonataSyntax(JsonataSyntaxKind.Apply, left.Start) { Left = left, Right = Expression(40) });
            default:
                return Finish(new JsonataSyntax(JsonataSyntaxKind.Binary, left.Start) { Text = symbol.Text, Left = left, Right = Expression(Strength(symbol)) });
        }
    }

    private JsonataSyntax Filter(JsonataSyntax left)
    {
        if (_token.Is("]"))
        {
            var operand = left;
            while (operand.Kind == JsonataSyntaxKind.Filter)
                operand = operand.Left!;
            operand.KeepArray = true;
            Expect("]");
            return left;
        }

        var node = new JsonataSyntax(JsonataSyntaxKind.Filter, left.Start) { Left = left, Right = Expression(0) };
        Expect("]", afterOperand: true);
        return Finish(node);
    }

    private JsonataSyntax Sort(JsonataSyntax left)
    {
        var node = new JsonataSyntax(JsonataSyntaxKind.Sort, left.Start) { Left = left };
        Expect("(");
        do
        {
            var descending = false;
            if (!TryTake("<"))
                descending = TryTake(">");
            var key = Expression(0);
            node.Items.Add(Finish(new JsonataSyntax(JsonataSyntaxKind.Block, key.Start) { Left = key, Flag = descending }));
        }
        while (TryTake(","));
        Expect(")");
        return Finish(node);
    }

    private JsonataSyntax Condition(JsonataSyntax left)
    {
        var node = new JsonataSyntax(JsonataSyntaxKind.Condition, left.Start) { Left = left, Right = Expression(0) };
        if (TryTake(":"))
            node.Third = Expression(0);
        return Finish(node);
    }

    private JsonataSyntax Call(JsonataSyntax left)
    {
        var isPartial = false;
        var arguments = new List<JsonataSyntax>();
        if (!_token.Is(")"))
        {
            do
            {
                if (_token.Is("?"))
                {
                    isPartial = true;
                    arguments.Add(Leaf(JsonataSyntaxKind.Placeholder, _token));
                    Advance(afterOperand: false);
                }
                else
                {
                    arguments.Add(Expression(0));
                }
            }
            while (TryTake(","));
        }

        Expect(")", afterOperand: true);
        if (left.Kind == JsonataSyntaxKind.Name && left.Text is "function" or "\u03BB")
            return Lambda(left, arguments);
        var node = new JsonataSyntax(JsonataSyntaxKind.Call, left.Start) { Left = left, Flag = isPartial };
        node.Items.AddRange(arguments);
        return Finish(node);
    }

    private JsonataSyntax Lambda(JsonataSyntax left, List<JsonataSyntax> parameters)
    {
        var node = new JsonataSyntax(JsonataSyntaxKind.Lambda, left.Start);
        foreach (var parameter in parameters)
        {
            if (parameter.Kind != JsonataSyntaxKind.Variable)
                throw JsonataSyntaxException.At("S0208", parameter.Start, parameter.End - parameter.Start, "A parameter of a function must be a variable");
            node.Items.Add(parameter);
        }

        if (_token.Is("<"))
            node.Signature = Signature();
        Expect("{");
        node.Left = Expression(0);
        Expect("}");
        return Finish(node);
    }

    private JsonataSignature Signature()
    {
        var start = _token.Start;
        var text = new System.Text.StringBuilder("<");
        var depth = 1;
        while (depth > 0 && !_token.Is("{") && _token.Kind != JsonataTokenKind.End)
        {
            Advance(afterOperand: false);
            if (_token.Is(">"))
                depth--;
            else if (_token.Is("<"))
                depth++;
            text.Append(_token.Text);
        }

        Expect(">");
        return JsonataSignature.Parse(text.ToString(), start);
    }
}
