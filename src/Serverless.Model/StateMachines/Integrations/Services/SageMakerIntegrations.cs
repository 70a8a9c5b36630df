using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>Jobs of SageMaker, models and endpoints. SageMaker writes its names in lower case into ARNs of endpoints, configurations and models.</summary>
internal static class SageMakerIntegrations
{
    private const string Service = "sagemaker";
    private const string Principal = "sagemaker.amazonaws.com";

    public static readonly OptimizedIntegration[] All =
    [
        Job(
            "TrainingJob", "training-job", "StepFunctionsGetEventsForSageMakerTrainingJobsRule", "RoleArn",
            ["AlgorithmSpecification", "OutputDataConfig", "ResourceConfig", "StoppingCondition"],
            [
                "CheckpointConfig", "DebugHookConfig", "DebugRuleConfigurations", "EnableInterContainerTrafficEncryption", "EnableManagedSpotTraining",
                "EnableNetworkIsolation", "Environment", "ExperimentConfig", "HyperParameters", "InfraCheckConfig", "InputDataConfig", "ProfilerConfig",
                "ProfilerRuleConfigurations", "RemoteDebugConfig", "RetryStrategy", "SessionChainingConfig", "Tags", "TensorBoardOutputConfig", "VpcConfig",
            ]),
        Job(
            "TransformJob", "transform-job", "StepFunctionsGetEventsForSageMakerTransformJobsRule", null,
            ["ModelName", "TransformInput", "TransformOutput", "TransformResources"],
            ["BatchStrategy", "DataCaptureConfig", "DataProcessing", "Environment", "ExperimentConfig", "MaxConcurrentTransforms", "MaxPayloadInMB", "ModelClientConfig", "Tags"]),
        Job(
            "HyperParameterTuningJob", "hyper-parameter-tuning-job", "StepFunctionsGetEventsForSageMakerTuningJobsRule", "TrainingJobDefinition.RoleArn",
            ["HyperParameterTuningJobConfig"],
            ["Autotune", "Tags", "TrainingJobDefinition", "TrainingJobDefinitions", "WarmStartConfig"]),
        Job(
            "LabelingJob", "labeling-job", "StepFunctionsGetEventsForSageMakerLabelingJob*", "RoleArn",
            ["HumanTaskConfig", "InputConfig", "LabelAttributeName", "OutputConfig"],
            ["LabelCategoryConfigS3Uri", "LabelingJobAlgorithmsConfig", "StoppingConditions", "Tags"]),
        Job(
            "ProcessingJob", "processing-job", "StepFunctionsGetEventsForSageMakerProcessingJobsRule", "RoleArn",
            ["AppSpecification", "ProcessingResources"],
            ["Environment", "ExperimentConfig", "NetworkConfig", "ProcessingInputs", "ProcessingOutputConfig", "StoppingCondition", "Tags"]),
        new(Service, "createModel", RequestResponse)
        {
            Required = ["ModelName"],
            Optional = ["Containers", "DeploymentRecommendation", "EnableNetworkIsolation", "ExecutionRoleArn", "InferenceExecutionConfig", "PrimaryContainer", "Tags", "VpcConfig"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("sagemaker:CreateModel", Arns.Here(Service, "model/{ModelName:lower}")),
                RoleStatements.Allow("sagemaker:AddTags", Arns.Here(Service, "model/{ModelName:lower}")) with { Given = "Tags" },
                RoleStatements.PassRole("ExecutionRoleArn", Principal),
            ],
        },
        new(Service, "createEndpointConfig", RequestResponse)
        {
            Required = ["EndpointConfigName", "ProductionVariants"],
            Optional = ["AsyncInferenceConfig", "DataCaptureConfig", "EnableNetworkIsolation", "ExecutionRoleArn", "ExplainerConfig", "KmsKeyId", "ShadowProductionVariants", "Tags", "VpcConfig"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("sagemaker:CreateEndpointConfig", Arns.Here(Service, "endpoint-config/{EndpointConfigName:lower}")),
                RoleStatements.Allow("sagemaker:AddTags", Arns.Here(Service, "endpoint-config/{EndpointConfigName:lower}")) with { Given = "Tags" },
                RoleStatements.PassRole("ExecutionRoleArn", Principal),
            ],
        },
        new(Service, "createEndpoint", RequestResponse)
        {
            Required = ["EndpointConfigName", "EndpointName"],
            Optional = ["DeploymentConfig", "Tags"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("sagemaker:CreateEndpoint", Endpoint()),
                RoleStatements.Allow("sagemaker:AddTags", Arns.Here(Service, "endpoint/{EndpointName:lower}")) with { Given = "Tags" },
            ],
        },
        new(Service, "updateEndpoint", RequestResponse)
        {
            Required = ["EndpointConfigName", "EndpointName"],
            Optional = ["DeploymentConfig", "ExcludeRetainedVariantProperties", "RetainAllVariantProperties", "RetainDeploymentConfig"],
            IsOpen = true,
            Statements = [RoleStatements.Allow("sagemaker:UpdateEndpoint", Endpoint())],
        },
    ];

    private static string[] Endpoint() =>
        [Arns.Here(Service, "endpoint/{EndpointName:lower}"), Arns.Here(Service, "endpoint-config/{EndpointConfigName:lower}")];

    /// <summary>A kind of job: it is made, described and stopped under its own name.</summary>
    private static OptimizedIntegration Job(string kind, string resource, string rule, string? role, string[] required, string[] optional)
    {
        var name = kind + "Name";
        var arn = Arns.Here(Service, resource + "/{" + name + "}");
        var statements = new List<RoleStatement>
        {
            RoleStatements.Allow("sagemaker:Create" + kind, arn),

            // Step Functions marks the jobs that it waits for, and finds them by the mark.
            RoleStatements.Allow("sagemaker:AddTags", arn) with { Given = "Tags", On = RequestResponse },
            RoleStatements.Allow(["sagemaker:AddTags", "sagemaker:Describe" + kind, "sagemaker:Stop" + kind], arn).ForJobs(),
            RoleStatements.Allow("sagemaker:ListTags", "*"),
            RoleStatements.ManagedRule(rule),
        };
        if (role is not null)
            statements.Insert(1, RoleStatements.PassRole(role, Principal));
        return new(Service, "create" + kind, RequestResponse | Sync)
        {
            Required = role == "RoleArn" ? [name, "RoleArn", .. required] : [name, .. required],
            Optional = optional,
            IsOpen = true,
            Statements = [.. statements],
        };
    }
}
