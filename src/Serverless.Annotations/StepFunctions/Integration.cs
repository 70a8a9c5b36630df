namespace Serverless.StepFunctions;

/// <summary>
/// Resources of the optimised integrations, for <see cref="State.Task(string)"/>. Any other action of AWS is written
/// <c>aws-sdk:{service}:{action}</c>.
/// </summary>
public static class Integration
{
    /// <summary>API Gateway.</summary>
    public static class ApiGateway
    {
        /// <summary>Calls an API.</summary>
        public const string Invoke = "apigateway:invoke";

        /// <summary>Calls an API and waits for the task token.</summary>
        public const string InvokeWaitForTaskToken = "apigateway:invoke.waitForTaskToken";
    }

    /// <summary>Athena.</summary>
    public static class Athena
    {
        /// <summary>Starts a query.</summary>
        public const string StartQueryExecution = "athena:startQueryExecution";

        /// <summary>Starts a query and waits for its end.</summary>
        public const string StartQueryExecutionSync = "athena:startQueryExecution.sync";

        /// <summary>Stops a query.</summary>
        public const string StopQueryExecution = "athena:stopQueryExecution";

        /// <summary>Reads the state of a query.</summary>
        public const string GetQueryExecution = "athena:getQueryExecution";

        /// <summary>Reads the result of a query.</summary>
        public const string GetQueryResults = "athena:getQueryResults";
    }

    /// <summary>Batch.</summary>
    public static class Batch
    {
        /// <summary>Submits a job.</summary>
        public const string SubmitJob = "batch:submitJob";

        /// <summary>Submits a job and waits for its end.</summary>
        public const string SubmitJobSync = "batch:submitJob.sync";
    }

    /// <summary>Bedrock.</summary>
    public static class Bedrock
    {
        /// <summary>Calls a model.</summary>
        public const string InvokeModel = "bedrock:invokeModel";

        /// <summary>Calls a model and waits for the task token.</summary>
        public const string InvokeModelWaitForTaskToken = "bedrock:invokeModel.waitForTaskToken";

        /// <summary>Starts a job that fine-tunes a model.</summary>
        public const string CreateModelCustomizationJob = "bedrock:createModelCustomizationJob";

        /// <summary>Starts a job that fine-tunes a model and waits for its end.</summary>
        public const string CreateModelCustomizationJobSync = "bedrock:createModelCustomizationJob.sync";
    }

    /// <summary>Bedrock AgentCore.</summary>
    public static class BedrockAgentCore
    {
        /// <summary>Calls an agent.</summary>
        public const string InvokeHarness = "bedrockagentcore:invokeHarness";
    }

    /// <summary>CodeBuild.</summary>
    public static class CodeBuild
    {
        /// <summary>Starts a build.</summary>
        public const string StartBuild = "codebuild:startBuild";

        /// <summary>Starts a build and waits for its end.</summary>
        public const string StartBuildSync = "codebuild:startBuild.sync";

        /// <summary>Stops a build.</summary>
        public const string StopBuild = "codebuild:stopBuild";

        /// <summary>Deletes builds.</summary>
        public const string BatchDeleteBuilds = "codebuild:batchDeleteBuilds";

        /// <summary>Reads reports.</summary>
        public const string BatchGetReports = "codebuild:batchGetReports";

        /// <summary>Starts a batch of builds.</summary>
        public const string StartBuildBatch = "codebuild:startBuildBatch";

        /// <summary>Starts a batch of builds and waits for its end.</summary>
        public const string StartBuildBatchSync = "codebuild:startBuildBatch.sync";

        /// <summary>Stops a batch of builds.</summary>
        public const string StopBuildBatch = "codebuild:stopBuildBatch";

        /// <summary>Starts a batch of builds again.</summary>
        public const string RetryBuildBatch = "codebuild:retryBuildBatch";

        /// <summary>Starts a batch of builds again and waits for its end.</summary>
        public const string RetryBuildBatchSync = "codebuild:retryBuildBatch.sync";

        /// <summary>Deletes a batch of builds.</summary>
        public const string DeleteBuildBatch = "codebuild:deleteBuildBatch";
    }

    /// <summary>DynamoDB.</summary>
    public static class DynamoDb
    {
        /// <summary>Reads an item.</summary>
        public const string GetItem = "dynamodb:getItem";

        /// <summary>Writes an item.</summary>
        public const string PutItem = "dynamodb:putItem";

        /// <summary>Changes an item.</summary>
        public const string UpdateItem = "dynamodb:updateItem";

        /// <summary>Deletes an item.</summary>
        public const string DeleteItem = "dynamodb:deleteItem";
    }

    /// <summary>ECS and Fargate.</summary>
    public static class Ecs
    {
        /// <summary>Starts a task.</summary>
        public const string RunTask = "ecs:runTask";

        /// <summary>Starts a task and waits for its end.</summary>
        public const string RunTaskSync = "ecs:runTask.sync";

        /// <summary>Starts a task and waits for the task token.</summary>
        public const string RunTaskWaitForTaskToken = "ecs:runTask.waitForTaskToken";
    }

    /// <summary>EKS.</summary>
    public static class Eks
    {
        /// <summary>Creates a cluster.</summary>
        public const string CreateCluster = "eks:createCluster";

        /// <summary>Creates a cluster and waits until it is there.</summary>
        public const string CreateClusterSync = "eks:createCluster.sync";

        /// <summary>Creates a cluster and waits for the task token.</summary>
        public const string CreateClusterWaitForTaskToken = "eks:createCluster.waitForTaskToken";

        /// <summary>Deletes a cluster.</summary>
        public const string DeleteCluster = "eks:deleteCluster";

        /// <summary>Deletes a cluster and waits until it is gone.</summary>
        public const string DeleteClusterSync = "eks:deleteCluster.sync";

        /// <summary>Deletes a cluster and waits for the task token.</summary>
        public const string DeleteClusterWaitForTaskToken = "eks:deleteCluster.waitForTaskToken";

        /// <summary>Creates a node group.</summary>
        public const string CreateNodegroup = "eks:createNodegroup";

        /// <summary>Creates a node group and waits until it is there.</summary>
        public const string CreateNodegroupSync = "eks:createNodegroup.sync";

        /// <summary>Creates a node group and waits for the task token.</summary>
        public const string CreateNodegroupWaitForTaskToken = "eks:createNodegroup.waitForTaskToken";

        /// <summary>Deletes a node group.</summary>
        public const string DeleteNodegroup = "eks:deleteNodegroup";

        /// <summary>Deletes a node group and waits until it is gone.</summary>
        public const string DeleteNodegroupSync = "eks:deleteNodegroup.sync";

        /// <summary>Deletes a node group and waits for the task token.</summary>
        public const string DeleteNodegroupWaitForTaskToken = "eks:deleteNodegroup.waitForTaskToken";

        /// <summary>Creates a Fargate profile.</summary>
        public const string CreateFargateProfile = "eks:createFargateProfile";

        /// <summary>Creates a Fargate profile and waits until it is there.</summary>
        public const string CreateFargateProfileSync = "eks:createFargateProfile.sync";

        /// <summary>Creates a Fargate profile and waits for the task token.</summary>
        public const string CreateFargateProfileWaitForTaskToken = "eks:createFargateProfile.waitForTaskToken";

        /// <summary>Deletes a Fargate profile.</summary>
        public const string DeleteFargateProfile = "eks:deleteFargateProfile";

        /// <summary>Deletes a Fargate profile and waits until it is gone.</summary>
        public const string DeleteFargateProfileSync = "eks:deleteFargateProfile.sync";

        /// <summary>Deletes a Fargate profile and waits for the task token.</summary>
        public const string DeleteFargateProfileWaitForTaskToken = "eks:deleteFargateProfile.waitForTaskToken";

        /// <summary>Runs a job of Kubernetes.</summary>
        public const string RunJob = "eks:runJob";

        /// <summary>Runs a job of Kubernetes and waits for its end.</summary>
        public const string RunJobSync = "eks:runJob.sync";

        /// <summary>Runs a job of Kubernetes and waits for the task token.</summary>
        public const string RunJobWaitForTaskToken = "eks:runJob.waitForTaskToken";

        /// <summary>Calls the Kubernetes API.</summary>
        public const string Call = "eks:call";

        /// <summary>Calls the Kubernetes API and waits for the task token.</summary>
        public const string CallWaitForTaskToken = "eks:call.waitForTaskToken";
    }

    /// <summary>EMR.</summary>
    public static class Emr
    {
        /// <summary>Creates a cluster.</summary>
        public const string CreateCluster = "elasticmapreduce:createCluster";

        /// <summary>Creates a cluster and waits until it is ready for work.</summary>
        public const string CreateClusterSync = "elasticmapreduce:createCluster.sync";

        /// <summary>Ends a cluster.</summary>
        public const string TerminateCluster = "elasticmapreduce:terminateCluster";

        /// <summary>Ends a cluster and waits until it has ended.</summary>
        public const string TerminateClusterSync = "elasticmapreduce:terminateCluster.sync";

        /// <summary>Adds a step.</summary>
        public const string AddStep = "elasticmapreduce:addStep";

        /// <summary>Adds a step and waits for its end.</summary>
        public const string AddStepSync = "elasticmapreduce:addStep.sync";

        /// <summary>Cancels a step.</summary>
        public const string CancelStep = "elasticmapreduce:cancelStep";

        /// <summary>Protects a cluster from being ended.</summary>
        public const string SetClusterTerminationProtection = "elasticmapreduce:setClusterTerminationProtection";

        /// <summary>Changes an instance fleet.</summary>
        public const string ModifyInstanceFleetByName = "elasticmapreduce:modifyInstanceFleetByName";

        /// <summary>Changes an instance group.</summary>
        public const string ModifyInstanceGroupByName = "elasticmapreduce:modifyInstanceGroupByName";
    }

    /// <summary>EMR on EKS.</summary>
    public static class EmrOnEks
    {
        /// <summary>Creates a virtual cluster.</summary>
        public const string CreateVirtualCluster = "emr-containers:createVirtualCluster";

        /// <summary>Deletes a virtual cluster.</summary>
        public const string DeleteVirtualCluster = "emr-containers:deleteVirtualCluster";

        /// <summary>Deletes a virtual cluster and waits until it is gone.</summary>
        public const string DeleteVirtualClusterSync = "emr-containers:deleteVirtualCluster.sync";

        /// <summary>Starts a job.</summary>
        public const string StartJobRun = "emr-containers:startJobRun";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string StartJobRunSync = "emr-containers:startJobRun.sync";
    }

    /// <summary>EMR Serverless.</summary>
    public static class EmrServerless
    {
        /// <summary>Creates an application.</summary>
        public const string CreateApplication = "emr-serverless:createApplication";

        /// <summary>Creates an application and waits until it is there.</summary>
        public const string CreateApplicationSync = "emr-serverless:createApplication.sync";

        /// <summary>Starts an application.</summary>
        public const string StartApplication = "emr-serverless:startApplication";

        /// <summary>Starts an application and waits until it has started.</summary>
        public const string StartApplicationSync = "emr-serverless:startApplication.sync";

        /// <summary>Stops an application.</summary>
        public const string StopApplication = "emr-serverless:stopApplication";

        /// <summary>Stops an application and waits until it has stopped.</summary>
        public const string StopApplicationSync = "emr-serverless:stopApplication.sync";

        /// <summary>Deletes an application.</summary>
        public const string DeleteApplication = "emr-serverless:deleteApplication";

        /// <summary>Deletes an application and waits until it is gone.</summary>
        public const string DeleteApplicationSync = "emr-serverless:deleteApplication.sync";

        /// <summary>Starts a job.</summary>
        public const string StartJobRun = "emr-serverless:startJobRun";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string StartJobRunSync = "emr-serverless:startJobRun.sync";

        /// <summary>Cancels a job.</summary>
        public const string CancelJobRun = "emr-serverless:cancelJobRun";

        /// <summary>Cancels a job and waits for its end.</summary>
        public const string CancelJobRunSync = "emr-serverless:cancelJobRun.sync";
    }

    /// <summary>EventBridge.</summary>
    public static class EventBridge
    {
        /// <summary>Sends events.</summary>
        public const string PutEvents = "events:putEvents";

        /// <summary>Sends events and waits for the task token.</summary>
        public const string PutEventsWaitForTaskToken = "events:putEvents.waitForTaskToken";
    }

    /// <summary>Glue.</summary>
    public static class Glue
    {
        /// <summary>Starts a job.</summary>
        public const string StartJobRun = "glue:startJobRun";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string StartJobRunSync = "glue:startJobRun.sync";
    }

    /// <summary>Glue DataBrew.</summary>
    public static class DataBrew
    {
        /// <summary>Starts a job.</summary>
        public const string StartJobRun = "databrew:startJobRun";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string StartJobRunSync = "databrew:startJobRun.sync";
    }

    /// <summary>HTTP endpoints.</summary>
    public static class Http
    {
        /// <summary>Calls an HTTPS endpoint.</summary>
        public const string Invoke = "http:invoke";
    }

    /// <summary>Lambda.</summary>
    public static class Lambda
    {
        /// <summary>Calls a function.</summary>
        public const string Invoke = "lambda:invoke";

        /// <summary>Calls a function and waits for the task token.</summary>
        public const string InvokeWaitForTaskToken = "lambda:invoke.waitForTaskToken";
    }

    /// <summary>MediaConvert.</summary>
    public static class MediaConvert
    {
        /// <summary>Starts a job.</summary>
        public const string CreateJob = "mediaconvert:createJob";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string CreateJobSync = "mediaconvert:createJob.sync";
    }

    /// <summary>SageMaker.</summary>
    public static class SageMaker
    {
        /// <summary>Starts a training job.</summary>
        public const string CreateTrainingJob = "sagemaker:createTrainingJob";

        /// <summary>Starts a training job and waits for its end.</summary>
        public const string CreateTrainingJobSync = "sagemaker:createTrainingJob.sync";

        /// <summary>Starts a transform job.</summary>
        public const string CreateTransformJob = "sagemaker:createTransformJob";

        /// <summary>Starts a transform job and waits for its end.</summary>
        public const string CreateTransformJobSync = "sagemaker:createTransformJob.sync";

        /// <summary>Starts a tuning job.</summary>
        public const string CreateHyperParameterTuningJob = "sagemaker:createHyperParameterTuningJob";

        /// <summary>Starts a tuning job and waits for its end.</summary>
        public const string CreateHyperParameterTuningJobSync = "sagemaker:createHyperParameterTuningJob.sync";

        /// <summary>Starts a labeling job.</summary>
        public const string CreateLabelingJob = "sagemaker:createLabelingJob";

        /// <summary>Starts a labeling job and waits for its end.</summary>
        public const string CreateLabelingJobSync = "sagemaker:createLabelingJob.sync";

        /// <summary>Starts a processing job.</summary>
        public const string CreateProcessingJob = "sagemaker:createProcessingJob";

        /// <summary>Starts a processing job and waits for its end.</summary>
        public const string CreateProcessingJobSync = "sagemaker:createProcessingJob.sync";

        /// <summary>Creates a model.</summary>
        public const string CreateModel = "sagemaker:createModel";

        /// <summary>Creates the configuration of an endpoint.</summary>
        public const string CreateEndpointConfig = "sagemaker:createEndpointConfig";

        /// <summary>Creates an endpoint.</summary>
        public const string CreateEndpoint = "sagemaker:createEndpoint";

        /// <summary>Gives an endpoint another configuration.</summary>
        public const string UpdateEndpoint = "sagemaker:updateEndpoint";
    }

    /// <summary>SNS.</summary>
    public static class Sns
    {
        /// <summary>Publishes a message.</summary>
        public const string Publish = "sns:publish";

        /// <summary>Publishes a message and waits for the task token.</summary>
        public const string PublishWaitForTaskToken = "sns:publish.waitForTaskToken";
    }

    /// <summary>SQS.</summary>
    public static class Sqs
    {
        /// <summary>Sends a message.</summary>
        public const string SendMessage = "sqs:sendMessage";

        /// <summary>Sends a message and waits for the task token.</summary>
        public const string SendMessageWaitForTaskToken = "sqs:sendMessage.waitForTaskToken";
    }

    /// <summary>Step Functions.</summary>
    public static class StepFunctions
    {
        /// <summary>Starts a run.</summary>
        public const string StartExecution = "states:startExecution";

        /// <summary>Starts a run and waits for its end; the output is JSON.</summary>
        public const string StartExecutionSync = "states:startExecution.sync:2";

        /// <summary>Starts a run and waits for its end; the output is JSON in a text.</summary>
        public const string StartExecutionSyncAsText = "states:startExecution.sync";

        /// <summary>Starts a run and waits for the task token.</summary>
        public const string StartExecutionWaitForTaskToken = "states:startExecution.waitForTaskToken";
    }
}
