using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`[StageVariable]`: those of the assembly are in every API, those of a class in its API; the nearer one of a name wins.</summary>
internal static class StageVariableReader
{
    public const string Attribute = "StageVariable";

    /// <param name="owner">What carries the API's attribute.</param>
    /// <param name="reading">Shared state of the read.</param>
    public static EquatableArray<StageVariable> Read(DeclaredAttributes owner, Reading reading)
    {
        var variables = new SortedDictionary<string, StageVariable>(StringComparer.Ordinal);
        foreach (var level in owner == reading.Assembly ? [owner] : new[] { reading.Assembly, owner })
        {
            var atThisLevel = new HashSet<string>(StringComparer.Ordinal);
            foreach (var scope in ApiScope.All(level, Attribute, reading))
            {
                if (Read(scope, atThisLevel) is { } variable)
                    variables[variable.Name] = variable;
            }
        }

        return variables.Values.ToEquatableArray();
    }

    private static StageVariable? Read(ApiScope scope, HashSet<string> atThisLevel)
    {
        if (scope.Attribute.Constructor<string>(0) is not { } name || scope.Attribute.Constructor<string>(1) is not { } text)
            return null;
        if (name.Length == 0 || !name.All(static c => IsLetterOrDigit(c) || c == '_'))
        {
            scope.ReportMalformed("name", name, "a stage variable has letters, digits and '_'");
            return null;
        }

        if (!atThisLevel.Add(name))
        {
            scope.Reading.Report(RuleIds.SettingsExclude, scope.At("name"), $"[StageVariable(\"{name}\")]", "another of the same name", "a stage has one value for each variable");
            return null;
        }

        if (scope.Reading.Value(text, scope.At("value")) is not { } value)
            return null;
        if (value.Kind != AwsValueKind.Literal || value.Text.StartsWith("{{resolve:", StringComparison.Ordinal) || value.Text.All(static c => IsLetterOrDigit(c) || "-._~:/?#&=,".IndexOf(c) >= 0))
            return new StageVariable(name, value);
        scope.ReportMalformed("value", text, "the value of a stage variable has letters, digits and -._~:/?#&=,");
        return null;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
