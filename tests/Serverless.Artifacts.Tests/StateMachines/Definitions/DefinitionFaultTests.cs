using Serverless.Model.Validation.Definitions;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.StateMachines.Definitions;

public sealed class DefinitionFaultTests
{
    private static readonly Dictionary<string, FaultyDefinition> ByName = MissedFaults.All.Concat(CaughtFaults.All).ToDictionary(static f => f.Name);

    public static TheoryData<string> Names { get; } = new(ByName.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_found_where_it_stands_and_nothing_else(string name)
    {
        var fault = ByName[name];
        var definition = new MarkedDefinition(fault.Marked);
        var found = definition.Check(fault.IsExpress);
        Assert.Equal(definition.Expected, found.Select(definition.Describe));
        Assert.Equal(fault.Severity, found.Min(static f => f.Severity));
    }

    [Fact]
    public void There_are_at_least_94_of_them_and_30_that_the_public_validators_miss()
    {
        Assert.True(ByName.Count >= 94, $"{ByName.Count} faults");
        Assert.True(MissedFaults.All.Count >= 30, $"{MissedFaults.All.Count} missed faults");
    }

    [Fact]
    public async Task Both_public_validators_accept_the_faults_that_are_said_to_be_missed()
    {
        var findings = await ValidateAsync(MissedFaults.All);
        Assert.Empty(findings.Where(static f => f.IsError).Select(f => $"{MissedFaults.All[int.Parse(f.File.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)].Name}: {f.Tool} {f.Message}"));
    }

    [Fact]
    public async Task One_of_the_public_validators_refuses_the_others()
    {
        var findings = await ValidateAsync(CaughtFaults.All);
        var refused = findings.Where(static f => f.IsError).Select(static f => f.File).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(CaughtFaults.All.Where((_, i) => !refused.Contains(Name(i))).Select(static f => f.Name));
    }

    [Fact]
    public void Good_definitions_have_no_faults()
    {
        Assert.True(GoodDefinitions.All.Count >= 30, $"{GoodDefinitions.All.Count} definitions");
        Assert.Empty(GoodDefinitions.All.SelectMany(static good => new MarkedDefinition(good.Text) is var definition
            ? definition.Check().Select(f => $"{good.Name}: {definition.Describe(f)}: {string.Join(" | ", f.Arguments)}")
            : []));
    }

    private static Task<IReadOnlyList<ArtifactFinding>> ValidateAsync(IReadOnlyList<FaultyDefinition> faults) =>
        ArtifactValidator.ValidateAsync(faults.Select((f, i) => new KeyValuePair<string, string>(Name(i), new MarkedDefinition(f.Marked).Text)));

    private static string Name(int index) => index.ToString("000", System.Globalization.CultureInfo.InvariantCulture) + ".asl.json";
}
