using Serverless.Model;
using Serverless.Model.Validation;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>`[EnvironmentVariable]`: assembly, class and method added up; a nearer one of the same name replaces.</summary>
internal static class EnvironmentReader
{
    /// <summary>Which function an executable answers as, on the managed runtime.</summary>
    public const string FunctionVariable = "SERVERLESS_FUNCTION";

    public static EquatableArray<EnvironmentVariable> Read(FunctionScope scope, IEnumerable<EnvironmentVariable> own, Reading reading)
    {
        var variables = new List<EnvironmentVariable>(own);
        DeclarationRef? last = null;
        foreach (var owner in scope.Outward)
        {
            var atThisLevel = new HashSet<string>(StringComparer.Ordinal);
            foreach (var attribute in owner.All("EnvironmentVariable"))
            {
                if (attribute.Constructor<string>(0) is not { } name || attribute.Constructor<string>(1) is not { } text)
                    continue;
                var at = owner.At(attribute, "name");
                if (EnvironmentRules.Problem(name) is { } problem)
                    reading.Report(RuleIds.EnvironmentVariables, at, name, problem);
                else if (!atThisLevel.Add(name))
                    reading.Report(RuleIds.EnvironmentVariables, at, name, "it is declared twice here");
                else if (reading.Value(text, owner.At(attribute, "value")) is { } value)
                    Set(variables, new EnvironmentVariable(name, value));
                last = owner.At(attribute);
            }
        }

        if (last is not null && EnvironmentRules.SizeOf(variables) is var size && size > EnvironmentRules.MostBytes)
            reading.Report(RuleIds.EnvironmentVariables, last, scope.Symbol.Name, $"names and values take {size} bytes, and Lambda accepts {EnvironmentRules.MostBytes} in all");
        variables.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return variables.ToEquatableArray();
    }

    private static void Set(List<EnvironmentVariable> variables, EnvironmentVariable variable)
    {
        variables.RemoveAll(known => known.Name == variable.Name);
        variables.Add(variable);
    }
}
