using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Writes the method that writes a type. It returns false where the serialiser must: too deep, not a number, an unnamed value of an enum.</summary>
internal static class JsonWriterSource
{
    private const string Direct = "global::Serverless.Runtime.DirectJson.";

    public static void Write(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        using (code.Block($"private static bool Write{names.Suffix(type)}(global::System.Text.Json.Utf8JsonWriter writer, {type.Type} value)"))
        {
            if (!type.IsValueType || type.Kind == PlainKind.Nullable)
            {
                using (code.Block(type.Kind == PlainKind.Nullable ? "if (!value.HasValue)" : "if (value is null)"))
                    code.Line("writer.WriteNullValue();").Line("return true;");
                code.Line();
            }

            Body(code, type, names);
            code.Line("return true;");
        }
    }

    /// <summary>Statements that write a value, and its name before it.</summary>
    /// <param name="code">Receives them.</param>
    /// <param name="type">Of the value.</param>
    /// <param name="value">An expression that may be used twice.</param>
    /// <param name="name">The name as a UTF-8 literal; null for a value without one.</param>
    /// <param name="names">Names of methods.</param>
    public static void WriteValue(CodeWriter code, PlainType type, string value, string? name, DirectJsonNames names)
    {
        if (type.Kind is PlainKind.Single or PlainKind.Double)
        {
            code.Line($"if (!{(type.Kind == PlainKind.Single ? "float" : "double")}.IsFinite({value}))");
            code.Line("    return false;");
        }

        if (Method(type.Kind) is { } method)
        {
            code.Line(name is null ? $"writer.{method}Value({value});" : $"writer.{method}({name}, {value});");
            return;
        }

        if (name is not null)
            code.Line($"writer.WritePropertyName({name});");
        if (!DirectJsonNames.HasMethods(type))
        {
            code.Line($"{Direct}Write(writer, {value});");
            return;
        }

        code.Line($"if (!Write{names.Suffix(type)}(writer, {value}))");
        code.Line("    return false;");
    }

    private static void Body(CodeWriter code, PlainType type, DirectJsonNames names)
    {
        switch (type.Kind)
        {
            case PlainKind.EnumNumber:
                code.Line($"writer.WriteNumberValue(({type.Item})value);");
                break;
            case PlainKind.EnumText:
                Name(code, type);
                break;
            case PlainKind.Nullable:
                WriteValue(code, names[type.Item], "value.GetValueOrDefault()", null, names);
                break;
            case PlainKind.Array or PlainKind.List:
                Depth(code, names);
                code.Line("writer.WriteStartArray();");
                using (code.Block("foreach (var item in value)"))
                    WriteValue(code, names[type.Item], "item", null, names);
                code.Line("writer.WriteEndArray();");
                break;
            case PlainKind.Dictionary:
                Depth(code, names);
                code.Line("writer.WriteStartObject();");
                using (code.Block("foreach (var pair in value)"))
                {
                    code.Line("writer.WritePropertyName(pair.Key);");
                    code.Line("var item = pair.Value;");
                    WriteValue(code, names[type.Item], "item", null, names);
                }

                code.Line("writer.WriteEndObject();");
                break;
            default:
                Depth(code, names);
                code.Line("writer.WriteStartObject();");
                for (var i = 0; i < type.Members.Count; i++)
                    Member(code, type.Members[i], "m" + GeneratedFile.Number(i), names);
                code.Line("writer.WriteEndObject();");
                break;
        }
    }

    private static void Name(CodeWriter code, PlainType type)
    {
        using (code.Block("switch (value)"))
        {
            foreach (var name in type.Names)
            {
                code.Line($"case {name.Constant}:");
                code.Line($"    writer.WriteStringValue({GeneratedFile.Literal(name.JsonName)}u8);");
                code.Line("    break;");
            }

            code.Line("default:");
            code.Line("    return false;");
        }
    }

    /// <summary>An object that contains itself ends here; the serialiser says so in its own words.</summary>
    private static void Depth(CodeWriter code, DirectJsonNames names)
    {
        code.Line($"if (writer.CurrentDepth >= {GeneratedFile.Number(names.Depth)})");
        code.Line("    return false;");
    }

    private static void Member(CodeWriter code, PlainMember member, string local, DirectJsonNames names)
    {
        var type = names[member.Type];
        var name = GeneratedFile.Literal(member.JsonName) + "u8";
        code.Line($"var {local} = value.{member.Property};");
        if (member.Omission == PlainOmission.Never)
        {
            WriteValue(code, type, local, name, names);
            return;
        }

        var condition = !type.IsValueType ? $"{local} is not null"
            : type.Kind == PlainKind.Nullable ? $"{local}.HasValue"
            : $"!global::System.Collections.Generic.EqualityComparer<{type.Type}>.Default.Equals({local}, default)";
        using (code.Block($"if ({condition})"))
            WriteValue(code, type, local, name, names);
    }

    /// <summary>The writer's own method for a kind of value; null when it has none.</summary>
    private static string? Method(PlainKind kind) => kind switch
    {
        PlainKind.Boolean => "WriteBoolean",
        PlainKind.String or PlainKind.Guid or PlainKind.DateTime or PlainKind.DateTimeOffset => "WriteString",
        >= PlainKind.Byte and <= PlainKind.Decimal => "WriteNumber",
        _ => null,
    };
}
