using System.Globalization;
using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2317: fields that do not exist, are missing or have a value that Step Functions refuses. SVLS2315: fields of the other query language.</summary>
internal static class FieldChecks
{
    /// <summary>How the problem of a field that does not exist begins.</summary>
    public const string UnknownField = "has no field";

    /// <param name="body">The object.</param>
    /// <param name="fields">What it may have.</param>
    /// <param name="subject">How messages name it.</param>
    /// <param name="state">The state it belongs to.</param>
    /// <param name="language">Its query language.</param>
    /// <param name="report">Takes the faults.</param>
    /// <param name="at">Where a missing field is reported; null = at the object's first member.</param>
    public static void Check(
        JsonObject body, IReadOnlyList<DefinitionField> fields, string subject, string? state, QueryLanguage language, DefinitionReport report, JsonMember? at = null)
    {
        if (!Placeholders.IsWhole(body))
            return;
        foreach (var member in body)
        {
            if (fields.FirstOrDefault(f => f.Name == member.Name) is not { } field)
                ReportUnknown(member, fields, subject, state, language, report);
            else if (!Has(field, language))
                report.Add(DefinitionSeverity.Error, RuleIds.WrongQueryLanguage, member, state, $"The field '{field.Name}' of {Lower(subject)}", Other(language), language.ToString());
            else
                CheckValue(member, field, subject, state, language, report);
        }

        foreach (var field in fields)
        {
            if (!field.IsRequired || body.Find(field.Name) is not null)
                continue;
            var problem = $"needs the field '{field.Name}'";
            if (at is not null)
                report.Structure(at, state, subject, problem);
            else if (body.Count > 0)
                report.Structure(body.Members[0], state, subject, problem);
            else
                report.Structure(body, state, subject, problem);
        }
    }

    /// <summary>At most one of these fields.</summary>
    public static void AtMostOne(JsonObject body, string subject, string? state, DefinitionReport report, params string[] names)
    {
        var given = names.Select(body.Find).OfType<JsonMember>().ToList();
        foreach (var member in given.Skip(1))
            report.Structure(member, state, subject, $"has both '{given[0].Name}' and '{member.Name}'; one of them is enough and only one is taken");
    }

    /// <summary>Exactly one of these fields.</summary>
    public static void ExactlyOne(JsonObject body, string subject, string? state, JsonMember at, DefinitionReport report, params string[] names)
    {
        if (names.All(n => body.Find(n) is null))
            report.Structure(at, state, subject, "needs " + string.Join(" or ", names.Select(static n => "'" + n + "'")));
        else
            AtMostOne(body, subject, state, report, names);
    }

    private static bool Has(DefinitionField field, QueryLanguage language) =>
        (field.Languages & (language == QueryLanguage.JSONata ? FieldLanguages.JSONata : FieldLanguages.JSONPath)) != FieldLanguages.None;

    private static string Other(QueryLanguage language) => language == QueryLanguage.JSONata ? "JSONPath" : "JSONata";

    /// <summary>`State 'Pay'` within a sentence.</summary>
    private static string Lower(string subject) => char.ToLowerInvariant(subject[0]) + subject.Substring(1);

    private static void ReportUnknown(JsonMember member, IReadOnlyList<DefinitionField> fields, string subject, string? state, QueryLanguage language, DefinitionReport report)
    {
        var nearest = NearestName.Of(member.Name, fields.Where(f => Has(f, language)).Select(static f => f.Name));
        report.Structure(member, state, subject, $"{UnknownField} '{member.Name}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?"));
    }

    private static void CheckValue(JsonMember member, DefinitionField field, string subject, string? state, QueryLanguage language, DefinitionReport report)
    {
        if (Placeholders.Hides(member.Value))
            return;
        if (field.PathUse is { } use && member.Value is JsonString path)
            ExpressionChecks.CheckPath(path, use, state, report);
        else if (Problem(member.Value, field, language) is { } problem)
            report.Structure(member.Value, state, subject, $"has a '{field.Name}' that is refused: {problem}");
    }

    private static string? Problem(JsonNode value, DefinitionField field, QueryLanguage language)
    {
        var isExpression = language == QueryLanguage.JSONata && IsExpression(value);
        return field.Kind switch
        {
            FieldKind.Text => value is JsonString text ? EnumProblem(text.Value, field, isExpression) : "it is a text",
            FieldKind.Object => value is JsonObject ? null : "it is an object",
            FieldKind.ObjectOrExpression => value is JsonObject || isExpression ? null : "it is an object",
            FieldKind.Array => value is JsonArray ? null : "it is a list",
            FieldKind.ArrayOrExpression => value is JsonArray || isExpression ? null : "it is a list",
            FieldKind.Boolean => value is JsonBoolean ? null : "it is true or false",
            FieldKind.Integer or FieldKind.Number => value is JsonNumber number ? NumberProblem(number, field) : field.IsComputable && isExpression ? null : "it is a number" + Computed(field, language),
            FieldKind.NullablePath or FieldKind.ResultPath => value is JsonNull ? null : "it is a path or null",
            FieldKind.Path or FieldKind.ReferencePath or FieldKind.PathOrIntrinsic => "it is a path",
            FieldKind.Timestamp => value is JsonString text ? isExpression ? null : Timestamps.Problem(text.Value) : "it is a text",
            _ => null,
        };
    }

    private static string Computed(DefinitionField field, QueryLanguage language) => !field.IsComputable
        ? ""
        : language == QueryLanguage.JSONata ? ", or an expression '{% … %}'" : $"; use '{field.Name}Path' to read it from the input";

    private static string? EnumProblem(string text, DefinitionField field, bool isExpression)
    {
        if (field.Values is null || field.Values.Contains(text) || isExpression)
            return null;
        return $"'{text}' is none of {string.Join(", ", field.Values)}";
    }

    private static string? NumberProblem(JsonNumber number, DefinitionField field)
    {
        if (!double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        if (field.Kind == FieldKind.Integer && Math.Floor(value) != value)
            return $"{number.Text} is not a whole number";
        if (value >= field.Least && value <= field.Greatest)
            return null;
        return field.Greatest < double.MaxValue ? $"{number.Text} is not within {Text(field.Least)} to {Text(field.Greatest)}" : $"{number.Text} is less than {Text(field.Least)}";
    }

    private static bool IsExpression(JsonNode value) => value is JsonString text && JsonataText.IsExpression(text.Value);

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
