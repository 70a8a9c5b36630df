using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model.Json;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Constants of C# as JSON text.</summary>
internal static class JsonConstants
{
    /// <summary>Null when JSON has no word for it, or when it is not the value's own JSON (an enum, whose form the serialiser decides).</summary>
    /// <param name="value">As the compiler has it.</param>
    /// <param name="type">Of the place it is written to.</param>
    public static string? Text(object? value, ITypeSymbol type)
    {
        if (value is null || CSharpNames.Underlying(type).TypeKind == TypeKind.Enum)
            return null;
        return value switch
        {
            string text => Quoted(text),
            char character => Quoted(character.ToString()),
            bool flag => flag ? "true" : "false",
            double or float => Number(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture)),
            IFormattable number => Number(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    public static string Quoted(string text) => new JsonString(text).ToCompactString();

    /// <summary>The number when JSON can write it so: not infinity, not `.5`.</summary>
    public static string? Number(string text) => JsonReader.Read(text, out _) is JsonNumber number && number.Text == text ? text : null;
}
