using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2702: found when the template is rendered, so it stands in the artifact class and not in the editor.</summary>
public sealed class TemplateLimitTests
{
    [Fact]
    public void A_handler_string_above_the_limit_stops_the_build_of_a_template()
    {
        var fault = GeneratorRun.Of(Source(120)).Faults;

        Assert.StartsWith("SVLS2702\tM:O.", fault, StringComparison.Ordinal);
        Assert.EndsWith("128 are allowed: shorten the name of the assembly, the namespace, the class or the method", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_handler_string_within_the_limit_is_fine() => Assert.Equal("", GeneratorRun.Of(Source(90)).Faults);

    private static string Source(int length) =>
        "using Serverless; public sealed class O { [ServerlessFunction] public int " + new string('M', length) + "() => 1; }";
}
