using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// The readers and writers of plain types: one class for the project, a pair of methods for each type, so that handlers share them, and
/// a class for each type that a handler names.
/// </summary>
internal static class DirectJsonSource
{
    public const string Class = "ServerlessJson";

    private const string Runtime = "global::Serverless.Runtime.";

    /// <summary>Null when nothing is plain.</summary>
    public static SourceFile? Render(Application application)
    {
        if (application.PlainJson.Roots.Count == 0)
            return null;
        var plain = new DirectJsonNames(application.PlainJson);
        return new SourceFile(Class + ".g.cs", GeneratedFile.Render(
            application.Project.RootNamespace,
            "Reads and writes plain types as the serialiser does.",
            Class,
            code => Members(code, application, plain)));
    }

    private static void Members(CodeWriter code, Application application, DirectJsonNames names)
    {
        var isFirst = true;
        foreach (var root in application.PlainJson.Roots)
        {
            Separate(code, ref isFirst);
            Root(code, root, application.Project, names);
        }

        foreach (var type in application.PlainJson.Types)
        {
            if (type.IsRead && DirectJsonNames.HasMethods(type))
            {
                Separate(code, ref isFirst);
                JsonReaderSource.Write(code, type, names);
            }

            if (type.IsWritten && DirectJsonNames.HasMethods(type))
            {
                Separate(code, ref isFirst);
                JsonWriterSource.Write(code, type, names);
            }
        }
    }

    private static void Separate(CodeWriter code, ref bool isFirst)
    {
        if (!isFirst)
            code.Line();
        isFirst = false;
    }

    private static void Root(CodeWriter code, PlainRoot root, ProjectFacts project, DirectJsonNames names)
    {
        var name = names.ClassOf(root);
        var type = names[root.Type];
        using (code.Block($"internal sealed class {name}() : {Runtime}DirectJson<{root.Name}>({GeneratedFile.Number(names.Depth)})"))
        {
            code.Line($"internal static readonly {name} Value = new();");
            code.Line();
            code.Line($"protected override global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{root.Name}> Serializer => Metadata.Value;");
            code.Line();
            code.Line($"protected override bool TryRead(ref global::System.Text.Json.Utf8JsonReader reader, out {root.Name} value)");
            using (code.Block(""))
            {
                if (root.IsRead)
                    code.Line($"return {names.Read(type, "value")};");
                else
                    code.Line("value = default!;").Line("return false;");
            }

            code.Line();
            code.Line($"protected override bool TryWrite(global::System.Text.Json.Utf8JsonWriter writer, {root.Name} value)");
            using (code.Block(""))
            {
                if (root.IsWritten)
                    JsonWriterSource.WriteValue(code, type, "value", null, names);
                code.Line($"return {(root.IsWritten ? "true" : "false")};");
            }

            code.Line();
            code.Line("// Apart, so that it is looked up only when generated code gives up.");
            using (code.Block("private static class Metadata"))
                code.Line($"internal static readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{root.Name}> Value = {JsonFields.Creation(root.Name, project)};");
        }
    }
}
