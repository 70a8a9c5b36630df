using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Beside <c>[TaskState]</c>: the method runs in a container on Fargate, to its end, instead of in a function. The method stays as it
/// is. The state hands its input over and waits; the program that the container runs (the generated entry point) calls the method
/// once, sends heartbeats meanwhile, and reports the result, or the exception by its simple name, as Lambda would.
/// <para>
/// A state with a container may take 3,600 seconds unless <c>TimeoutSeconds</c> says otherwise, and expects a heartbeat every 120
/// seconds unless <c>HeartbeatSeconds</c> does, so that a container that never starts is noticed. A container that is told to stop
/// (Spot, a deployment) cancels the method's <c>CancellationToken</c>; a method that does not finish then fails with the error
/// <c>TaskStopped</c>, which a <c>[Retry]</c> can name.
/// </para>
/// <para>
/// The input travels through an environment variable: ECS takes 8,192 characters for token and input together (SVLS2602), and numbers
/// keep 15 digits. The project is an executable; its image is made by <c>dotnet publish /t:PublishContainer</c>. The container runs
/// as a user without rights, on a root file system that it cannot write; <c>/tmp</c> is writable.
/// </para>
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class FargateTaskAttribute : Attribute
{
    /// <summary>The logical id is <c>{Class}{Method}</c>.</summary>
    public FargateTaskAttribute()
    {
    }

    /// <summary>Pins the logical id: changing it replaces the task definition.</summary>
    /// <param name="logicalId">Letters and digits, up to 255 characters, unique (SVLS2003).</param>
    public FargateTaskAttribute(string logicalId) => LogicalId = logicalId;

    /// <summary>The logical id as written; null = derived.</summary>
    public string? LogicalId { get; }

    /// <summary>
    /// ECS, or EKS. On EKS the state runs a Kubernetes Job (<c>eks:runJob.sync</c>): its result is read from the last line of the log,
    /// there are no heartbeats, and a failure has no name (<c>States.TaskFailed</c>), because Step Functions offers no callback there.
    /// Default: <see cref="ContainerPlatform.Ecs"/>.
    /// </summary>
    public ContainerPlatform Platform { get; set; }

    /// <summary>Processors: 0.25, 0.5, 1, 2, 4, 8 or 16 vCPU (SVLS2601). Default: 0.5.</summary>
    public double Cpu { get; set; } = 0.5;

    /// <summary>Memory in MB; which values there are depends on <see cref="Cpu"/> (SVLS2601). Default: 1024.</summary>
    public int Memory { get; set; } = 1024;

    /// <summary>Processor. Default: what the project's <c>RuntimeIdentifier</c> says, else arm64; on EKS always x86-64.</summary>
    public FunctionArchitecture Architecture { get; set; }

    /// <summary>Disk in GiB, of which <c>/tmp</c> is a part: 20 to 200, on EKS to 175 (SVLS2001). Default: 20.</summary>
    public int EphemeralStorage { get; set; } = 20;

    /// <summary>Seconds between SIGTERM and SIGKILL, 2 to 120 (SVLS2001): the time a method has to finish when its container must stop. Default: 30.</summary>
    public int StopTimeout { get; set; } = 30;

    /// <summary>
    /// The image, a URI or <c>@Id</c> of a parameter. Default: a repository of this account and region, named by the parameters
    /// <c>ContainerRepository</c> and <c>ContainerImageTag</c>.
    /// </summary>
    public string? Image { get; set; }

    /// <summary>
    /// The task role, ARN or <c>@Id</c>, instead of a generated one: the policy is then written but not attached, and grants are
    /// SVLS2405. Default: generated.
    /// </summary>
    public string? Role { get; set; }

    /// <summary>Retention of the log group in days; one of the values CloudWatch Logs knows (SVLS2001). Default: the application's, 30.</summary>
    public int LogRetentionDays { get; set; } = 30;

    /// <summary>
    /// Cluster, name, ARN or <c>@Id</c>. With <see cref="Spot"/> it needs the capacity provider <c>FARGATE_SPOT</c>. Required on EKS
    /// (SVLS2002). Default: one that all containers of the application share.
    /// </summary>
    public string? Cluster { get; set; }

    /// <summary>Up to 16 subnets; on ECS together with <see cref="SecurityGroupIds"/> or not at all (SVLS2603). Default: the parameter <c>SubnetIds</c>.</summary>
    public string[]? SubnetIds { get; set; }

    /// <summary>Up to 5 security groups; together with <see cref="SubnetIds"/> or not at all (SVLS2603). Default: one without inbound rules, in the VPC that the parameter <c>VpcId</c> names.</summary>
    public string[]? SecurityGroupIds { get; set; }

    /// <summary>True = a public address, which a container in a public subnet needs to pull its image. Not on EKS (SVLS2002). Default: false.</summary>
    public bool AssignPublicIp { get; set; }

    /// <summary>True = spare capacity, cheaper, which may be taken back with two minutes' notice. Not on EKS (SVLS2002). Default: false.</summary>
    public bool Spot { get; set; }
}
