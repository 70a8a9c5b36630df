using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// Finds the types that generated code may read and write in place of the serialiser. Each is claimed by what its declaration shows;
/// everything else, and everything that holds it, is the serialiser's.
/// </summary>
internal sealed class PlainTypes(Reading reading)
{
    /// <summary>A generic type that holds itself with ever more arguments would have no end.</summary>
    private const int LongestName = 1_000;

    private readonly Dictionary<string, PlainDraft> _drafts = new(StringComparer.Ordinal);
    private readonly List<PlainRoot> _roots = [];
    private PlainOptions? _options;
    private bool _knowsOptions;

    /// <summary>Notes that a handler reads or writes a type.</summary>
    public void Add(ITypeSymbol type, JsonUse use)
    {
        if (!reading.Project.DirectJson || !reading.Json.Knows(type) || Options is null)
            return;
        _roots.Add(new PlainRoot(CSharpNames.NotNull(type), Draft(type), use != JsonUse.Write, use != JsonUse.Read));
    }

    /// <summary>What has been found, once everything has been noted.</summary>
    public PlainJson All()
    {
        if (_roots.Count == 0)
            return PlainJson.None;
        Settle();
        var roots = _roots
            .Select(root => root with { IsRead = root.IsRead && _drafts[root.Type].CanRead, IsWritten = root.IsWritten && _drafts[root.Type].CanWrite })
            .GroupBy(static root => (root.Name, root.Type))
            .Select(static uses => new PlainRoot(uses.Key.Name, uses.Key.Type, uses.Any(static u => u.IsRead), uses.Any(static u => u.IsWritten)))
            .Where(static root => root.IsRead || root.IsWritten)
            .OrderBy(static root => root.Name, StringComparer.Ordinal)
            .ToEquatableArray();
        foreach (var root in roots)
        {
            if (root.IsRead)
                Mark(root.Type, isRead: true);
            if (root.IsWritten)
                Mark(root.Type, isRead: false);
        }

        var types = _drafts.Values
            .Where(static d => d.IsRead || d.IsWritten)
            .Select(static d => d.Type! with { IsRead = d.IsRead, IsWritten = d.IsWritten })
            .OrderBy(static t => t.Type, StringComparer.Ordinal)
            .ToEquatableArray();
        return new PlainJson { Roots = roots, Types = types, Depth = Options!.Depth };
    }

    /// <summary>The draft of a type, made once; a type that contains itself finds the one that is being made.</summary>
    internal string Draft(ITypeSymbol type)
    {
        var name = CSharpNames.Bare(type);
        if (_drafts.ContainsKey(name))
            return name;
        _drafts.Add(name, PlainDraft.None);
        if (name.Length > LongestName)
            return name;
        _drafts[name] = PlainScalars.Of(type, name) ?? PlainCollections.Of(type, name, this) ?? PlainEnums.Of(type, name, Options!) ?? PlainObjects.Of(type, name, Options!, this, reading);
        return name;
    }

    private PlainOptions? Options
    {
        get
        {
            if (!_knowsOptions)
                _options = PlainOptions.Of(reading);
            _knowsOptions = true;
            return _options;
        }
    }

    /// <summary>A type is plain when everything in it is: whatever is not takes away what rests on it, until nothing changes.</summary>
    private void Settle()
    {
        bool hasChanged;
        do
        {
            hasChanged = false;
            foreach (var draft in _drafts.Values)
            {
                if (draft.CanRead && draft.Reads.Any(type => !_drafts[type].CanRead))
                {
                    draft.CanRead = false;
                    hasChanged = true;
                }

                if (draft.CanWrite && draft.Writes.Any(type => !_drafts[type].CanWrite))
                {
                    draft.CanWrite = false;
                    hasChanged = true;
                }
            }
        }
        while (hasChanged);
    }

    private void Mark(string name, bool isRead)
    {
        var draft = _drafts[name];
        if (isRead ? draft.IsRead : draft.IsWritten)
            return;
        if (isRead)
            draft.IsRead = true;
        else
            draft.IsWritten = true;
        foreach (var type in isRead ? draft.Reads : draft.Writes)
            Mark(type, isRead);
    }
}
