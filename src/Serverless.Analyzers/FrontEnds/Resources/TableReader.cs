using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Resources;

/// <summary>Reads `[TableResource]`: keys are `id`, `number:year` or `binary:hash`, indexes `byEmail: email, placedAt`.</summary>
internal static class TableReader
{
    private const int MostIndexes = 20;

    public static TableResource? Read(string id, DeclaredAttributes assembly, AttributeArguments attribute, Reading reading)
    {
        var kinds = new Dictionary<string, KeyKind>(StringComparer.Ordinal);
        if (attribute.Constructor<string>(1) is not { } partition || Key(partition, assembly.At(attribute, "partitionKey"), kinds, reading) is not { } key)
            return null;
        var sortKey = attribute.String("SortKey") is { } sort ? Key(sort, assembly.At(attribute, "SortKey"), kinds, reading) : null;
        if (sortKey is not null && sortKey.Name == key.Name)
            reading.Report(RuleIds.SettingsExclude, assembly.At(attribute, "SortKey"), "SortKey", "the partition key", $"both are '{key.Name}'");
        return new TableResource(id, assembly.At(attribute))
        {
            PartitionKey = key,
            SortKey = sortKey,
            Indexes = Indexes(assembly, attribute, kinds, reading),
            TimeToLive = attribute.String("TimeToLive"),
            Stream = attribute.Boolean("Stream") ?? false,
        };
    }

    private static EquatableArray<TableIndex> Indexes(DeclaredAttributes assembly, AttributeArguments attribute, Dictionary<string, KeyKind> kinds, Reading reading)
    {
        if (attribute.StringArray("Indexes") is not { } texts)
            return default;
        if (texts.Count > MostIndexes)
            reading.Report(RuleIds.ValueOutOfRange, assembly.At(attribute, "Indexes"), "Indexes", texts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "0 to 20 indexes");
        var indexes = new List<TableIndex>();
        for (var i = 0; i < texts.Count; i++)
        {
            var at = assembly.At(attribute, $"Indexes[{i}]");
            if (Index(texts[i], at, kinds, reading) is not { } index)
                continue;
            if (indexes.Any(known => known.Name == index.Name))
                reading.Report(RuleIds.MalformedValue, at, texts[i], $"the index '{index.Name}' is declared twice");
            else
                indexes.Add(index);
        }

        return indexes.ToEquatableArray();
    }

    private static TableIndex? Index(string text, DeclarationRef at, Dictionary<string, KeyKind> kinds, Reading reading)
    {
        var colon = text.IndexOf(':');
        var name = colon < 0 ? "" : text.Substring(0, colon).Trim();
        var keys = colon < 0 ? [] : text.Substring(colon + 1).Split(',');
        if (keys.Length is 0 or > 2 || name.Length is < 3 or > 255 || !name.All(IsNameCharacter))
        {
            reading.Report(RuleIds.MalformedValue, at, text, "an index is written 'name: partitionKey' or 'name: partitionKey, sortKey', its name with 3 to 255 letters, digits, '_', '-' and '.'");
            return null;
        }

        if (Key(keys[0], at, kinds, reading) is not { } partition)
            return null;
        var sort = keys.Length == 2 ? Key(keys[1], at, kinds, reading) : null;
        return keys.Length == 2 && sort is null ? null : new TableIndex(name, partition, sort);
    }

    /// <summary>One attribute has one type in the whole table.</summary>
    private static TableKey? Key(string text, DeclarationRef at, Dictionary<string, KeyKind> kinds, Reading reading)
    {
        var colon = text.IndexOf(':');
        var name = text.Substring(colon + 1).Trim();
        KeyKind? kind = (colon < 0 ? "" : text.Substring(0, colon).Trim()) switch
        {
            "" or "string" => KeyKind.String,
            "number" => KeyKind.Number,
            "binary" => KeyKind.Binary,
            _ => null,
        };
        if (kind is not { } known || name.Length is 0 or > 255)
        {
            reading.Report(RuleIds.MalformedValue, at, text, "a key is the name of an attribute, with 'number:' or 'binary:' before it when it is no string");
            return null;
        }

        if (kinds.TryGetValue(name, out var before))
        {
            if (before != known && colon >= 0)
                reading.Report(RuleIds.MalformedValue, at, text, $"the attribute '{name}' has another type elsewhere in the table");
            return new TableKey(name, before);
        }

        kinds.Add(name, known);
        return new TableKey(name, known);
    }

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
