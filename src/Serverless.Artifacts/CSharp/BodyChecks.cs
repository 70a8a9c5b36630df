using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Writes the checks of the types inside JSON bodies: one method for each type, and what the presence scan of a type needs.
/// They stand in a class of their own, so that functions without a body never initialise it.
/// </summary>
internal static class BodyChecks
{
    private const string Runtime = "global::Serverless.Runtime.";
    private const string Class = "Bodies__Checks";

    public static void Render(CodeWriter code, IReadOnlyList<Function> functions)
    {
        var shapes = Shapes(functions);
        if (shapes.Count == 0)
            return;
        var fields = new FieldList();
        var methods = new CodeWriter();
        foreach (var shape in shapes)
            Method(methods, shape, shapes, fields);
        code.Line();
        code.Line("/// <summary>What a serialiser does not check: nulls, absent members, validation attributes.</summary>");
        using (code.Block($"private static class {Class}"))
        {
            foreach (var field in fields.Declarations)
                code.Line(field);
            foreach (var shape in shapes)
                code.Line($"internal static readonly {Runtime}PresenceShape {Presence(shape.Type, shapes)} = new({Runtime}PresenceKind.{Kind(shape)}, {(functions[0].Entry!.IgnoresJsonCase ? "true" : "false")});");
            code.Line();
            using (code.Block($"static {Class}()"))
            {
                foreach (var shape in shapes)
                    Presence(code, shape, shapes);
            }

            code.Lines(methods.ToString().TrimEnd('\n'));
        }
    }

    /// <summary>Argument that names the presence shape of a body; `null` when it has none.</summary>
    public static string PresenceOf(HandlerParameter parameter, IReadOnlyList<BodyShape> all) =>
        parameter.BodyShape.Length == 0 ? "null" : $"{Class}.{Presence(parameter.BodyShape, all)}";

    public static void Call(CodeWriter code, HandlerParameter parameter, string local, IReadOnlyList<BodyShape> all)
    {
        if (parameter.BodyShape.Length == 0)
            return;
        using (code.Block($"if (faults.Count == mark && {local} is {{ }} bodyValue)"))
        {
            code.Line("var looksAbsent = false;");
            code.Line($"{Class}.{Check(parameter.BodyShape, all)}(bodyValue, ref faults, ref looksAbsent);");
            code.Line("if (looksAbsent)");
            code.Line($"    body.RequirePresence({PresenceOf(parameter, all)}, ref faults);");
        }
    }

    /// <summary>Every shape of the class's handlers, each once.</summary>
    public static List<BodyShape> Shapes(IReadOnlyList<Function> functions) => functions
        .SelectMany(static f => f.Entry!.BodyShapes)
        .GroupBy(static s => s.Type, StringComparer.Ordinal)
        .Select(static g => g.First())
        .OrderBy(static s => s.Type, StringComparer.Ordinal)
        .ToList();

    private static void Method(CodeWriter code, BodyShape shape, List<BodyShape> all, FieldList fields)
    {
        code.Line();
        using (code.Block($"internal static void {Check(shape.Type, all)}({shape.Type} value, ref {Runtime}RequestFaults faults, ref bool looksAbsent)"))
        {
            code.Line("var mark = faults.Count;");
            if (shape.Nesting != BodyNesting.None)
                Items(code, shape, all);
            else
                Members(code, shape, all, fields);
            if (shape.ValidatesItself)
            {
                code.Line("if (faults.Count == mark)");
                code.Line($"    {Runtime}ValueChecks.Object(value, ref faults);");
            }
        }
    }

    private static void Items(CodeWriter code, BodyShape shape, List<BodyShape> all)
    {
        var isDictionary = shape.Nesting == BodyNesting.DictionaryValues;
        if (!isDictionary)
            code.Line("var index = 0;");
        using (code.Block(isDictionary ? "foreach (var (_, item) in value)" : "foreach (var item in value)"))
        {
            code.Line("mark = faults.Count;");
            if (shape.ItemsNotNull)
            {
                code.Line("if (item is null)");
                code.Line($"    faults.Add({Runtime}RequestPart.Body, \"\", \"must not be null\");");
            }

            if (shape.ItemShape.Length > 0)
            {
                code.Line($"{(shape.ItemsNotNull ? "else " : "")}if (item is {{ }} present)");
                code.Line($"    {Check(shape.ItemShape, all)}(present, ref faults, ref looksAbsent);");
            }

            code.Line(isDictionary ? "faults.PrefixKey(mark);" : "faults.Prefix(mark, index);");
            if (!isDictionary)
                code.Line("index++;");
            code.Line("if (!faults.HasRoom)");
            code.Line("    return;");
        }
    }

    private static void Members(CodeWriter code, BodyShape shape, List<BodyShape> all, FieldList fields)
    {
        foreach (var member in shape.Members)
        {
            var name = GeneratedFile.Literal(member.JsonName);
            using (code.Block(""))
            {
                code.Line($"var member = value.{member.Property};");
                if (member.LooksAbsent.Length > 0)
                    code.Line($"looksAbsent |= {member.LooksAbsent.Replace("$value", "member")};");
                if (member.NotNull)
                {
                    code.Line("if (member is null)");
                    code.Line($"    faults.AddMember({name}, \"is required\");");
                }

                if (member.Checks.Count == 0 && member.Shape.Length == 0)
                    continue;
                var value = member.IsNullableValue ? "member.Value" : "member";
                using (code.Block(member.CanBeNull ? (member.NotNull ? "else" : "if (member is not null)") : ""))
                {
                    CheckSource.Write(code, member.Checks, value, "value", fields, message => $"faults.AddMember({name}, {message});");
                    if (member.Shape.Length > 0)
                    {
                        code.Line("mark = faults.Count;");
                        code.Line($"{Check(member.Shape, all)}({value}, ref faults, ref looksAbsent);");
                        code.Line($"faults.Prefix(mark, {name});");
                    }
                }
            }
        }
    }

    private static void Presence(CodeWriter code, BodyShape shape, List<BodyShape> all)
    {
        var field = Presence(shape.Type, all);
        if (shape.Nesting != BodyNesting.None)
        {
            if (shape.ItemShape.Length > 0)
                code.Line($"{field}.Item = {Presence(shape.ItemShape, all)};");
            return;
        }

        var members = shape.Members.Where(static m => m.MustBePresent || m.Shape.Length > 0)
            .Select(m => $"new({GeneratedFile.Literal(m.JsonName)}, {(m.MustBePresent ? "true" : "false")}, {(m.Shape.Length > 0 ? Presence(m.Shape, all) : "null")})");
        code.Line($"{field}.Members = new {Runtime}PresenceMember[] {{ {string.Join(", ", members)} }};");
    }

    private static string Kind(BodyShape shape) => shape.Nesting switch
    {
        BodyNesting.Items => "Items",
        BodyNesting.DictionaryValues => "DictionaryValues",
        _ => "Object",
    };

    private static string Check(string type, IReadOnlyList<BodyShape> all) => "Check" + Index(type, all) + "Body";

    private static string Presence(string type, IReadOnlyList<BodyShape> all) => "Presence" + Index(type, all);

    private static string Index(string type, IReadOnlyList<BodyShape> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Type == type)
                return GeneratedFile.Number(i);
        }

        throw new InvalidOperationException($"No shape of '{type}'.");
    }
}
