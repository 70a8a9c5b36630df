using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`lambda:invoke`.</summary>
internal static class LambdaIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("lambda", "invoke", RequestResponse | Callback)
        {
            Required = ["FunctionName"],
            Optional = ["Payload", "Qualifier", "InvocationType", "ClientContext", "LogType"],
            Values = [new("InvocationType", "RequestResponse", "Event", "DryRun"), new("LogType", "None", "Tail")],
            Statements =
            [
                RoleStatements.Allow("lambda:InvokeFunction", Arns.Here("lambda", "function:{FunctionName}")) with { Absent = "Qualifier" },

                // A version or alias has an ARN of its own.
                RoleStatements.Allow("lambda:InvokeFunction", Arns.Here("lambda", "function:{FunctionName}:{Qualifier}")) with { Given = "Qualifier" },
            ],
        },
    ];
}
