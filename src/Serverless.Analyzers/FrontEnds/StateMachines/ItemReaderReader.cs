using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Where a distributed Map reads its items: the arguments of `State.MapObjects`, `MapFile` and `MapManifest`, and the settings of files.</summary>
internal static class ItemReaderReader
{
    private static readonly string[] Formats = ["CSV", "JSON", "JSONL", "PARQUET"];

    private static readonly string[] Delimiters = ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"];

    /// <summary>By <c>ItemManifest</c>: what the manifest is, and what is in its files; an inventory says the latter itself.</summary>
    private static readonly (string Kind, string? Format)[] Manifests = [("S3_INVENTORY", null), ("ATHENA_DATA", "CSV"), ("ATHENA_DATA", "JSONL"), ("ATHENA_DATA", "PARQUET")];

    /// <summary>Null when it cannot be read; faults say why.</summary>
    public static ItemReader? Read(StateDraft draft)
    {
        var method = draft.Chain.Factory.TargetMethod;
        var isObjects = method.Name == "MapObjects";
        var isComputed = method.Parameters[0].Type.SpecialType != SpecialType.System_String;
        var location = isComputed ? draft.Data(draft.FactoryArgument(0), DataRoot.Input) : ReadLocation(draft, draft.FactoryArgument(0), draft.FactoryArgument(1), isObjects ? "Prefix" : "Key");
        draft.Places.Add(new Place(Parts.Arguments, draft.Chain.PlaceOf(draft.FactoryArgument(0)!.Syntax)));
        if (location is null)
            return null;

        var reader = new ItemReader { Source = isObjects ? ItemSource.Objects : ItemSource.File, Location = location };
        if (!isObjects)
        {
            var kind = draft.FactoryArgument(isComputed ? 1 : 2);
            if (draft.Constant<int>(kind) is not { } value)
                return null;
            draft.Places.Add(new Place(Parts.Setting(method.Name), draft.Chain.PlaceOf(kind!.Syntax)));
            reader = method.Name == "MapFile"
                ? reader with { InputType = Formats.ElementAtOrDefault(value) }
                : reader with { ManifestType = Manifests.ElementAtOrDefault(value).Kind, InputType = Manifests.ElementAtOrDefault(value).Format };
        }

        return ReadSettings(draft, reader);
    }

    /// <summary>Type of an item, where the source decides it; null = the processor's first state says it.</summary>
    public static ITypeSymbol? ItemTypeOf(ItemReader reader, StateDraft draft)
    {
        var types = draft.Scope.Reading.Types;
        if (reader is { Source: ItemSource.Objects, LoadAndFlatten: false })
            return types["Serverless.StepFunctions.S3ListedObject"];
        var text = draft.Scope.Reading.Compilation.GetSpecialType(SpecialType.System_String);
        return reader.InputType == "CSV" || reader.ManifestType == "S3_INVENTORY" ? types["System.Collections.Generic.IReadOnlyDictionary`2"]?.Construct(text, text) : null;
    }

    /// <summary>A bucket in the value grammar with a key or prefix; null when it cannot be read.</summary>
    public static AslObject? ReadLocation(StateDraft draft, IOperation? bucket, IOperation? path, string pathName)
    {
        if (draft.Text(bucket) is not { } name || draft.Text(path) is not { } text || draft.Scope.Value(name, draft.Chain.PlaceOf(bucket!.Syntax)) is not { } value)
            return null;
        AslMember place = new("Bucket", value.Kind == AwsValueKind.Literal ? new AslText(value.Text) : new AslReference(value));
        return new AslObject(text.Length == 0 && pathName == "Prefix" ? EquatableArray.Of(place) : EquatableArray.Of(place, new AslMember(pathName, new AslText(text))));
    }

    private static ItemReader ReadSettings(StateDraft draft, ItemReader reader)
    {
        if (draft.Chain.Find("LoadAndFlatten") is { } load && draft.Constant<int>(StateChain.Argument(load, 0)) is { } format)
            reader = reader with { LoadAndFlatten = true, InputType = reader.Source == ItemSource.Objects ? Formats.ElementAtOrDefault(format) : reader.InputType };
        if (draft.Chain.Find("CsvHeaders") is { } headers)
            reader = reader with { CsvHeaders = StateChain.Elements(headers, 0).Select(h => draft.Text(h)).OfType<string>().ToEquatableArray() };
        if (draft.Chain.Find("CsvDelimiter") is { } delimiter && draft.Constant<int>(StateChain.Argument(delimiter, 0)) is { } character)
            reader = reader with { CsvDelimiter = Delimiters.ElementAtOrDefault(character) };
        if (draft.Chain.Find("ItemsPointer") is { } pointer)
            reader = reader with { ItemsPointer = draft.Text(StateChain.Argument(pointer, 0)) };
        foreach (var setting in (string[])["LoadAndFlatten", "CsvHeaders", "CsvDelimiter", "ItemsPointer"])
            draft.NotePlace(setting);
        return reader with { MaxItems = draft.Number("MaxItems") };
    }
}
