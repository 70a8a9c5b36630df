using Serverless;

namespace Purchasing;

/// <summary>What employees call, with signed requests. A decision goes straight to the waiting execution: no function stands between.</summary>
[ServerlessRestApi]
[ServiceRoute(
    "POST /decisions",
    "states:sendTaskSuccess",
    RequestTemplate = """{ "taskToken": $input.json('$.token'), "output": "$util.escapeJavaScript($input.json('$.decision')).replaceAll("\\'", "'")" }""",
    Authorizer = Authorizers.Iam)]
[ServiceRoute("POST /heartbeats", "states:sendTaskHeartbeat", Parameters = ["taskToken=$request.body.token"], Authorizer = Authorizers.Iam)]
public sealed class PurchasingApi;
