using System.Globalization;
using Serverless.Model.Expressions.JsonPath;
using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2317: rules of a Choice. SVLS2303: a Choice that may find no way.</summary>
internal static class ChoiceChecks
{
    private static readonly IReadOnlyList<DefinitionField> JsonataRule =
    [
        new("Condition", FieldKind.Any) { IsRequired = true }, new("Next", FieldKind.Text) { IsRequired = true }, new("Comment", FieldKind.Text),
        new("Assign", FieldKind.Object), new("Output", FieldKind.Any),
    ];

    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (state.Type != "Choice" || state.Body["Choices"] is not JsonArray rules)
            return;
        if (rules.Count == 0)
            report.Structure(rules, state.Name, state.Title, "has no rules in 'Choices'");
        for (var i = 0; i < rules.Count; i++)
        {
            var subject = $"Rule {(i + 1).ToString(CultureInfo.InvariantCulture)} of '{state.Name}'";
            if (Placeholders.Hides(rules[i]))
                continue;
            if (rules[i] is not JsonObject rule)
                report.Structure(rules[i], state.Name, subject, "is no object");
            else if (state.IsJsonata)
                CheckJsonata(rule, subject, state, report);
            else
                CheckComparison(rule, subject, state, report, isOutermost: true);
        }

        if (state.Body.Find("Default") is null && rules.Count > 0 && !ChoiceCoverage.IsComplete(rules))
        {
            report.Add(DefinitionSeverity.Info, RuleIds.NoEnd, state.Member, state.Name, state.Name,
                "has no 'Default': when no rule matches, the execution fails with States.NoChoiceMatched");
        }
    }

    private static void CheckJsonata(JsonObject rule, string subject, DefinitionState state, DefinitionReport report)
    {
        foreach (var member in rule)
        {
            if (member.Name == "Variable" || ChoiceOperators.Is(member.Name))
            {
                report.Add(DefinitionSeverity.Error, RuleIds.WrongQueryLanguage, member, state.Name, $"The field '{member.Name}' of a rule of '{state.Name}'", "JSONPath", "JSONata");
                return;
            }
        }

        FieldChecks.Check(rule, JsonataRule, subject, state.Name, state.Language, report);
        if (rule["Condition"] is { } condition && condition is not JsonBoolean && !Placeholders.Hides(condition) && !(condition is JsonString text && JsonataText.IsExpression(text.Value)))
            report.Structure(condition, state.Name, subject, "has a 'Condition' that is refused: it is true, false or an expression '{% … %}'");
    }

    private static void CheckComparison(JsonObject rule, string subject, DefinitionState state, DefinitionReport report, bool isOutermost)
    {
        if (!Placeholders.IsWhole(rule))
            return;
        var operators = new List<JsonMember>();
        foreach (var member in rule)
        {
            if (ChoiceOperators.Is(member.Name))
            {
                operators.Add(member);
            }
            else if (member.Name == "Condition" || (member.Name == "Output" && isOutermost))
            {
                report.Add(DefinitionSeverity.Error, RuleIds.WrongQueryLanguage, member, state.Name, $"The field '{member.Name}' of a rule of '{state.Name}'", "JSONata", "JSONPath");
                return;
            }
            else if (member.Name is "Next" or "Assign" && !isOutermost)
            {
                report.Structure(member, state.Name, subject, $"has '{member.Name}' inside of And, Or or Not; it belongs to the rule as a whole");
            }
            else if (member.Name is not ("Variable" or "Next" or "Assign" or "Comment"))
            {
                var nearest = NearestName.Of(member.Name, ChoiceOperators.All);
                report.Structure(member, state.Name, subject, $"has no operator '{member.Name}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?"));
                return;
            }
        }

        if (isOutermost && rule.Find("Next") is null)
            Missing("needs the field 'Next'");
        if (operators.Count == 0)
        {
            Missing("compares with nothing: it needs an operator such as StringEquals");
            return;
        }

        foreach (var further in operators.Skip(1))
            report.Structure(further, state.Name, subject, $"has both '{operators[0].Name}' and '{further.Name}'; a rule has one operator, And combines several");
        CheckOperator(operators[0], rule, subject, state, report);

        void Missing(string problem)
        {
            if (rule.Count > 0)
                report.Structure(rule.Members[0], state.Name, subject, problem);
            else
                report.Structure(rule, state.Name, subject, problem);
        }
    }

    private static void CheckOperator(JsonMember member, JsonObject rule, string subject, DefinitionState state, DefinitionReport report)
    {
        switch (member.Name)
        {
            case "And" or "Or":
                if (member.Value is not JsonArray { Count: > 0 } parts)
                {
                    report.Structure(member.Value, state.Name, subject, $"has an '{member.Name}' that is no list of comparisons");
                    return;
                }

                foreach (var part in parts)
                {
                    if (part is JsonObject comparison)
                        CheckComparison(comparison, subject, state, report, isOutermost: false);
                    else if (!Placeholders.Hides(part))
                        report.Structure(part, state.Name, subject, $"has a part of '{member.Name}' that is no comparison");
                }

                return;
            case "Not":
                if (member.Value is JsonObject negated)
                    CheckComparison(negated, subject, state, report, isOutermost: false);
                else
                    report.Structure(member.Value, state.Name, subject, "has a 'Not' that is no comparison");
                return;
        }

        if (rule["Variable"] is not { } variable)
            report.Structure(member, state.Name, subject, "compares nothing: it needs the field 'Variable'");
        else if (!Placeholders.Hides(variable) && variable is not JsonString)
            report.Structure(variable, state.Name, subject, "has a 'Variable' that is no path");
        else if (variable is JsonString path && !Placeholders.Hides(path))
            ExpressionChecks.CheckPath(path, PathUse.Path, state.Name, report);
        if (Placeholders.Hides(member.Value))
            return;
        if (member.Name.EndsWith("Path", StringComparison.Ordinal) && member.Value is JsonString compared)
            ExpressionChecks.CheckPath(compared, PathUse.Path, state.Name, report);
        else if (ChoiceOperators.Problem(member.Name, member.Value) is { } problem)
            report.Structure(member.Value, state.Name, subject, $"has a '{member.Name}' that is refused: {problem}");
    }
}
