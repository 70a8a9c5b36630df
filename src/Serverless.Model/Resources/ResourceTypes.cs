namespace Serverless.Model;

/// <summary>What CloudFormation's `Ref` gives for a type.</summary>
internal enum RefMeaning
{
    Name,
    Url,
    Arn,
    Id,
}

/// <summary>How a resource of a type is named in the places that ask for a name, a URL or an ARN.</summary>
/// <param name="Ref">What `Ref` gives.</param>
/// <param name="ArnAttribute">`Fn::GetAtt` attribute that gives the ARN; null when `Ref` is the ARN or <paramref name="ArnPattern"/> builds it.</param>
/// <param name="NameAttribute">`Fn::GetAtt` attribute that gives the name, where `Ref` does not.</param>
/// <param name="ArnPattern">The ARN as text for `Fn::Sub`, `{0}` being what `Ref` gives, where no attribute has it.</param>
internal sealed record ResourceTypeFacts(RefMeaning Ref, string? ArnAttribute = "Arn", string? NameAttribute = null, string? ArnPattern = null);

/// <summary>
/// The one table behind `@Id`: what `Ref` means for each type, and where its ARN comes from. A type that is not listed is
/// taken to follow the common convention: `Ref` is the name, attribute `Arn` the ARN.
/// </summary>
internal static class ResourceTypes
{
    public const string Function = "AWS::Serverless::Function";
    public const string TaskDefinition = "AWS::ECS::TaskDefinition";
    public const string FargateProfile = "AWS::EKS::FargateProfile";
    public const string StateMachine = "AWS::Serverless::StateMachine";
    public const string HttpApi = "AWS::Serverless::HttpApi";
    public const string RestApi = "AWS::Serverless::Api";
    public const string WebSocketApi = "AWS::ApiGatewayV2::Api";

    private const string Prefix = "arn:${AWS::Partition}:";
    private const string Here = ":${AWS::Region}:${AWS::AccountId}:";

    private static readonly ResourceTypeFacts NamedWithArn = new(RefMeaning.Name);
    private static readonly ResourceTypeFacts IdWithArn = new(RefMeaning.Id);
    private static readonly ResourceTypeFacts RefIsArn = new(RefMeaning.Arn, ArnAttribute: null);
    private static readonly ResourceTypeFacts Machine = new(RefMeaning.Arn, ArnAttribute: null, NameAttribute: "Name");

    private static readonly Dictionary<string, ResourceTypeFacts> Known = new(StringComparer.Ordinal)
    {
        [Function] = NamedWithArn,
        [StateMachine] = Machine,
        [HttpApi] = new(RefMeaning.Id, null, null, Prefix + "execute-api" + Here + "{0}"),
        [RestApi] = new(RefMeaning.Id, null, null, Prefix + "execute-api" + Here + "{0}"),
        ["AWS::Serverless::SimpleTable"] = NamedWithArn,
        ["AWS::Serverless::LayerVersion"] = RefIsArn,
        ["AWS::ApiGateway::RestApi"] = new(RefMeaning.Id, null, null, Prefix + "execute-api" + Here + "{0}"),
        [WebSocketApi] = new(RefMeaning.Id, null, null, Prefix + "execute-api" + Here + "{0}"),
        ["AWS::Athena::WorkGroup"] = new(RefMeaning.Name, null, null, Prefix + "athena" + Here + "workgroup/{0}"),
        ["AWS::Batch::JobDefinition"] = RefIsArn,
        ["AWS::Batch::JobQueue"] = RefIsArn,
        ["AWS::CertificateManager::Certificate"] = RefIsArn,
        ["AWS::CodeBuild::Project"] = NamedWithArn,
        ["AWS::Cognito::UserPool"] = IdWithArn,
        ["AWS::DynamoDB::GlobalTable"] = NamedWithArn,
        ["AWS::DynamoDB::Table"] = NamedWithArn,
        ["AWS::ECS::Cluster"] = NamedWithArn,
        [TaskDefinition] = RefIsArn,
        ["AWS::ElasticLoadBalancingV2::Listener"] = RefIsArn,
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = RefIsArn,
        ["AWS::EKS::Cluster"] = NamedWithArn,
        [FargateProfile] = NamedWithArn,
        ["AWS::Events::EventBus"] = NamedWithArn,
        ["AWS::Events::Rule"] = NamedWithArn,
        ["AWS::Glue::Job"] = new(RefMeaning.Name, null, null, Prefix + "glue" + Here + "job/{0}"),
        ["AWS::IAM::ManagedPolicy"] = RefIsArn,
        ["AWS::IAM::Role"] = NamedWithArn,
        ["AWS::Kinesis::Stream"] = NamedWithArn,
        ["AWS::KinesisFirehose::DeliveryStream"] = NamedWithArn,
        ["AWS::KMS::Alias"] = new(RefMeaning.Name, null, null, Prefix + "kms" + Here + "{0}"),
        ["AWS::KMS::Key"] = IdWithArn,
        ["AWS::Lambda::Alias"] = RefIsArn,
        ["AWS::Lambda::Function"] = NamedWithArn,
        ["AWS::Lambda::LayerVersion"] = RefIsArn,
        ["AWS::Lambda::Version"] = RefIsArn,
        ["AWS::Logs::LogGroup"] = NamedWithArn,
        ["AWS::MSK::Cluster"] = RefIsArn,
        ["AWS::RDS::DBCluster"] = new(RefMeaning.Name, "DBClusterArn"),
        ["AWS::RDS::DBInstance"] = new(RefMeaning.Name, "DBInstanceArn"),
        ["AWS::RDS::DBProxy"] = new(RefMeaning.Name, "DBProxyArn"),
        ["AWS::S3::Bucket"] = NamedWithArn,
        ["AWS::Scheduler::ScheduleGroup"] = NamedWithArn,
        ["AWS::SecretsManager::Secret"] = RefIsArn,
        ["AWS::SNS::Topic"] = new(RefMeaning.Arn, ArnAttribute: null, NameAttribute: "TopicName"),
        ["AWS::SQS::Queue"] = new(RefMeaning.Url, "Arn", "QueueName"),
        ["AWS::SSM::Parameter"] = new(RefMeaning.Name, null, null, Prefix + "ssm" + Here + "parameter/{0}"),
        ["AWS::StepFunctions::Activity"] = new(RefMeaning.Arn, ArnAttribute: null, NameAttribute: "Name"),
        ["AWS::StepFunctions::StateMachine"] = Machine,
    };

    /// <summary>
    /// ARN of something that is known by its name alone (a template parameter, a literal in a state's arguments), `{0}` being the name.
    /// The service prefix of the actions, or of the integration, says what kind of thing the name names.
    /// </summary>
    private static readonly Dictionary<string, string> ArnsByService = new(StringComparer.Ordinal)
    {
        ["batch"] = Prefix + "batch" + Here + "job-queue/{0}",
        ["dynamodb"] = Prefix + "dynamodb" + Here + "table/{0}",
        ["events"] = Prefix + "events" + Here + "event-bus/{0}",
        ["firehose"] = Prefix + "firehose" + Here + "deliverystream/{0}",
        ["glue"] = Prefix + "glue" + Here + "job/{0}",
        ["kinesis"] = Prefix + "kinesis" + Here + "stream/{0}",
        ["kms"] = Prefix + "kms" + Here + "key/{0}",
        ["lambda"] = Prefix + "lambda" + Here + "function:{0}",
        ["logs"] = Prefix + "logs" + Here + "log-group:{0}:*",
        ["s3"] = Prefix + "s3:::{0}",
        ["secretsmanager"] = Prefix + "secretsmanager" + Here + "secret:{0}-*",
        ["sns"] = Prefix + "sns" + Here + "{0}",
        ["sqs"] = Prefix + "sqs" + Here + "{0}",
        ["ssm"] = Prefix + "ssm" + Here + "parameter/{0}",
        ["states"] = Prefix + "states" + Here + "stateMachine:{0}",
    };

    /// <summary>The type that an API is emitted as.</summary>
    public static string Of(ApiKind kind) => kind switch
    {
        ApiKind.Rest => RestApi,
        ApiKind.WebSocket => WebSocketApi,
        _ => HttpApi,
    };

    public static ResourceTypeFacts Find(string cloudFormationType) =>
        Known.TryGetValue(cloudFormationType, out var facts) ? facts : NamedWithArn;

    /// <summary>The ARN pattern for a name in the service, or null when a name alone does not make an ARN there.</summary>
    public static string? FindArnPattern(string? service) =>
        service is not null && ArnsByService.TryGetValue(service, out var pattern) ? pattern : null;
}
