using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Writes compiled validations.</summary>
internal static class CheckSource
{
    /// <param name="code">Receives the statements.</param>
    /// <param name="checks">What to check.</param>
    /// <param name="value">Expression of the value, not null here.</param>
    /// <param name="owner">Expression of the object the value is a member of.</param>
    /// <param name="fields">Receives what the checks keep.</param>
    /// <param name="report">The statement that reports a message, given as an expression.</param>
    public static void Write(CodeWriter code, EquatableArray<ValueCheck> checks, string value, string owner, FieldList fields, Func<string, string> report)
    {
        foreach (var check in checks)
        {
            var condition = check.Condition.Replace("$value", value).Replace("$owner", owner);
            if (check.FieldType.Length > 0)
                condition = condition.Replace("$field", fields.Add(check.FieldType, check.FieldValue));
            if (check.YieldsMessage)
            {
                using (code.Block($"if ({condition} is {{ }} message)"))
                    code.Line(report("message"));
                continue;
            }

            code.Line($"if (!({condition}))");
            code.Line("    " + report(GeneratedFile.Literal(check.Message)));
        }
    }
}
