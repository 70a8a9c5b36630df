using System.Globalization;

namespace Serverless.Model.Validation.Containers;

/// <summary>
/// SVLS2602: ECS takes 8,192 characters of overrides, and token and input of a task travel in them. Most types have no bound, and a
/// type without one is no promise to be large, so nothing is said of it. What is said: content as bytes, which is what one must not
/// hand over, and bounds that are declared and together already too large.
/// </summary>
internal static class ContainerInputRules
{
    /// <summary>Characters that ECS takes, the braces of the overrides included.</summary>
    public const int MostOverrides = 8192;

    /// <summary>A token (up to 2,048), the names around it and the envelope of the input.</summary>
    public const int Reserved = 2400;

    private const int Deepest = 16;

    public static IEnumerable<Fault> Check(ContainerTask task, Application application)
    {
        if (task.Settings.IsEks || task.Entry is not { } entry)
            yield break;
        var types = application.JsonTypes.ToDictionary(static type => type.Type, StringComparer.Ordinal);
        long known = 0;
        foreach (var parameter in entry.Parameters.Where(static p => p.Source == ParameterSource.Payload))
        {
            var at = task.Declaration.AtParameter(parameter.Name.TrimStart('@'));
            if (parameter.Form == ParameterForm.Stream)
                continue;
            if (parameter.Schema is not { } schema || !types.TryGetValue(schema.Type, out var type))
                continue;
            if (Content(type, types, 0) is { } content)
            {
                yield return Of(at, task, content.Length == 0 ? "it is content as bytes" : $"'{content}' is content as bytes");
                yield break;
            }

            known += Most(type, parameter.Constraints, types, 0);
            if (known > MostOverrides - Reserved)
            {
                yield return Of(at, task, $"its declared bounds allow {known.ToString("N0", CultureInfo.InvariantCulture)} characters");
                yield break;
            }
        }
    }

    /// <summary>Name of the member that holds bytes; empty = the type itself; null = none.</summary>
    private static string? Content(JsonType type, Dictionary<string, JsonType> types, int depth)
    {
        if (type is { Kind: JsonTypeKind.String, Format: "byte" })
            return "";
        if (depth == Deepest)
            return null;
        if (type.Item is { } item && types.TryGetValue(item.Type, out var element))
            return Content(element, types, depth + 1);
        foreach (var member in type.Members)
        {
            if (!member.HasOwnForm && !member.IsReadOnly
                && types.TryGetValue(member.Type.Type, out var inner) && Content(inner, types, depth + 1) is { } name)
            {
                return name.Length == 0 ? member.Property : name;
            }
        }

        return null;
    }

    /// <summary>Characters of the largest value whose size is declared; what has no bound counts nothing.</summary>
    private static long Most(JsonType type, SchemaConstraints constraints, Dictionary<string, JsonType> types, int depth)
    {
        if (depth == Deepest)
            return 0;
        switch (type.Kind)
        {
            case JsonTypeKind.String:
                return constraints.MaxLength ?? 0;
            case JsonTypeKind.Array when constraints.MaxItems is { } items && type.Item is { } item:
                // At least one character and the comma for each.
                return items * (1 + Math.Max(1, types.TryGetValue(item.Type, out var element) ? Most(element, SchemaConstraints.None, types, depth + 1) : 0));
            case JsonTypeKind.Object:
                return type.Members.Where(static m => !m.IsReadOnly).Sum(m => types.TryGetValue(m.Type.Type, out var inner) ? Most(inner, m.Constraints, types, depth + 1) : 0);
            default:
                return 0;
        }
    }

    private static Fault Of(DeclarationRef at, ContainerTask task, string reason) =>
        new(RuleIds.ContainerInput, at, EquatableArray.Of(task.LogicalId, reason), IsWarning: true);
}
