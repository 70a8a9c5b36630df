namespace Serverless.Model;

/// <summary>
/// The one table of actions that APIs call without a function: the fixed ten of HTTP APIs, complete, and the everyday ones of REST APIs,
/// which can call any.
/// </summary>
internal static class ServiceActions
{
    /// <summary>Before the table, which is made with it.</summary>
    private static readonly Dictionary<string, (string Parameter, ServiceParameterForm Form)> Resources = new(StringComparer.Ordinal)
    {
        ["sqs"] = ("QueueUrl", ServiceParameterForm.Url),
        ["kinesis"] = ("StreamName", ServiceParameterForm.Name),
        ["firehose"] = ("DeliveryStreamName", ServiceParameterForm.Name),
        ["states"] = ("StateMachineArn", ServiceParameterForm.Arn),
        ["dynamodb"] = ("TableName", ServiceParameterForm.Name),
        ["lambda"] = ("FunctionName", ServiceParameterForm.Arn),
        ["sns"] = ("TopicArn", ServiceParameterForm.Arn),
        ["s3"] = ("Bucket", ServiceParameterForm.Name),
    };

    private static readonly Dictionary<string, ServiceAction> Known = new[]
    {
        Of("events:PutEvents", "Entries") with { ResourceParameter = "EventBusName", ResourceForm = ServiceParameterForm.Name },
        Of("sqs:SendMessage", "QueueUrl MessageBody", "DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId MessageSystemAttributes Region") with { Subtype = "SQS-SendMessage" },
        Of("sqs:ReceiveMessage", "QueueUrl", "AttributeNames MaxNumberOfMessages MessageAttributeNames ReceiveRequestAttemptId VisibilityTimeout WaitTimeSeconds Region") with { Subtype = "SQS-ReceiveMessage" },
        Of("sqs:DeleteMessage", "QueueUrl ReceiptHandle", "Region") with { Subtype = "SQS-DeleteMessage" },
        Of("sqs:PurgeQueue", "QueueUrl", "Region") with { Subtype = "SQS-PurgeQueue" },
        Of("appconfig:GetConfiguration", "Application Environment Configuration ClientId", "ClientConfigurationVersion Region") with { Subtype = "AppConfig-GetConfiguration" },
        Of("kinesis:PutRecord", "StreamName Data PartitionKey", "SequenceNumberForOrdering ExplicitHashKey Region") with { Subtype = "Kinesis-PutRecord" },
        Of("states:StartExecution", "StateMachineArn", "Name Input Region") with { Subtype = "StepFunctions-StartExecution" },
        Of("states:StartSyncExecution", "StateMachineArn", "Name Input Region TraceHeader") with { Subtype = "StepFunctions-StartSyncExecution" },
        Of("states:StopExecution", "ExecutionArn", "Cause Error Region") with { Subtype = "StepFunctions-StopExecution" },
        Of("states:DescribeExecution", "ExecutionArn"),
        Of("dynamodb:GetItem", "TableName Key"),
        Of("dynamodb:PutItem", "TableName Item"),
        Of("dynamodb:UpdateItem", "TableName Key"),
        Of("dynamodb:DeleteItem", "TableName Key"),
        Of("dynamodb:Query", "TableName"),
        Of("dynamodb:Scan", "TableName"),
        Of("dynamodb:TransactGetItems", "TransactItems") with { IamActions = EquatableArray.Of("dynamodb:GetItem") },
        Of("dynamodb:TransactWriteItems", "TransactItems") with { IamActions = EquatableArray.Of("dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem") },
        Of("dynamodb:ExecuteStatement", "Statement") with { IamActions = EquatableArray.Of("dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLSelect", "dynamodb:PartiQLUpdate") },
        Of("firehose:PutRecord", "DeliveryStreamName Record"),
        Of("lambda:Invoke", "FunctionName") with { IamActions = EquatableArray.Of("lambda:InvokeFunction") },
        Of("sns:Publish", "TopicArn Message"),
        Of("sns:PublishBatch", "TopicArn PublishBatchRequestEntries") with { IamActions = EquatableArray.Of("sns:Publish") },
        Of("sqs:SendMessageBatch", "QueueUrl Entries") with { IamActions = EquatableArray.Of("sqs:SendMessage") },
        Of("sqs:DeleteMessageBatch", "QueueUrl Entries") with { IamActions = EquatableArray.Of("sqs:DeleteMessage") },
        Of("sqs:ChangeMessageVisibilityBatch", "QueueUrl Entries") with { IamActions = EquatableArray.Of("sqs:ChangeMessageVisibility") },
        Of("s3:GetObject", "Bucket Key") with { HttpMethod = "GET" },
        Of("s3:HeadObject", "Bucket Key") with { HttpMethod = "HEAD", IamActions = EquatableArray.Of("s3:GetObject") },
        Of("s3:PutObject", "Bucket Key") with { HttpMethod = "PUT" },
        Of("s3:DeleteObject", "Bucket Key") with { HttpMethod = "DELETE" },
        Of("s3:ListObjectsV2", "Bucket") with { HttpMethod = "GET", IamActions = EquatableArray.Of("s3:ListBucket") },
    }.ToDictionary(static action => action.Service + ":" + action.Action, StringComparer.OrdinalIgnoreCase);

    /// <summary>An event's members are parameters of the first-class integration; the service itself takes a list of events.</summary>
    private static readonly ServiceAction PutEventsOfHttpApi = new("events", "PutEvents")
    {
        Subtype = "EventBridge-PutEvents",
        Required = Names("Detail DetailType Source"),
        Optional = Names("Time EventBusName Resources Region TraceHeader"),
        ResourceParameter = "EventBusName",
        ResourceForm = ServiceParameterForm.Name,
    };

    /// <summary>What people call services whose IAM prefix is another.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eventbridge"] = "events", ["stepfunctions"] = "states", ["sfn"] = "states",
    };

    /// <summary>Every action that HTTP APIs have, as it is written: `sqs:sendMessage`.</summary>
    public static IEnumerable<string> OfHttpApis => Known.Values.Where(static action => action.Subtype is not null).Append(PutEventsOfHttpApi).Select(static action => Written(action));

    /// <summary>The first-class integration of an HTTP API; null when there is none.</summary>
    public static ServiceAction? FindForHttpApi(string service, string action) =>
        Is(PutEventsOfHttpApi, service, action) ? PutEventsOfHttpApi : Known.TryGetValue(service + ":" + action, out var found) && found.Subtype is not null ? found : null;

    /// <summary>What a REST API calls; an action that is not in the table has no required parameters that we know of.</summary>
    public static ServiceAction ForRestApi(string service, string action) =>
        Known.TryGetValue(service + ":" + action, out var found) ? found : WithResource(new ServiceAction(service, action) { Protocol = ProtocolOf(service) });

    /// <summary>The facts of an integration on a kind of API; null when an HTTP API does not have it.</summary>
    public static ServiceAction? Find(ApiKind kind, string service, string action) =>
        kind == ApiKind.Rest ? ForRestApi(service, action) : FindForHttpApi(service, action);

    /// <summary>`sqs` and `SendMessage` of `sqs:sendMessage`; null when it is not written so.</summary>
    public static (string Service, string Action)? Parse(string text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || colon == text.Length - 1)
            return null;
        var service = text.Substring(0, colon).ToLowerInvariant();
        var action = text.Substring(colon + 1);
        if (!service.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || !action.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            return null;
        if (Aliases.TryGetValue(service, out var prefix))
            service = prefix;
        return (service, char.ToUpperInvariant(action[0]) + action.Substring(1));
    }

    /// <summary>`sqs:sendMessage`.</summary>
    public static string Written(ServiceAction action) => action.Service + ":" + char.ToLowerInvariant(action.Action[0]) + action.Action.Substring(1);

    private static ServiceAction Of(string name, string required, string optional = "")
    {
        var colon = name.IndexOf(':');
        var service = name.Substring(0, colon);
        return WithResource(new ServiceAction(service, name.Substring(colon + 1)) { Required = Names(required), Optional = Names(optional), Protocol = ProtocolOf(service) });
    }

    /// <summary>An execution is not what `On` names: a state machine has many.</summary>
    private static ServiceAction WithResource(ServiceAction action) =>
        Resources.TryGetValue(action.Service, out var resource) && (action.Required.Count == 0 || action.Required.Contains(resource.Parameter))
            ? action with { ResourceParameter = action.Required.Count == 0 ? null : resource.Parameter, ResourceForm = resource.Form }
            : action;

    private static ServiceProtocol ProtocolOf(string service) => service switch
    {
        "s3" => ServiceProtocol.S3,
        "sqs" or "sns" => ServiceProtocol.Query,
        _ => ServiceProtocol.Json,
    };

    private static bool Is(ServiceAction known, string service, string action) =>
        known.Service == service && string.Equals(known.Action, action, StringComparison.OrdinalIgnoreCase);

    private static EquatableArray<string> Names(string names) => names.Length == 0 ? default : names.Split(' ').ToEquatableArray();
}
