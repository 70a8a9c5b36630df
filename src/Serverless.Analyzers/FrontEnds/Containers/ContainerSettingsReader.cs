using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Containers;

/// <summary>What attributes of containers have in common: size, image, role, network.</summary>
internal static class ContainerSettingsReader
{
    private const int DefaultStorage = 20;

    /// <param name="owner">Where the attribute stands.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="assembly">For the application's defaults.</param>
    /// <param name="reading">Shared state of the read.</param>
    public static ContainerSettings Read(DeclaredAttributes owner, AttributeArguments attribute, DeclaredAttributes assembly, Reading reading)
    {
        var platform = attribute.Enum("Platform") == 1 ? ContainerPlatform.Eks : ContainerPlatform.Ecs;
        var mostStorage = platform == ContainerPlatform.Eks ? 175 : 200;
        return new ContainerSettings
        {
            Declaration = owner.At(attribute),
            Platform = platform,
            Cpu = attribute.Double("Cpu") ?? 0.5,
            Memory = attribute.Int32("Memory") ?? 1024,
            Architecture = Architecture(platform, owner, attribute, reading),
            EphemeralStorage = Ranged("EphemeralStorage", DefaultStorage, mostStorage, "GiB") is { } size and not DefaultStorage ? size : null,
            StopTimeout = Ranged("StopTimeout", 2, 120, "s") ?? 30,
            Image = Value("Image"),
            Role = Value("Role"),
            LogRetentionDays = LogRetention.Check(attribute.Int32("LogRetentionDays") is { } days ? new Setting<int>(days, owner.At(attribute, "LogRetentionDays")) : null, reading)
                ?? assembly.Find("ServerlessApplication")?.Int32("LogRetentionDays") ?? 30,
            Cluster = Value("Cluster"),
            SubnetIds = Values("SubnetIds"),
            SecurityGroupIds = Values("SecurityGroupIds"),
            AssignPublicIp = attribute.Boolean("AssignPublicIp") ?? false,
            Spot = attribute.Boolean("Spot") ?? false,
        };

        int? Ranged(string name, int least, int most, string unit) => reading.InRange(attribute.Int32(name), least, most, unit, owner.At(attribute, name));

        AwsValue? Value(string name) => attribute.String(name) is { } text ? reading.Value(text, owner.At(attribute, name)) : null;

        EquatableArray<AwsValue> Values(string name) => attribute.StringArray(name) is { } texts
            ? texts.Select((text, i) => reading.Value(text, owner.At(attribute, $"{name}[{i}]"))).OfType<AwsValue>().ToEquatableArray()
            : default;
    }

    /// <summary>Pods on Fargate are x86-64; tasks of ECS are what the project is published for, else arm64.</summary>
    private static string Architecture(ContainerPlatform platform, DeclaredAttributes owner, AttributeArguments attribute, Reading reading)
    {
        var written = attribute.Enum("Architecture") ?? 0;
        if (platform == ContainerPlatform.Eks)
        {
            if (written == 2)
                reading.Report(RuleIds.SettingsExclude, owner.At(attribute, "Architecture"), "Architecture = Arm64", "Platform = Eks", "pods on Fargate run on x86-64");
            return "x86_64";
        }

        return FunctionSettingsReader.Architecture(written, reading.Project.RuntimeIdentifier);
    }
}
