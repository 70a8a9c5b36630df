namespace Serverless.Runtime;

/// <summary>
/// Reads the routes as the generator wrote them. The text is UTF-8, so that it can stand in a literal; a number is three characters of
/// six bits each, from `0` on.
/// </summary>
/// <remarks>
/// <code>
/// text     = count root default key-offset* key* node*
/// key      = entry length bytes                  sorted by bytes: "GET /orders/{id}", "$default", "WS $connect"
/// node     = answers count (method route)* children count (child length bytes)* variable greedy
/// </code>
/// `root`, `child`, `variable` and `greedy` are offsets of nodes, 0 = none; `route` and `default` are places among the keys, `default`
/// one more than that, 0 = none. A greedy node has answers alone.
/// </remarks>
internal readonly ref struct RouteTreeText(ReadOnlySpan<byte> text)
{
    private const int NumberLength = 3;

    private readonly ReadOnlySpan<byte> _text = text;

    public int Root => Number(NumberLength);

    /// <summary>Place of `$default` among the keys; negative when there is none.</summary>
    public int Default => Number(2 * NumberLength) - 1;

    private int Count => Number(0);

    public int EntryOf(int route) => Number(KeyOffset(route));

    /// <summary>Place of a key that an API named; negative when it is none of the function's.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Key(middle).SequenceCompareTo(key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return RouteTree.NotFound;
    }

    /// <summary>The route below a node that takes the rest of a path, which starts after a slash.</summary>
    /// <param name="node">Where.</param>
    /// <param name="rest">What is left; every step takes one segment.</param>
    /// <param name="method">Letter of the request's method.</param>
    /// <param name="allowed">Receives the methods of nodes that fit the path but not the method.</param>
    public int Match(int node, ReadOnlySpan<byte> rest, byte method, ref RouteMethods allowed) =>
        rest.IsEmpty && node == Root ? Answer(node, method, ref allowed) : MatchSegment(node, rest, method, ref allowed);

    private int MatchSegment(int node, ReadOnlySpan<byte> rest, byte method, ref RouteMethods allowed)
    {
        var slash = rest.IndexOf((byte)'/');
        var segment = slash < 0 ? rest : rest[..slash];
        var position = node + NumberLength + (Number(node) * (1 + NumberLength));
        var children = Number(position);
        position += NumberLength;
        for (; children > 0; children--)
        {
            var length = Number(position + NumberLength);
            if (PercentText.Equals(segment, _text.Slice(position + (2 * NumberLength), length)) && Below(Number(position), rest, slash, method, ref allowed) is >= 0 and var found)
                return found;
            position += (2 * NumberLength) + length;
        }

        if (Number(position) is > 0 and var variable && !segment.IsEmpty && Below(variable, rest, slash, method, ref allowed) is >= 0 and var any)
            return any;
        return Number(position + NumberLength) is > 0 and var greedy && !rest.IsEmpty ? Answer(greedy, method, ref allowed) : RouteTree.NotFound;
    }

    private int Below(int child, ReadOnlySpan<byte> rest, int slash, byte method, ref RouteMethods allowed) =>
        slash < 0 ? Answer(child, method, ref allowed) : MatchSegment(child, rest[(slash + 1)..], method, ref allowed);

    private int Answer(int node, byte method, ref RouteMethods allowed)
    {
        var any = RouteTree.NotFound;
        var position = node + NumberLength;
        for (var left = Number(node); left > 0; left--)
        {
            var code = _text[position];
            if (code == method)
                return Number(position + 1);
            if (code == RouteMethods.Any)
                any = Number(position + 1);
            else
                allowed.Add(code);
            position += 1 + NumberLength;
        }

        return any;
    }

    private ReadOnlySpan<byte> Key(int route)
    {
        var offset = KeyOffset(route);
        return _text.Slice(offset + (2 * NumberLength), Number(offset + NumberLength));
    }

    private int KeyOffset(int route) => Number((3 + route) * NumberLength);

    private int Number(int offset) => ((_text[offset] - '0') << 12) | ((_text[offset + 1] - '0') << 6) | (_text[offset + 2] - '0');
}
