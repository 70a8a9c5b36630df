namespace Serverless.Model;

/// <summary>Who runs a container on Fargate.</summary>
internal enum ContainerPlatform
{
    Ecs,
    Eks,
}

/// <summary>Settings that every container on Fargate has, whatever it runs. Null = the service's own default, or what the template makes.</summary>
internal sealed record ContainerSettings
{
    /// <summary>The attribute that says them.</summary>
    public required DeclarationRef Declaration { get; init; }

    public ContainerPlatform Platform { get; init; }

    /// <summary>vCPU, as written.</summary>
    public double Cpu { get; init; } = 0.5;

    /// <summary>MB.</summary>
    public int Memory { get; init; } = 1024;

    /// <summary>`arm64` or `x86_64`.</summary>
    public string Architecture { get; init; } = "arm64";

    /// <summary>GiB, 21 to 200; null = 20.</summary>
    public int? EphemeralStorage { get; init; }

    /// <summary>Seconds between SIGTERM and SIGKILL, 2 to 120.</summary>
    public int StopTimeout { get; init; } = 30;

    /// <summary>Null = the repository of the template's parameters.</summary>
    public AwsValue? Image { get; init; }

    public AwsValue? Role { get; init; }

    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Null = the one that the containers of the application share.</summary>
    public AwsValue? Cluster { get; init; }

    /// <summary>Empty = the parameter.</summary>
    public EquatableArray<AwsValue> SubnetIds { get; init; }

    /// <summary>Empty = the one that is made.</summary>
    public EquatableArray<AwsValue> SecurityGroupIds { get; init; }

    public bool AssignPublicIp { get; init; }

    public bool Spot { get; init; }

    public bool IsEks => Platform == ContainerPlatform.Eks;

    /// <summary>ECS counts 1,024 units for each vCPU.</summary>
    public int CpuUnits => (int)Math.Round(Cpu * 1024);
}
