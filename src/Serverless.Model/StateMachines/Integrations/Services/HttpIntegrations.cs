using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`http:invoke`: a call to any HTTPS endpoint, with the credentials of an EventBridge connection.</summary>
internal static class HttpIntegrations
{
    private const string Public = "Authentication.ConnectionArn";
    private const string Private = "InvocationConfig.ConnectionArn";

    public static readonly OptimizedIntegration[] All =
    [
        new("http", "invoke", RequestResponse)
        {
            Required = ["ApiEndpoint", "Method", "Authentication|InvocationConfig"],
            Optional = ["Headers", "QueryParameters", "RequestBody", "Transform"],
            Values = [new("Method", "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")],
            Statements =
            [
                // The endpoint is no resource of AWS: conditions narrow it.
                RoleStatements.Allow("states:InvokeHTTPEndpoint", "*") with
                {
                    Conditions = [new("StringEquals", "states:HTTPEndpoint", "{ApiEndpoint}"), new("StringEquals", "states:HTTPMethod", "{Method}")],
                },
                .. Connection(Public),
                .. Connection(Private),
            ],
        },
    ];

    /// <summary>The credentials lie in a secret that EventBridge keeps for the connection.</summary>
    private static RoleStatement[] Connection(string argument) =>
    [
        RoleStatements.Allow("events:RetrieveConnectionCredentials", Arns.Here("events", "connection/{" + argument + "}")) with { Given = argument },
        RoleStatements.Allow(
            ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
            Arns.Here("secretsmanager", "secret:events!connection/{" + argument + ":name}/*")) with { Given = argument },
    ];
}
