using System.Globalization;

namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2001, 2002, 2310: settings of Map states, above all of distributed ones.</summary>
internal static class MapRules
{
    private const int LongestLabel = 40;
    private const int LargestBatch = 262_144;
    private const int MostItems = 100_000_000;
    private const int LongestPointer = 2_000;
    private const int LongestHeaders = 10_240;
    private const string ForbiddenInLabel = " ?*<>{}[]:;,\\|^~$#%&`\"";

    private static readonly string[] FileArguments = ["Bucket", "Key", "VersionId", "ExpectedBucketOwner"];

    private static readonly string[] PrefixArguments = ["Bucket", "Prefix", "ExpectedBucketOwner"];

    /// <summary>Settings of each Map, and labels that two of them share.</summary>
    public static void Check(StateMachine machine, List<Fault> faults)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in Transitions.All(machine.Graph).OfType<MapState>())
        {
            Number(map, "MaxConcurrency", map.MaxConcurrency, 0, int.MaxValue, "0 or more", faults);
            if (map.Distributed is not { } distributed)
                continue;
            CheckLabel(map, distributed.Label, labels, faults);
            CheckBatches(map, distributed.Batcher, faults);
            Number(map, "Tolerate", distributed.ToleratedFailurePercentage, 0, 100, "0 to 100 percent", faults);
            Number(map, "Tolerate", distributed.ToleratedFailureCount, 0, int.MaxValue, "0 or more items", faults);
            if (distributed.Reader is { } reader)
                CheckReader(map, reader, faults);
            if (distributed.Writer?.Location is { } target)
                CheckLocation(map, map.PlaceOf(Parts.Setting("WriteResults")), "s3:putObject", target, ["Bucket"], PrefixArguments, faults);
        }
    }

    private static void CheckLabel(MapState map, string? label, HashSet<string> labels, List<Fault> faults)
    {
        if (label is null)
            return;
        var place = map.PlaceOf(Parts.Setting("Label"));
        if (label.Length is 0 or > LongestLabel || label.Any(static c => char.IsControl(c) || ForbiddenInLabel.IndexOf(c) >= 0))
            faults.Add(Fault.Of(RuleIds.ValueOutOfRange, place, "the label", "'" + label + "'", "1 to 40 characters without blanks, brackets, wildcards and the characters \" # % \\ ^ | ~ ` $ & , ; :"));
        else if (!labels.Add(label))
            faults.Add(Fault.Of(RuleIds.SettingsExclude, place, $"the label '{label}'", "that of another map", "labels are unique in a machine"));
    }

    private static void CheckBatches(MapState map, ItemBatcher? batcher, List<Fault> faults)
    {
        if (batcher is null)
            return;
        if (batcher.MaxItemsPerBatch is null && batcher.MaxInputBytesPerBatch is null)
        {
            if (map.Places.Any(static p => p.Part == Parts.Setting("Batch")))
                faults.Add(Fault.Of(RuleIds.ValueOutOfRange, map.PlaceOf(Parts.Setting("Batch")), "the size of a batch", "not limited", "at least 1 item, or a number of bytes"));
            else
                Exclude(map, "BatchInput", "a map without batches", "each child gets one item then; add .Batch(…)", faults);
        }

        Number(map, "Batch", batcher.MaxItemsPerBatch, 1, int.MaxValue, "1 item or more", faults);
        Number(map, "Batch", batcher.MaxInputBytesPerBatch, 1, LargestBatch, "1 to 262,144 bytes", faults);
    }

    private static void CheckReader(MapState map, ItemReader reader, List<Fault> faults)
    {
        var action = reader.Source == ItemSource.Objects ? "s3:listObjectsV2" : "s3:getObject";
        CheckLocation(map, map.PlaceOf(Parts.Arguments), action, reader.Location,
            reader.Source == ItemSource.Objects ? ["Bucket"] : ["Bucket", "Key"], reader.Source == ItemSource.Objects ? PrefixArguments : FileArguments, faults);
        Number(map, "MaxItems", reader.MaxItems, 1, MostItems, "1 to 100,000,000 items", faults);

        if (reader.LoadAndFlatten && reader.Source != ItemSource.Objects)
            Exclude(map, "LoadAndFlatten", "a file", "it reads the objects that State.MapObjects lists", faults);
        if (reader.InputType == "PARQUET" && reader.Location is AslObject location && location.Members.Any(static m => m.Name == "VersionId"))
            faults.Add(Fault.Of(RuleIds.SettingsExclude, map.PlaceOf(Parts.Arguments), "VersionId", "a Parquet file", "Step Functions reads the newest version of these only"));
        if (reader.ItemsPointer is { } pointer)
        {
            if (reader.InputType != "JSON")
                Exclude(map, "ItemsPointer", "files that are not JSON", "it points into a JSON document", faults);
            else if (pointer.Length is 0 or >= LongestPointer || pointer[0] != '/')
                faults.Add(Fault.Of(RuleIds.ValueOutOfRange, map.PlaceOf(Parts.Setting("ItemsPointer")), "ItemsPointer", "'" + pointer + "'", "a JSON Pointer such as '/items', of fewer than 2,000 characters"));
        }

        CheckCsv(map, reader, faults);
    }

    private static void CheckCsv(MapState map, ItemReader reader, List<Fault> faults)
    {
        const string NotCsv = "it says how the lines of a CSV file are read";
        if (reader.InputType != "CSV")
        {
            if (reader.CsvHeaders.Count > 0)
                Exclude(map, "CsvHeaders", "files that are not CSV", NotCsv, faults);
            if (reader.CsvDelimiter is not null)
                Exclude(map, "CsvDelimiter", "files that are not CSV", NotCsv, faults);
            return;
        }

        if (reader is { ManifestType: "ATHENA_DATA", CsvHeaders.Count: 0 })
            Exclude(map, "MapManifest", "a header in the first line", "Athena writes none, so that the first row of each file would be lost as names of columns; name them with .CsvHeaders(…)", faults, "ItemManifest.AthenaCsv");
        if (reader.CsvHeaders.Any(static h => h.Length == 0) || reader.CsvHeaders.Distinct(StringComparer.Ordinal).Count() < reader.CsvHeaders.Count)
            faults.Add(Fault.Of(RuleIds.ValueOutOfRange, map.PlaceOf(Parts.Setting("CsvHeaders")), "CsvHeaders", string.Join(", ", reader.CsvHeaders.Select(static h => "'" + h + "'")), "a name for each column, and each once"));
        else if (reader.CsvHeaders.Sum(static h => System.Text.Encoding.UTF8.GetByteCount(h) + 1) > LongestHeaders)
            faults.Add(Fault.Of(RuleIds.ValueOutOfRange, map.PlaceOf(Parts.Setting("CsvHeaders")), "CsvHeaders", "longer", "10 KiB of names"));
    }

    /// <summary>The arguments of an action of S3. An expression as a whole is known to the service alone.</summary>
    private static void CheckLocation(MapState map, DeclarationRef place, string action, AslData location, string[] required, string[] known, List<Fault> faults)
    {
        if (location is not AslObject members)
            return;
        var given = members.Members.Select(static m => m.Name).ToArray();
        foreach (var missing in required.Where(r => !given.Contains(r)))
        {
            var misspelt = given.FirstOrDefault(g => string.Equals(g, missing, StringComparison.OrdinalIgnoreCase));
            var text = $"needs the argument '{missing}'" + (misspelt is null ? "" : $"; '{misspelt}' is written differently");
            faults.Add(Fault.Of(RuleIds.IntegrationArgument, place, action, text));
        }

        foreach (var name in given.Where(g => !known.Contains(g)))
        {
            if (NearestName.Of(name, known) is { } meant && !required.Contains(meant))
                faults.Add(new Fault(RuleIds.IntegrationArgument, place, EquatableArray.Of(action, $"has no argument '{name}'; did you mean '{meant}'?"), IsWarning: true));
        }
    }

    private static void Number(MapState map, string setting, AslData? value, double least, double most, string range, List<Fault> faults)
    {
        if (value is AslNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && !(parsed >= least && parsed <= most))
            faults.Add(Fault.Of(RuleIds.ValueOutOfRange, map.PlaceOf(Parts.Setting(setting)) with { Argument = setting }, setting, number.Text, range));
    }

    private static void Exclude(MapState map, string setting, string other, string reason, List<Fault> faults, string? name = null) =>
        faults.Add(Fault.Of(RuleIds.SettingsExclude, map.PlaceOf(Parts.Setting(setting)), name ?? setting, other, reason));
}
