namespace Serverless;

/// <summary>Who runs a container on Fargate.</summary>
public enum ContainerPlatform
{
    /// <summary>Amazon ECS: a task definition.</summary>
    Ecs,

    /// <summary>Amazon EKS: Kubernetes.</summary>
    Eks,
}
