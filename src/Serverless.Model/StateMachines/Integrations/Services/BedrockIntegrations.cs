using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>Calls of a model, and jobs that fine-tune one.</summary>
internal static class BedrockIntegrations
{
    private const string Service = "bedrock";

    private static readonly string Jobs = Arns.Here(Service, "model-customization-job/*");

    public static readonly OptimizedIntegration[] All =
    [
        new(Service, "invokeModel", RequestResponse | Callback)
        {
            Required = ["ModelId", "Body|Input"],
            Optional = ["Accept", "ContentType", "GuardrailIdentifier", "GuardrailVersion", "Output", "PerformanceConfigLatency", "ServiceTier", "Trace"],
            IsOpen = true,
            Values = [new("Trace", "ENABLED", "DISABLED", "ENABLED_FULL")],
            Statements =
            [
                // A profile sends the call to the model in one of its regions, and both are asked for.
                RoleStatements.Allow(
                    "bedrock:InvokeModel",
                    "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/{ModelId:model}",
                    Arns.Here(Service, "inference-profile/{ModelId:profile}"),
                    "arn:${AWS::Partition}:bedrock:*::foundation-model/{ModelId:profilemodel}"),
                RoleStatements.Allow("s3:GetObject", Arns.Public("s3", "{Input.S3Uri:s3}")) with { Given = "Input.S3Uri" },
                RoleStatements.Allow("s3:PutObject", Arns.Public("s3", "{Output.S3Uri:s3}")) with { Given = "Output.S3Uri" },
                RoleStatements.Allow("bedrock:ApplyGuardrail", Arns.Here(Service, "guardrail/{GuardrailIdentifier}")) with { Given = "GuardrailIdentifier" },
            ],
        },
        new(Service, "createModelCustomizationJob", RequestResponse | Sync)
        {
            Required = ["BaseModelIdentifier", "CustomModelName", "JobName", "OutputDataConfig", "RoleArn", "TrainingDataConfig"],
            Optional = ["ClientRequestToken", "CustomModelKmsKeyId", "CustomModelTags", "CustomizationConfig", "CustomizationType", "HyperParameters", "JobTags", "ValidationDataConfig", "VpcConfig"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow(
                    "bedrock:CreateModelCustomizationJob",
                    "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/{BaseModelIdentifier}",
                    Arns.Here(Service, "custom-model/*"),
                    Jobs),
                RoleStatements.Allow("bedrock:TagResource", Arns.Here(Service, "custom-model/*"), Jobs) with { Given = "CustomModelTags|JobTags" },
                RoleStatements.PassRole("RoleArn", "bedrock.amazonaws.com"),
                RoleStatements.Allow(["bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"], Jobs).ForJobs(),
            ],
        },
    ];
}
