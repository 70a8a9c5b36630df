namespace Serverless.Model;

/// <summary>
/// The table of the optimised integrations: which actions exist, with which patterns, what they require and what they need of the role.
/// Rules, roles and the checker of definitions read it. The patterns are those of the service's guide ("Integrating optimized services"),
/// the statements those of its policy templates, narrowed to what the arguments name.
/// </summary>
internal static class OptimizedIntegrations
{
    /// <summary>In the order of the guide.</summary>
    public static readonly OptimizedIntegration[] All =
    [
        .. ApiGatewayIntegrations.All, .. AthenaIntegrations.All, .. BatchIntegrations.All, .. BedrockIntegrations.All, .. BedrockAgentCoreIntegrations.All, .. CodeBuildIntegrations.All,
        .. DynamoDbIntegrations.All, .. EcsIntegrations.All, .. EksIntegrations.All, .. EmrIntegrations.All, .. EmrContainersIntegrations.All,
        .. EmrServerlessIntegrations.All, .. EventBridgeIntegrations.All, .. GlueIntegrations.All, .. DataBrewIntegrations.All, .. HttpIntegrations.All,
        .. LambdaIntegrations.All, .. MediaConvertIntegrations.All, .. SageMakerIntegrations.All, .. SnsIntegrations.All, .. SqsIntegrations.All,
        .. StepFunctionsIntegrations.All,
    ];

    private static readonly Dictionary<string, OptimizedIntegration> ByName = All.ToDictionary(static i => i.Name, StringComparer.Ordinal);

    /// <summary>`sqs:sendMessage` …</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Null when there is no such action.</summary>
    /// <param name="name">Tail of the ARN, without the pattern.</param>
    public static OptimizedIntegration? Find(string name) => ByName.TryGetValue(name, out var found) ? found : null;
}
