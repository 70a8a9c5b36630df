namespace Serverless.Artifacts.Tests.Permissions;

/// <summary>A statement on one line: `Allow dynamodb:GetItem on ${Items.Arn}`.</summary>
internal static class StatementText
{
    public static string Of(Statement statement) =>
        (statement.IsAllow ? "Allow " : "Deny ") + string.Join(",", statement.Actions) + " on "
        + string.Join(",", statement.Resources.Select(static resource => resource.ToPlaceholderText()))
        + (statement.Condition is null ? "" : " if");
}
