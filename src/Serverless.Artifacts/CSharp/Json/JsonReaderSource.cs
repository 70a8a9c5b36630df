using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Writes the method that reads a type. It returns false for everything that it does not vouch for, a value that is twice in an object
/// included: the serialiser then decides.
/// </summary>
internal static class JsonReaderSource
{
    private const string Token = "global::System.Text.Json.JsonTokenType.";
    private const string Direct = "global::Serverless.Runtime.DirectJson.";

    public static void Write(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        using (code.Block($"private static bool Read{names.Suffix(type)}(ref global::System.Text.Json.Utf8JsonReader reader, out {type.Type} value)"))
        {
            code.Line("value = default!;");
            if (!type.IsValueType || type.Kind == PlainKind.Nullable)
            {
                code.Line($"if (reader.TokenType == {Token}Null)");
                code.Line("    return true;");
            }

            Body(code, type, names);
        }

        if (type.Kind == PlainKind.Object)
        {
            code.Line();
            Member(code, type, names);
        }
    }

    private static void Body(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        switch (type.Kind)
        {
            case PlainKind.EnumNumber:
                Number(code, type);
                break;
            case PlainKind.EnumText:
                Name(code, type);
                break;
            case PlainKind.Nullable:
                Item(code, type, names, "value = item;");
                code.Line("return true;");
                break;
            case PlainKind.Array or PlainKind.List:
                Items(code, type, names);
                break;
            case PlainKind.Dictionary:
                Values(code, type, names);
                break;
            default:
                Object(code, type, names);
                break;
        }
    }

    private static void Number(CodeWriter code, PlainType type)
    {
        code.Line($"if (!{Direct}TryRead(ref reader, out {type.Item} number))");
        code.Line("    return false;");
        code.Line($"value = ({type.Type})number;");
        code.Line("return true;");
    }

    private static void Name(CodeWriter code, PlainType type)
    {
        code.Line($"if (reader.TokenType != {Token}String || reader.ValueIsEscaped)");
        code.Line("    return false;");
        code.Line("var name = reader.ValueSpan;");
        foreach (var name in type.Names)
        {
            using (code.Block($"if (global::System.MemoryExtensions.SequenceEqual(name, {GeneratedFile.Literal(name.JsonName)}u8))"))
                code.Line($"value = {name.Constant};").Line("return true;");
        }

        code.Line("return false;");
    }

    private static void Item(CodeWriter code, PlainType type, DirectJsonNames names, string use)
    {
        code.Line($"if (!{names.Read(names[type.Item], $"{type.Item} item")})");
        code.Line("    return false;");
        code.Line(use);
    }

    private static void Items(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        code.Line($"if (reader.TokenType != {Token}StartArray)");
        code.Line("    return false;");
        code.Line($"var items = new global::System.Collections.Generic.List<{type.Item}>();");
        using (code.Block($"while (reader.Read() && reader.TokenType != {Token}EndArray)"))
            Item(code, type, names, "items.Add(item);");
        code.Line(type.Kind == PlainKind.Array ? "value = items.ToArray();" : "value = items;");
        code.Line("return true;");
    }

    private static void Values(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        code.Line($"if (reader.TokenType != {Token}StartObject)");
        code.Line("    return false;");
        code.Line($"var items = new global::System.Collections.Generic.Dictionary<string, {type.Item}>();");
        using (code.Block($"while (reader.Read() && reader.TokenType == {Token}PropertyName)"))
        {
            code.Line("var key = reader.GetString()!;");
            code.Line("reader.Read();");
            Item(code, type, names, "items[key] = item;");
        }

        code.Line("value = items;");
        code.Line("return true;");
    }

    private static void Object(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        code.Line($"if (reader.TokenType != {Token}StartObject)");
        code.Line("    return false;");
        var assigned = type.Members.Where(static m => m.Assignment != PlainAssignment.None).ToList();
        // Setters alone: the object is there first and is filled as the JSON goes, as the serialiser does.
        var isFilled = assigned.TrueForAll(static m => m.Assignment == PlainAssignment.Setter);
        if (isFilled)
            code.Line($"var made = new {type.Type}();");
        else
            Locals(code, type);
        code.Line("var seen = 0UL;");
        using (code.Block($"while (reader.Read() && reader.TokenType == {Token}PropertyName)"))
        {
            code.Line($"var member = Member{names.Suffix(type)}(ref reader);");
            Unknown(code, type);
            code.Line("if (member < 0 || (seen & (1UL << member)) != 0)");
            code.Line("    return false;");
            code.Line("seen |= 1UL << member;");
            code.Line("reader.Read();");
            using (code.Block("switch (member)"))
            {
                for (var i = 0; i < type.Members.Count; i++)
                    Case(code, type.Members[i], i, isFilled, names);
            }
        }

        Required(code, type);
        if (!isFilled)
            Make(code, type);
        code.Line("value = made;");
        code.Line("return true;");
    }

    private static void Locals(CodeWriter code, PlainType type)
    {
        for (var i = 0; i < type.Members.Count; i++)
        {
            if (type.Members[i].Assignment != PlainAssignment.None)
                code.Line($"{type.Members[i].Type} {Local(i)} = {(type.Members[i].Default is { Length: > 0 } value ? value : "default")}!;");
        }
    }

    private static void Unknown(CodeWriter code, PlainType type)
    {
        if (type.IsClosed)
            return;
        using (code.Block($"if (member == {Direct}Unknown)"))
            code.Line("reader.Skip();").Line("continue;");
    }

    private static void Case(CodeWriter code, PlainMember member, int index, bool isFilled, DirectJsonNames names)
    {
        if (member.Assignment == PlainAssignment.None)
            return;
        code.Line($"case {GeneratedFile.Number(index)}:");
        var type = names[member.Type];
        if (isFilled)
        {
            code.Line($"    if (!{names.Read(type, $"{member.Type} {Local(index)}")})");
            code.Line("        return false;");
            code.Line($"    made.{member.Property} = {Local(index)};");
        }
        else
        {
            code.Line($"    if (!{names.Read(type, Local(index))})");
            code.Line("        return false;");
        }

        code.Line("    break;");
    }

    private static void Required(CodeWriter code, PlainType type)
    {
        var required = 0UL;
        for (var i = 0; i < type.Members.Count; i++)
            required |= type.Members[i].MustBePresent ? 1UL << i : 0;
        if (required == 0)
            return;
        var mask = "0x" + required.ToString("x", System.Globalization.CultureInfo.InvariantCulture) + "UL";
        code.Line($"if ((seen & {mask}) != {mask})");
        code.Line("    return false;");
    }

    private static void Make(CodeWriter code, PlainType type)
    {
        var initializers = new List<string>();
        for (var i = 0; i < type.Members.Count; i++)
        {
            if (type.Members[i].Assignment == PlainAssignment.Initializer)
                initializers.Add($"{type.Members[i].Property} = {Local(i)}");
        }

        var initializer = initializers.Count > 0 ? $" {{ {string.Join(", ", initializers)} }}" : "";
        code.Line($"var made = new {type.Type}({string.Join(", ", type.Arguments.Select(Local))}){initializer};");
        for (var i = 0; i < type.Members.Count; i++)
        {
            if (type.Members[i].Assignment != PlainAssignment.Setter)
                continue;
            code.Line($"if ((seen & (1UL << {GeneratedFile.Number(i)})) != 0)");
            code.Line($"    made.{type.Members[i].Property} = {Local(i)};");
        }
    }

    /// <summary>The member that a name stands for. One that is only written is skipped as an unknown one is.</summary>
    private static void Member(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        using (code.Block($"private static int Member{names.Suffix(type)}(ref global::System.Text.Json.Utf8JsonReader reader)"))
        {
            code.Line("if (reader.ValueIsEscaped)");
            code.Line($"    return {Direct}Unclear;");
            code.Line("var name = reader.ValueSpan;");
            using (code.Block("switch (name.Length)"))
            {
                foreach (var length in type.Members.Select((m, i) => (Member: m, Index: i)).GroupBy(static m => System.Text.Encoding.UTF8.GetByteCount(m.Member.JsonName)))
                {
                    code.Line($"case {GeneratedFile.Number(length.Key)}:");
                    foreach (var (member, index) in length)
                    {
                        code.Line($"    if (global::System.MemoryExtensions.SequenceEqual(name, {GeneratedFile.Literal(member.JsonName)}u8))");
                        code.Line($"        return {Found(type, index)};");
                    }

                    if (type.IgnoresCase)
                    {
                        foreach (var (member, index) in length)
                        {
                            code.Line($"    if ({Direct}SameName(name, {GeneratedFile.Literal(member.JsonName)}u8))");
                            code.Line($"        return {Found(type, index)};");
                        }
                    }

                    code.Line("    break;");
                }
            }

            code.Line();
            code.Line($"return {Direct}Other(name);");
        }
    }

    private static string Found(PlainType type, int index) => type.Members[index].Assignment != PlainAssignment.None ? GeneratedFile.Number(index)
        : type.IsClosed ? Direct + "Unclear"
        : Direct + "Unknown";

    private static string Local(int index) => "m" + GeneratedFile.Number(index);
}
