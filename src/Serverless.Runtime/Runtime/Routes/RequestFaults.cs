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

    /// <summary>A field of a form.</summary>
    Form,
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

    /// <summary>Adds a fault of a member of the body.</summary>
    public void AddMember(string name, string detail) => Add(RequestPart.Body, "/" + Pointer(name), detail);

    /// <summary>Puts the name of a member before the pointers of the faults that were found inside it.</summary>
    public readonly void Prefix(int mark, string member)
    {
        for (var i = mark; i < Count; i++)
            _faults![i] = _faults[i] with { Name = "/" + Pointer(member) + _faults[i].Name };
    }

    /// <summary>The same for an item of a list.</summary>
    public readonly void Prefix(int mark, int index)
    {
        if (mark < Count)
            Prefix(mark, index.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The same for a value of a dictionary. Its key is the caller's own text, which is not repeated.</summary>
    public readonly void PrefixKey(int mark) => Prefix(mark, "*");

    /// <summary>A JSON pointer's escapes (RFC 6901).</summary>
    private static string Pointer(string member) => member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
