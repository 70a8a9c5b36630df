using System.Reflection;

namespace Serverless.Runtime.Tests.RuntimeApi.Conformance;

public sealed class CoverageTests
{
    [Fact]
    public void Every_line_has_a_test()
    {
        var proven = typeof(CoverageTests).Assembly.GetTypes()
            .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(static m => m.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .SelectMany(static m => m.GetCustomAttribute<ConformsAttribute>()?.Lines ?? [])
            .ToHashSet();
        Assert.Empty(Enum.GetValues<RuntimeApiLine>().Except(proven));
    }
}
