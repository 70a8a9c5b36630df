using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Settings of a Lambda function (<c>AWS::Serverless::Function</c>). On a method: of the method's own function, and the way to declare one
/// that is only invoked. On a class or the assembly: one function for all methods with routes below that have no own one: many
/// routes, one cold start, one policy. A generated router chooses between them: by the route that an API names, else (function URL, load
/// balancer) by method and path, with 404 and 405 for what fits none; as in API Gateway, GET does not answer HEAD. Tasks, authorizers,
/// triggers and invoked functions stay functions of their own.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessFunctionAttribute : Attribute
{
    /// <summary>The logical id is <c>{Class}{Method}</c>, <c>{Class}</c> for the function of a class, the last part of the assembly's name for that of the assembly.</summary>
    public ServerlessFunctionAttribute()
    {
    }

    /// <summary>Pins the logical id: changing it replaces the function.</summary>
    /// <param name="logicalId">Letters and digits, up to 255 characters, unique (SVLS2003).</param>
    public ServerlessFunctionAttribute(string logicalId) => LogicalId = logicalId;

    /// <summary>The logical id as written; null = derived.</summary>
    public string? LogicalId { get; }

    /// <summary>Memory in MB, 128 to 10,240 (SVLS2001); the share of a processor follows it. Default: 512.</summary>
    public int MemorySize { get; set; } = 512;

    /// <summary>
    /// Seconds an invocation may take, 1 to 900 (SVLS2001). Default: 10 with a route, the state's limit for a task, else 30. Longer than
    /// the API in front waits: SVLS0901.
    /// </summary>
    public int Timeout { get; set; }

    /// <summary>
    /// Lambda runtime. Default: <c>provided.al2023</c> for NativeAOT and self-contained executables, else <c>dotnet8</c> or <c>dotnet10</c>
    /// from the target framework.
    /// </summary>
    public string? Runtime { get; set; }

    /// <summary>Processor. Default: <see cref="FunctionArchitecture.Auto"/>.</summary>
    public FunctionArchitecture Architecture { get; set; }

    /// <summary>Zip or container image (<c>PackageType</c>). Default: <see cref="FunctionPackage.Zip"/>.</summary>
    public FunctionPackage Package { get; set; }

    /// <summary>Up to five layers, version ARN or <c>@Id</c>; not with an image (SVLS2002). Default: none.</summary>
    public string[]? Layers { get; set; }

    /// <summary>
    /// The execution role, ARN or <c>@Id</c>, instead of a generated one: the policy is then written but not attached, and grants
    /// are SVLS2405. Default: generated.
    /// </summary>
    public string? Role { get; set; }

    /// <summary>ARN of the generated role's permissions boundary. Default: the application's.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>Executions at a time that are reserved for and the limit of the function, 0 or more; 0 switches it off. Default: the account's pool.</summary>
    public int ReservedConcurrency { get; set; }

    /// <summary>Environments that are kept warm, 1 or more; billed by the hour (SVLS2505). Publishes the alias <c>live</c>. Default: none.</summary>
    public int ProvisionedConcurrency { get; set; }

    /// <summary>
    /// True = start from a snapshot of the initialised process (<c>SnapStart</c>, published versions). Not with an image, a custom
    /// runtime, provisioned concurrency, a file system or more than 512 MB of storage (SVLS2002). Default: false.
    /// </summary>
    public bool SnapStart { get; set; }

    /// <summary>Capacity provider for Lambda Managed Instances, ARN or <c>@Id</c>; one process then serves many requests at a time. Default: none.</summary>
    public string? CapacityProvider { get; set; }

    /// <summary>Requests one environment serves at a time, 1 or more; only with <see cref="CapacityProvider"/> (SVLS2002). Default: the service's.</summary>
    public int ConcurrencyPerEnvironment { get; set; }

    /// <summary>Size of <c>/tmp</c> in MB, 512 to 10,240. Default: 512.</summary>
    public int EphemeralStorage { get; set; } = 512;

    /// <summary>EFS access point, ARN or <c>@Id</c>; needs subnets and <see cref="MountPath"/> (SVLS2002). Default: none.</summary>
    public string? FileSystem { get; set; }

    /// <summary>Where the file system is mounted: <c>/mnt/…</c>.</summary>
    public string? MountPath { get; set; }

    /// <summary>Subnets; together with <see cref="SecurityGroupIds"/> or not at all (SVLS2002). Default: no VPC.</summary>
    public string[]? SubnetIds { get; set; }

    /// <summary>Security groups; together with <see cref="SubnetIds"/> or not at all (SVLS2002).</summary>
    public string[]? SecurityGroupIds { get; set; }

    /// <summary>True = X-Ray traces sampled requests. Default: the application's.</summary>
    public bool Tracing { get; set; }

    /// <summary>Format of log lines. Default: <see cref="FunctionLogFormat.Json"/>.</summary>
    public FunctionLogFormat LogFormat { get; set; }

    /// <summary>Retention of the log group in days; one of the values CloudWatch Logs knows (SVLS2001). Default: the application's, 30.</summary>
    public int LogRetentionDays { get; set; } = 30;

    /// <summary>Queue, topic, bus or function told of each asynchronous success, in the value grammar. Default: none.</summary>
    public string? OnSuccess { get; set; }

    /// <summary>Queue, topic, bus or function told of each asynchronous failure, in the value grammar. Default: none.</summary>
    public string? OnFailure { get; set; }

    /// <summary>Retries of a failed asynchronous invocation, 0 to 2. Default: 2.</summary>
    public int MaximumRetryAttempts { get; set; } = 2;

    /// <summary>Seconds an asynchronous event waits at most, 60 to 21,600. Default: 21,600.</summary>
    public int MaximumEventAge { get; set; } = 21_600;

    /// <summary>Alias that each deployment moves to the new version (<c>AutoPublishAlias</c>). Default: none.</summary>
    public string? Alias { get; set; }

    /// <summary>CodeDeploy configuration that moves the alias, for example <c>Canary10Percent5Minutes</c>; needs <see cref="Alias"/>. Default: <c>AllAtOnce</c>.</summary>
    public string? Deployment { get; set; }

    /// <summary>CloudWatch alarms that roll a deployment back, names or <c>@Id</c>. Default: none.</summary>
    public string[]? Alarms { get; set; }

    /// <summary>Physical name, up to 64 characters; a second stack in the region then fails (SVLS2505). Default: CloudFormation's choice.</summary>
    public string? FunctionName { get; set; }

    /// <summary>KMS key for environment variables, ARN or <c>@Id</c>. Default: AWS's own key.</summary>
    public string? KmsKey { get; set; }

    /// <summary>Description, up to 256 characters. Default: the method's documentation summary.</summary>
    public string? Description { get; set; }
}
