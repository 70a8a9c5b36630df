using System.ComponentModel;

namespace Serverless.Runtime;

/// <summary>Part of a request that a fault was found in.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum RequestPart
{
    /// <summary>A route variable.</summary>
    Path,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The JSON body; the name is a JSON pointer.</summary>
    Body,

    /// <summary>What an authorizer or a stage said, which the caller cannot change.</summary>
    Context,
}

/// <summary>One thing that is wrong with a request.</summary>
internal readonly record struct RequestFault(RequestPart Part, string Name, string Detail);

/// <summary>
/// Everything that is wrong with one request: a caller who must fix three fields should hear of three. Costs nothing while
/// nothing is wrong.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RequestFaults
{
    /// <summary>More than this says nothing new, and a hostile body must not grow the answer without bound.</summary>
    private const int Most = 64;

    private List<RequestFault>? _faults;

    /// <summary>How many there are.</summary>
    public readonly int Count => _faults?.Count ?? 0;

    /// <summary>False once nothing more is recorded, so that lists need not be walked further.</summary>
    public readonly bool HasRoom => Count < Most;

    internal readonly IReadOnlyList<RequestFault> All => _faults ?? [];

    /// <summary>Adds a fault.</summary>
    /// <param name="part">Where.</param>
    /// <param name="name">Name of the parameter, or pointer inside the body (`/lines/0`).</param>
    /// <param name="detail">A sentence for the caller that does not repeat the value.</param>
    public void Add(RequestPart part, string name, string detail)
    {
        if (HasRoom)
            (_faults ??= []).Add(new RequestFault(part, name, detail));
    }

    /// <summary>Puts a member's name before the pointers of the faults that were found below it.</summary>
    public readonly void Prefix(int mark, string member)
    {
        for (var i = mark; i < Count; i++)
            _faults![i] = _faults[i] with { Name = "/" + Pointer(member) + _faults[i].Name };
    }

    /// <summary>The same for an element of a list.</summary>
    public readonly void Prefix(int mark, string member, int index)
    {
        if (mark < Count)
            Prefix(mark, member + "/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture), escape: false);
    }

    /// <summary>The same for a value of a dictionary.</summary>
    public readonly void Prefix(int mark, string member, string key)
    {
        if (mark < Count)
            Prefix(mark, member + "/" + Pointer(key.Length > 64 ? key[..64] : key), escape: false);
    }

    private readonly void Prefix(int mark, string path, bool escape)
    {
        for (var i = mark; i < Count; i++)
            _faults![i] = _faults[i] with { Name = "/" + (escape ? Pointer(path) : path) + _faults[i].Name };
    }

    private static string Pointer(string member) => member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
