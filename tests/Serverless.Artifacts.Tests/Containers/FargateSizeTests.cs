using System.Globalization;
using System.Text;
using Serverless.Model;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Containers;

/// <summary>Our list of sizes against the one of the CloudFormation validator: every share of processors with every memory that any of them has, and with some that none has.</summary>
public sealed class FargateSizeTests
{
    private static readonly int[] Memory = [.. FargateSizes.Cpus.SelectMany(FargateSizes.MemoryOf).Concat([256, 1536, 5000, 31_744, 62_000, 131_072]).Distinct().Order()];

    [Fact]
    public async Task The_validator_knows_the_same_sizes()
    {
        var template = new StringBuilder("{\"Resources\":{");
        foreach (var cpu in FargateSizes.Cpus)
        {
            foreach (var memory in Memory)
            {
                template.Append(template[^1] == '{' ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"{Id(cpu, memory)}\":").Append(
                    CultureInfo.InvariantCulture,
                    $$$"""{"Type":"AWS::ECS::TaskDefinition","Properties":{"Cpu":"{{{(int)(cpu * 1024)}}}","Memory":"{{{memory}}}","NetworkMode":"awsvpc","RequiresCompatibilities":["FARGATE"],"ContainerDefinitions":[{"Name":"a","Image":"b"}]}}""");
            }
        }

        var findings = await ArtifactValidator.ValidateAsync([KeyValuePair.Create("sizes/template.json", template.Append("}}").ToString())]);
        var refused = findings.Where(static finding => finding.Rule == "E3047").Select(static finding => finding.Message.Split('\'')).Select(static parts => "C" + parts[1] + "M" + parts[3]);

        var expected = FargateSizes.Cpus.SelectMany(static cpu => Memory.Where(memory => !FargateSizes.MemoryOf(cpu).Contains(memory)).Select(memory => Id(cpu, memory)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), refused.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0.25, 4096, 2048)]
    [InlineData(1, 1024, 2048)]
    [InlineData(4, 8193, 9216)]
    [InlineData(8, 20_000, 20_480)]
    [InlineData(16, 999_999, 122_880)]
    public void The_nearest_memory_is_the_least_that_is_enough(double cpu, int memory, int nearest) => Assert.Equal(nearest, FargateSizes.NearestMemory(cpu, memory));

    private static string Id(double cpu, int memory) => string.Create(CultureInfo.InvariantCulture, $"C{(int)(cpu * 1024)}M{memory}");
}
