using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>Resources beside a function that invoke it: mappings, integrations, subscriptions, rules, permissions. Read once for all functions of a template.</summary>
internal sealed class ConnectedTriggers
{
    private readonly Template _template;
    private readonly Dictionary<string, List<DeployedTrigger>> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _uncertain = new(StringComparer.Ordinal);

    public ConnectedTriggers(Template template)
    {
        _template = template;
        foreach (var member in template.Resources)
        {
            if (member.Value is JsonObject resource && Template.TypeOf(resource) is { } type && resource["Properties"] is JsonObject properties)
                Read(member, type, properties);
        }

        foreach (var member in template.Resources)
        {
            if (member.Value is JsonObject resource && Template.TypeOf(resource) == "AWS::Lambda::Permission" && resource["Properties"] is JsonObject properties)
                ReadPermission(properties);
        }
    }

    /// <summary>False when something may invoke the function that is not told.</summary>
    public bool Add(string function, ImmutableArray<DeployedTrigger>.Builder triggers)
    {
        if (_found.TryGetValue(function, out var found))
            triggers.AddRange(found);
        return !_uncertain.Contains(function);
    }

    private void Read(JsonMember member, string type, JsonObject properties)
    {
        switch (type)
        {
            case "AWS::Lambda::EventSourceMapping":
                AddMapping(member, properties);
                break;
            case "AWS::Lambda::Url":
                Add(properties["TargetFunctionArn"], new DeployedTrigger(TriggerKind.FunctionUrl, member.Name, member, properties) { PayloadFormat = "2.0" });
                break;
            case "AWS::ApiGatewayV2::Integration":
                AddIntegration(member, properties);
                break;
            case "AWS::ApiGateway::Method" when properties["Integration"] is JsonObject integration:
                AddEvery(integration["Uri"], new DeployedTrigger(TriggerKind.RestApi, member.Name, member, properties)
                {
                    PayloadFormat = TemplateValue.Text(integration["Type"]) == "AWS_PROXY" ? "1.0" : null,
                    TimeoutMilliseconds = TemplateValue.Positive(integration["TimeoutInMillis"]),
                });
                break;
            case "AWS::SNS::Subscription" when TemplateValue.Text(properties["Protocol"]) == "lambda":
                Add(properties["Endpoint"], new DeployedTrigger(TriggerKind.Sns, member.Name, member, properties) { Source = TemplateReferences.Single(properties["TopicArn"]) });
                break;
            case "AWS::S3::Bucket":
                AddEvery((properties["NotificationConfiguration"] as JsonObject)?["LambdaConfigurations"], new DeployedTrigger(TriggerKind.S3, member.Name, member, properties) { Source = member.Name });
                break;
            case "AWS::Events::Rule":
                var kind = properties["ScheduleExpression"] is null ? TriggerKind.EventBridge : TriggerKind.Schedule;
                AddEvery(properties["Targets"], new DeployedTrigger(kind, member.Name, member, properties));
                break;
            case "AWS::Scheduler::Schedule":
                AddEvery(properties["Target"], new DeployedTrigger(TriggerKind.Schedule, member.Name, member, properties));
                break;
            case "AWS::ElasticLoadBalancingV2::TargetGroup":
                AddEvery(properties["Targets"], new DeployedTrigger(TriggerKind.LoadBalancer, member.Name, member, properties));
                break;
            case "AWS::Serverless::StateMachine" or "AWS::StepFunctions::StateMachine":
                AddEvery(properties, new DeployedTrigger(TriggerKind.StepFunctions, member.Name, member, properties));
                break;
            case "AWS::Serverless::Api":
                AddEvery(properties["DefinitionBody"], new DeployedTrigger(TriggerKind.RestApi, member.Name, member, properties));
                AddEvery(properties["Auth"], new DeployedTrigger(TriggerKind.Other, member.Name, member, properties));
                break;
            case "AWS::Serverless::HttpApi":
                AddEvery(properties["DefinitionBody"], new DeployedTrigger(TriggerKind.HttpApi, member.Name, member, properties));
                AddEvery(properties["Auth"], new DeployedTrigger(TriggerKind.Other, member.Name, member, properties));
                break;
            case "AWS::Serverless::WebSocketApi":
                AddEvery(properties["Routes"], new DeployedTrigger(TriggerKind.WebSocketApi, member.Name, member, properties));
                break;
            case "AWS::Cognito::UserPool" or "AWS::Logs::SubscriptionFilter" or "AWS::ApiGateway::Authorizer" or "AWS::ApiGatewayV2::Authorizer" or "AWS::CloudFormation::CustomResource" or "AWS::IoT::TopicRule":
                AddEvery(properties, new DeployedTrigger(TriggerKind.Other, member.Name, member, properties));
                break;
            default:
                if (type.StartsWith("Custom::", StringComparison.Ordinal))
                    AddEvery(properties["ServiceToken"], new DeployedTrigger(TriggerKind.Other, member.Name, member, properties));
                break;
        }
    }

    private void AddMapping(JsonMember member, JsonObject properties)
    {
        var source = TemplateReferences.Single(properties["EventSourceArn"]);
        var kind = _template.TypeOf(source) switch
        {
            "AWS::SQS::Queue" => TriggerKind.Sqs,
            "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable" or "AWS::Serverless::SimpleTable" => TriggerKind.DynamoDbStream,
            "AWS::Kinesis::Stream" or "AWS::Kinesis::StreamConsumer" => TriggerKind.Kinesis,
            "AWS::MSK::Cluster" or "AWS::MSK::ServerlessCluster" => TriggerKind.Kafka,
            _ => KindOfArn(TemplateValue.Text(properties["EventSourceArn"]), properties),
        };
        Add(properties["FunctionName"], new DeployedTrigger(kind, member.Name, member, properties)
        {
            Source = source,
            BatchSize = TemplateValue.Positive(properties["BatchSize"]),
            ReportsBatchItemFailures = SamEvents.Reports(properties),
        });
    }

    private static TriggerKind KindOfArn(string? arn, JsonObject properties)
    {
        if (properties["SelfManagedEventSource"] is not null || properties["AmazonManagedKafkaEventSourceConfig"] is not null || properties["SelfManagedKafkaEventSourceConfig"] is not null)
            return TriggerKind.Kafka;
        var parts = arn?.Split(':');
        return parts is { Length: > 5 } ? parts[2] switch
        {
            "sqs" => TriggerKind.Sqs,
            "kinesis" => TriggerKind.Kinesis,
            "dynamodb" => TriggerKind.DynamoDbStream,
            "kafka" => TriggerKind.Kafka,
            _ => TriggerKind.Other,
        } : TriggerKind.Other;
    }

    private void AddIntegration(JsonMember member, JsonObject properties)
    {
        var api = TemplateReferences.Single(properties["ApiId"]);
        var protocol = TemplateValue.Text(_template.Properties(api)?["ProtocolType"]);
        var kind = protocol == "WEBSOCKET" ? TriggerKind.WebSocketApi : protocol == "HTTP" || properties["PayloadFormatVersion"] is not null ? TriggerKind.HttpApi : TriggerKind.Other;
        AddEvery(properties["IntegrationUri"], new DeployedTrigger(kind, member.Name, member, properties)
        {
            Source = api,
            PayloadFormat = TemplateValue.Text(properties["PayloadFormatVersion"]) is var version && version is "1.0" or "2.0" ? version : null,
            TimeoutMilliseconds = TemplateValue.Positive(properties["TimeoutInMillis"]),
        });
    }

    /// <summary>A permission shows that a service invokes the function, not how. It says something only where nothing else does.</summary>
    private void ReadPermission(JsonObject properties)
    {
        if (_template.FunctionOf(properties["FunctionName"]) is not { } function)
            return;
        TriggerKind[] shown = TemplateValue.Text(properties["Principal"]) switch
        {
            "s3.amazonaws.com" => [TriggerKind.S3],
            "sns.amazonaws.com" => [TriggerKind.Sns],
            "events.amazonaws.com" => [TriggerKind.EventBridge, TriggerKind.Schedule],
            "scheduler.amazonaws.com" => [TriggerKind.Schedule],
            "elasticloadbalancing.amazonaws.com" => [TriggerKind.LoadBalancer],
            "apigateway.amazonaws.com" => [TriggerKind.RestApi, TriggerKind.HttpApi, TriggerKind.WebSocketApi],
            "*" => [TriggerKind.FunctionUrl],
            _ => [],
        };
        if (!_found.TryGetValue(function, out var known) || !known.Exists(trigger => shown.Contains(trigger.Kind)))
            _uncertain.Add(function);
    }

    private void Add(JsonNode? reference, DeployedTrigger trigger)
    {
        if (_template.FunctionOf(reference) is { } function)
            AddTo(function, trigger);
        else
            AddEvery(reference, trigger);
    }

    /// <summary>For values that name the function somewhere inside: the address of an integration, a list of targets.</summary>
    private void AddEvery(JsonNode? node, DeployedTrigger trigger)
    {
        if (node is null)
            return;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        TemplateReferences.Collect(node, ids);
        foreach (var id in ids)
        {
            if (_template.FunctionOf(new JsonObject { { "Ref", id } }) is { } function)
                AddTo(function, trigger);
        }
    }

    private void AddTo(string function, DeployedTrigger trigger)
    {
        if (!_found.TryGetValue(function, out var triggers))
            _found.Add(function, triggers = []);
        triggers.Add(trigger);
    }
}
