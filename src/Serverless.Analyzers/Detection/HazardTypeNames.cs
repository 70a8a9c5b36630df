namespace Serverless.Analyzers.Detection;

/// <summary>Metadata names that the hazard rules and the handler recognition look for. No package is required for any of them.</summary>
internal static class HazardTypeNames
{
    public const string LambdaContext = "Amazon.Lambda.Core.ILambdaContext";
    public const string LambdaFunctionAttribute = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    public const string LambdaStartupAttribute = "Amazon.Lambda.Annotations.LambdaStartupAttribute";
    public const string LambdaBootstrap = "Amazon.Lambda.RuntimeSupport.LambdaBootstrap";
    public const string LambdaBootstrapBuilder = "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";
    public const string HandlerWrapper = "Amazon.Lambda.RuntimeSupport.HandlerWrapper";
    public const string AspNetCoreFunction = "Amazon.Lambda.AspNetCoreServer.AbstractAspNetCoreFunction`2";
    public const string DurableContext = "Amazon.Lambda.DurableExecution.IDurableContext";

    public const string CdkStack = "Amazon.CDK.Stack";

    public const string ServerlessNamespace = "Serverless";
    public const string StepFunctionsNamespace = "Serverless.StepFunctions";
    public const string ServerlessHandlerAttribute = "Serverless.ServerlessHandlerAttribute";

    public const string AmazonServiceClient = "Amazon.Runtime.AmazonServiceClient";
    public const string AmazonService = "Amazon.Runtime.IAmazonService";
    public const string DynamoDbContext = "Amazon.DynamoDBv2.DataModel.DynamoDBContext";
    public const string DynamoDbContextConfig = "Amazon.DynamoDBv2.DataModel.DynamoDBContextConfig";
    public const string DynamoDbContextBuilder = "Amazon.DynamoDBv2.DataModel.DynamoDBContextBuilder";
    public const string DynamoDbTable = "Amazon.DynamoDBv2.DocumentModel.Table";
    public const string TransferUtility = "Amazon.S3.Transfer.ITransferUtility";
    public const string GetObjectResponse = "Amazon.S3.Model.GetObjectResponse";

    public const string HttpClient = "System.Net.Http.HttpClient";
    public const string HttpMessageInvoker = "System.Net.Http.HttpMessageInvoker";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOfT = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOfT = "System.Threading.Tasks.ValueTask`1";
    public const string LazyOfT = "System.Lazy`1";
    public const string ControllerBase = "Microsoft.AspNetCore.Mvc.ControllerBase";
    public const string HttpContext = "Microsoft.AspNetCore.Http.HttpContext";
}
