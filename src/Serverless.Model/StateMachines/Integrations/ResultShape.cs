namespace Serverless.Model;

/// <summary>What a member of an integration's result is, as far as anything is claimed about it.</summary>
internal enum ResultMemberKind
{
    /// <summary>Nothing is claimed.</summary>
    Any,

    /// <summary>DynamoDB's attribute values by name: `{ "id": { "S": "…" } }`.</summary>
    AttributeMap,
}

/// <summary>
/// The members that the result of an integration may have, in the service's spelling. The list is complete and not every member is always
/// there: what is not in it can be claimed to be missing, what is in it cannot be claimed to be present.
/// </summary>
internal sealed class ResultShape
{
    private readonly Dictionary<string, ResultMemberKind> _members;

    private ResultShape(IEnumerable<string> members, IEnumerable<string> attributeMaps)
    {
        _members = members.ToDictionary(static m => m, static _ => ResultMemberKind.Any, StringComparer.Ordinal);
        foreach (var name in attributeMaps)
            _members[name] = ResultMemberKind.AttributeMap;
    }

    public IEnumerable<string> Members => _members.Keys;

    public bool TryGet(string name, out ResultMemberKind kind) => _members.TryGetValue(name, out kind);

    public static ResultShape Of(string members, params string[] attributeMaps) => new(members.Split(' '), attributeMaps);
}
