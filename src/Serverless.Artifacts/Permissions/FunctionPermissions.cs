using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a function may do: its grants, and what its own settings need. Nothing else: no managed policy is attached unasked.</summary>
internal static class FunctionPermissions
{
    private static readonly string[] NetworkActions =
    [
        "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
    ];

    public static EquatableArray<Statement> Of(Function function, ReferenceResolver resolver)
    {
        var statements = new List<Statement>();
        foreach (var grant in function.Grants)
        {
            if (grant.Target == GrantTarget.Functions)
                statements.Add(GrantStatement.Of(grant, resolver));
        }

        if (resolver.FindApi(function.PushesTo) is WebSocketApi api)
            statements.Add(Statement.Allow(ApiArns.Connections(api), "execute-api:ManageConnections"));
        var settings = function.Settings;
        if (settings.KmsKey is { } key)
            statements.Add(Statement.Allow(resolver.Resolve(key, ReferenceForm.Arn, "kms"), "kms:Decrypt"));

        // The ARN that a log group gives ends in `:*`, which is what its streams need.
        statements.Add(Statement.Allow(DeployedValue.GetAtt(GeneratedIds.Logs(function.LogicalId), "Arn"), "logs:CreateLogStream", "logs:PutLogEvents"));
        if (settings.Tracing)
            statements.Add(Statement.Allow("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments"));
        if (settings.SubnetIds.Count > 0)
            statements.Add(Statement.Allow("*", NetworkActions));
        return StatementMerger.Merge(statements);
    }
}
