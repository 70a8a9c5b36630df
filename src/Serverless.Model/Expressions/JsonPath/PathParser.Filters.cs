namespace Serverless.Model.Expressions.JsonPath;

/// <content>Filters: `[?(@.price &lt; 10 &amp;&amp; @.isbn)]`.</content>
internal sealed partial class PathParser
{
    private PathFilter ReadFilter()
    {
        _position++;
        SkipBlanks();
        if (Current != '(')
            throw Fault(_position, IsAtEnd ? 0 : 1, "a filter stands in parentheses: '[?(@.price < 10)]'");
        _position++;
        var filter = ReadOr();
        SkipBlanks();
        if (Current != ')')
            throw Fault(_position, IsAtEnd ? 0 : 1, "')' is missing at the end of the filter");
        _position++;
        return filter;
    }

    private PathFilter ReadOr()
    {
        var left = ReadAnd();
        while (SkipPair("||"))
            left = new LogicalFilter(isAnd: false, left, ReadAnd());
        return left;
    }

    private PathFilter ReadAnd()
    {
        var left = ReadTerm();
        while (SkipPair("&&"))
            left = new LogicalFilter(isAnd: true, left, ReadTerm());
        return left;
    }

    private PathFilter ReadTerm()
    {
        SkipBlanks();
        if (++_depth > Deepest)
            throw Fault(_position, 1, "the filter is nested too deep");
        PathFilter term;
        if (Current == '!')
        {
            _position++;
            term = new NegatedFilter(ReadTerm());
        }
        else if (Skip('('))
        {
            term = ReadOr();
            SkipBlanks();
            if (!Skip(')'))
                throw Fault(_position, IsAtEnd ? 0 : 1, "')' is missing here");
        }
        else
        {
            term = ReadComparison();
        }

        _depth--;
        return term;
    }

    private PathFilter ReadComparison()
    {
        var left = ReadOperand();
        SkipBlanks();
        var start = _position;
        if (ReadOperator() is not { } comparison)
        {
            if (Current is '=' or '<' or '>' or '~' || char.IsLetter(Current))
                throw Fault(start, 1, "the operators of a filter are ==, !=, <, <=, >, >=, && and ||");
            return left is DataPath path ? new ExistsFilter(path) : throw Fault(left.Position, left.Length, "a constant alone is no condition");
        }

        SkipBlanks();
        return new ComparisonFilter(left, comparison, ReadOperand());
    }

    private PathExpression ReadOperand()
    {
        SkipBlanks();
        switch (Current)
        {
            case '@' or '$':
                return ReadPath();
            case '\'' or '"':
                var start = _position;
                var text = ReadQuoted();
                return new PathLiteral(start, _position - start, PathLiteralKind.Text, text);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                return ReadWord() ?? throw Fault(_position, IsAtEnd ? 0 : 1, "a filter compares members of the element, '@.name', with constants");
        }
    }

    private PathComparison? ReadOperator()
    {
        if (SkipPair("=="))
            return PathComparison.Equal;
        if (SkipPair("!="))
            return PathComparison.NotEqual;
        if (SkipPair("<="))
            return PathComparison.LessOrEqual;
        if (SkipPair(">="))
            return PathComparison.GreaterOrEqual;
        if (Skip('<'))
            return PathComparison.Less;
        return Skip('>') ? PathComparison.Greater : null;
    }

    private bool SkipPair(string pair)
    {
        SkipBlanks();
        if (string.CompareOrdinal(_text, _position, pair, 0, 2) != 0)
            return false;
        _position += 2;
        return true;
    }
}
