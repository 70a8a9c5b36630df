namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>What invokes a function, as far as the rules tell it apart.</summary>
internal enum TriggerKind
{
    /// <summary>Something that no rule asks about.</summary>
    Other,
    RestApi,
    HttpApi,
    WebSocketApi,
    FunctionUrl,
    LoadBalancer,
    Sqs,
    Sns,
    S3,
    Kinesis,
    DynamoDbStream,
    Kafka,
    Schedule,
    EventBridge,

    /// <summary>A task of a state machine.</summary>
    StepFunctions,
}
