using Serverless;

namespace Storefront;

/// <summary>What staff call from inside the network.</summary>
[ServerlessRestApi(
    Endpoint = RestEndpoint.Private,
    VpcEndpointIds = ["@StaffVpcEndpoint"],
    ResourcePolicy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": "*",
              "Action": "execute-api:Invoke",
              "Resource": "execute-api:/*",
              "Condition": { "StringEquals": { "aws:SourceVpce": "${StaffVpcEndpoint}" } }
            }
          ]
        }
        """,
    Authorizer = "Staff")]
[CognitoAuthorizer("Staff", "@StaffPool", Scopes = ["shop/prices"])]
public sealed class StaffApi;
