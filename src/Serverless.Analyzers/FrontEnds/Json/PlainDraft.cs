using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>A type while it is being found out whether it is plain.</summary>
internal sealed class PlainDraft
{
    private PlainDraft(PlainType? type)
    {
        Type = type;
        CanRead = type is not null;
        CanWrite = type is not null;
    }

    /// <summary>A type that is the serialiser's.</summary>
    public static PlainDraft None { get; } = new(null);

    public PlainType? Type { get; }

    public bool CanRead { get; set; }

    public bool CanWrite { get; set; }

    /// <summary>Types that are read with it.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Types that are written with it.</summary>
    public IReadOnlyList<string> Writes { get; init; } = [];

    public bool IsRead { get; set; }

    public bool IsWritten { get; set; }

    public static PlainDraft Of(PlainType type) => new(type);

    /// <summary>An object: what it is read with are the members that get a value.</summary>
    public static PlainDraft Of(PlainType type, bool canBeMade) => new(type)
    {
        CanRead = canBeMade,
        Reads = [.. type.Members.Where(static m => m.Assignment != PlainAssignment.None).Select(static m => m.Type).Distinct(StringComparer.Ordinal)],
        Writes = [.. type.Members.Select(static m => m.Type).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>A type that holds values of one other.</summary>
    public static PlainDraft Of(PlainType type, string item) => new(type) { Reads = [item], Writes = [item] };
}
