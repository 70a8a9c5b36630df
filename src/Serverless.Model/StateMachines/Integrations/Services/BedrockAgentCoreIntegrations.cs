using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`bedrockagentcore:invokeHarness`: an agent that AWS runs.</summary>
internal static class BedrockAgentCoreIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("bedrockagentcore", "invokeHarness", RequestResponse)
        {
            Required = ["HarnessArn", "Messages"],
            Optional = ["ActorId", "AllowedTools", "MaxIterations", "MaxTokens", "Model", "RuntimeSessionId", "Skills", "SystemPrompt", "TimeoutSeconds", "Tools"],
            IsOpen = true,
            Statements = [RoleStatements.Allow(["bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:InvokeHarness"], Arns.Here("bedrock-agentcore", "harness/{HarnessArn}"))],
        },
    ];
}
