namespace Serverless.StepFunctions;

/// <summary>
/// Resources of the optimised integrations, for <see cref="State.Task(string)"/>. Any other action of AWS is written
/// <c>aws-sdk:{service}:{action}</c>.
/// </summary>
public static class Integration
{
    /// <summary>Lambda.</summary>
    public static class Lambda
    {
        /// <summary>Calls a function.</summary>
        public const string Invoke = "lambda:invoke";

        /// <summary>Calls a function and waits for the task token.</summary>
        public const string InvokeWaitForTaskToken = "lambda:invoke.waitForTaskToken";
    }

    /// <summary>Batch.</summary>
    public static class Batch
    {
        /// <summary>Submits a job.</summary>
        public const string SubmitJob = "batch:submitJob";

        /// <summary>Submits a job and waits for its end.</summary>
        public const string SubmitJobSync = "batch:submitJob.sync";
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
        /// <summary>Calls the Kubernetes API.</summary>
        public const string Call = "eks:call";

        /// <summary>Runs a job and waits for its end.</summary>
        public const string RunJobSync = "eks:runJob.sync";

        /// <summary>Creates a node group and waits until it is there.</summary>
        public const string CreateNodegroupSync = "eks:createNodegroup.sync";
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

    /// <summary>Glue.</summary>
    public static class Glue
    {
        /// <summary>Starts a job.</summary>
        public const string StartJobRun = "glue:startJobRun";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string StartJobRunSync = "glue:startJobRun.sync";
    }

    /// <summary>EMR.</summary>
    public static class Emr
    {
        /// <summary>Adds a step.</summary>
        public const string AddStep = "elasticmapreduce:addStep";

        /// <summary>Adds a step and waits for its end.</summary>
        public const string AddStepSync = "elasticmapreduce:addStep.sync";
    }

    /// <summary>EMR Serverless.</summary>
    public static class EmrServerless
    {
        /// <summary>Starts a job.</summary>
        public const string StartJobRun = "emr-serverless:startJobRun";

        /// <summary>Starts a job and waits for its end.</summary>
        public const string StartJobRunSync = "emr-serverless:startJobRun.sync";
    }

    /// <summary>Athena.</summary>
    public static class Athena
    {
        /// <summary>Starts a query.</summary>
        public const string StartQueryExecution = "athena:startQueryExecution";

        /// <summary>Starts a query and waits for its end.</summary>
        public const string StartQueryExecutionSync = "athena:startQueryExecution.sync";
    }

    /// <summary>SageMaker.</summary>
    public static class SageMaker
    {
        /// <summary>Starts a training job.</summary>
        public const string CreateTrainingJob = "sagemaker:createTrainingJob";

        /// <summary>Starts a training job and waits for its end.</summary>
        public const string CreateTrainingJobSync = "sagemaker:createTrainingJob.sync";
    }

    /// <summary>CodeBuild.</summary>
    public static class CodeBuild
    {
        /// <summary>Starts a build.</summary>
        public const string StartBuild = "codebuild:startBuild";

        /// <summary>Starts a build and waits for its end.</summary>
        public const string StartBuildSync = "codebuild:startBuild.sync";
    }

    /// <summary>API Gateway.</summary>
    public static class ApiGateway
    {
        /// <summary>Calls an API.</summary>
        public const string Invoke = "apigateway:invoke";

        /// <summary>Calls an API and waits for the task token.</summary>
        public const string InvokeWaitForTaskToken = "apigateway:invoke.waitForTaskToken";
    }

    /// <summary>HTTP endpoints.</summary>
    public static class Http
    {
        /// <summary>Calls an HTTPS endpoint.</summary>
        public const string Invoke = "http:invoke";
    }

    /// <summary>Step Functions.</summary>
    public static class StepFunctions
    {
        /// <summary>Starts a run.</summary>
        public const string StartExecution = "states:startExecution";

        /// <summary>Starts a run and waits for its end; the output is JSON.</summary>
        public const string StartExecutionSync = "states:startExecution.sync:2";

        /// <summary>Starts a run and waits for the task token.</summary>
        public const string StartExecutionWaitForTaskToken = "states:startExecution.waitForTaskToken";
    }

    /// <summary>EventBridge.</summary>
    public static class EventBridge
    {
        /// <summary>Sends events.</summary>
        public const string PutEvents = "events:putEvents";

        /// <summary>Sends events and waits for the task token.</summary>
        public const string PutEventsWaitForTaskToken = "events:putEvents.waitForTaskToken";
    }
}
