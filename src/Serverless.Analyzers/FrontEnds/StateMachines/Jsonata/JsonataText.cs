using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>JSONata that a user wrote as text in an attribute, where no lambda can stand.</summary>
internal static class JsonataText
{
    /// <summary>The expression, with or without `{% %}` around it.</summary>
    public static AslData? Read(string text, DeclarationRef at, MachineScope scope)
    {
        var expression = text.Trim();
        if (expression.StartsWith("{%", StringComparison.Ordinal) && expression.EndsWith("%}", StringComparison.Ordinal) && expression.Length >= 4)
            expression = expression.Substring(2, expression.Length - 4).Trim();
        if (expression.Length > 0)
            return new AslExpression(string.Join(" ", expression.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Trim())));
        scope.Report(RuleIds.NoJsonataForm, at, text, "it is empty");
        return null;
    }
}
