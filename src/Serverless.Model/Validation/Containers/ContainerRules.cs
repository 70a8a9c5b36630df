using System.Globalization;

namespace Serverless.Model.Validation.Containers;

/// <summary>SVLS2002, 2601, 2602, 2603: what Fargate refuses, or what a state cannot hand to a container.</summary>
internal static class ContainerRules
{
    /// <summary>Subnets of a task's network interface.</summary>
    public const int MostSubnets = 16;

    /// <summary>Security groups of a task's network interface.</summary>
    public const int MostSecurityGroups = 5;

    public static IEnumerable<Fault> Check(Application application) =>
        application.ContainerTasks.SelectMany(task => Check(task.Settings).Concat(ContainerInputRules.Check(task, application)));

    /// <summary>The settings that a task and a service share.</summary>
    public static IEnumerable<Fault> Check(ContainerSettings settings)
    {
        if (Size(settings) is { } size)
            yield return size;
        foreach (var fault in settings.IsEks ? Kubernetes(settings) : Network(settings))
            yield return fault;
    }

    private static Fault? Size(ContainerSettings settings)
    {
        var cpu = Text(settings.Cpu);
        var memory = FargateSizes.MemoryOf(settings.Cpu);
        if (memory.Count == 0)
        {
            return new Fault(
                RuleIds.CpuMemory, At(settings, "Cpu"),
                EquatableArray.Of("Cpu", cpu, "Fargate has " + string.Join(", ", FargateSizes.Cpus.Select(Text)) + " vCPU"),
                EquatableArray.Of(FixProperties.Argument + "=Cpu", FixProperties.Replacement + "=" + Text(FargateSizes.NearestCpu(settings.Cpu))));
        }

        return memory.Contains(settings.Memory) ? null : new Fault(
            RuleIds.CpuMemory, At(settings, "Memory"),
            EquatableArray.Of("Memory", settings.Memory.ToString(CultureInfo.InvariantCulture), $"with {cpu} vCPU Fargate has {FargateSizes.Describe(settings.Cpu)} MB"),
            EquatableArray.Of(FixProperties.Argument + "=Memory", FixProperties.Replacement + "=" + FargateSizes.NearestMemory(settings.Cpu, settings.Memory).ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<Fault> Network(ContainerSettings settings)
    {
        if (settings.SubnetIds.Count > 0 && settings.SecurityGroupIds.Count == 0)
            yield return Fault.Of(RuleIds.NetworkIncomplete, At(settings, "SubnetIds"), "SubnetIds", "SecurityGroupIds");
        if (settings.SecurityGroupIds.Count > 0 && settings.SubnetIds.Count == 0)
            yield return Fault.Of(RuleIds.NetworkIncomplete, At(settings, "SecurityGroupIds"), "SecurityGroupIds", "SubnetIds");
        if (settings.SubnetIds.Count > MostSubnets)
            yield return TooMany(settings, "SubnetIds", settings.SubnetIds.Count, MostSubnets);
        if (settings.SecurityGroupIds.Count > MostSecurityGroups)
            yield return TooMany(settings, "SecurityGroupIds", settings.SecurityGroupIds.Count, MostSecurityGroups);
    }

    private static IEnumerable<Fault> Kubernetes(ContainerSettings settings)
    {
        const string Platform = "Platform = Eks";
        if (settings.Cluster is null)
            yield return Fault.Of(RuleIds.SettingsExclude, At(settings, "Platform"), Platform, "no Cluster", "a Kubernetes cluster is not made on the way; name yours");
        if (settings.Spot)
            yield return Fault.Of(RuleIds.SettingsExclude, At(settings, "Spot"), "Spot", Platform, "pods on Fargate have no Spot capacity");
        if (settings.AssignPublicIp)
            yield return Fault.Of(RuleIds.SettingsExclude, At(settings, "AssignPublicIp"), "AssignPublicIp", Platform, "pods on Fargate run in private subnets");
        if (settings.SecurityGroupIds.Count > 0)
            yield return Fault.Of(RuleIds.SettingsExclude, At(settings, "SecurityGroupIds"), "SecurityGroupIds", Platform, "pods have the cluster's security group, or what a SecurityGroupPolicy of the cluster says");
    }

    private static Fault TooMany(ContainerSettings settings, string argument, int count, int most) =>
        Fault.Of(RuleIds.ValueOutOfRange, At(settings, argument), argument, count.ToString(CultureInfo.InvariantCulture) + " entries", "up to " + most.ToString(CultureInfo.InvariantCulture));

    private static DeclarationRef At(ContainerSettings settings, string argument) => settings.Declaration with { Argument = argument };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
