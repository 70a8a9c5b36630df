using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`apigateway:invoke`: a call to an HTTP or REST API.</summary>
internal static class ApiGatewayIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("apigateway", "invoke", RequestResponse | Callback)
        {
            Required = ["ApiEndpoint", "Method"],
            Optional = ["AllowNullValues", "AuthType", "Headers", "Path", "QueryParameters", "RequestBody", "Stage"],
            Values =
            [
                new("Method", "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"),
                new("AuthType", "NO_AUTH", "IAM_ROLE", "RESOURCE_POLICY"),
            ],
            Statements =
            [
                // Without a signature API Gateway asks no policy, and with a resource policy it asks that of the API.
                RoleStatements.Allow("execute-api:Invoke", Arns.Here("execute-api", "{ApiEndpoint:api}/{Stage:name=$default}/{Method:name}/{Path:path=}")) with
                {
                    When = "AuthType=IAM_ROLE",
                },
            ],
        },
    ];
}
