using Serverless.Artifacts.Tests.Models;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Validation;

/// <summary>A good file broken in one place.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Path">The file.</param>
/// <param name="From">Text of the good file; it must occur.</param>
/// <param name="To">What it is replaced by, everywhere.</param>
/// <param name="Tools">The tools of which at least one has to object.</param>
public sealed record BrokenFile(string Name, string Path, string From, string To, params string[] Tools)
{
    public override string ToString() => Name;
}

/// <summary>All broken files, judged once for the class.</summary>
public sealed class BrokenFilesFixture : IAsyncLifetime
{
    private const string Template = "template.json";
    private const string Machine = "statemachines/DocumentPipeline.asl.json";
    private const string Policy = "policies/DocumentPipeline.json";
    private const string Data = "application.json";
    private const string Cloud = "cloudformation-validate";
    private const string Sam = "sam-schema";
    private const string Graph = "asl-validator";
    private const string Ranges = "asl-language-service";

    internal static IReadOnlyList<BrokenFile> All { get; } =
    [
        new("An unknown property of a table", Template, "\"BillingMode\"", "\"BilingMode\"", Cloud),
        new("A reference to nothing", Template, "{ \"Ref\": \"Operations\" }", "{ \"Ref\": \"Opertions\" }", Cloud),
        new("An attribute that the type does not have", Template, "[\"DocumentsTable\", \"Arn\"]", "[\"DocumentsTable\", \"Arm\"]", Cloud),
        new("A substitution of nothing", Template, "${Uploads.Arn}/*", "${Uplods.Arn}/*", Cloud),
        new("An unknown resource type", Template, "AWS::SNS::TopicPolicy", "AWS::SNS::TopicRules", Cloud),
        new("A value outside an enum", Template, "\"PAY_PER_REQUEST\"", "\"PAY_PER_DAY\"", Cloud),
        new("An effect that IAM does not know", Template, "\"Effect\": \"Allow\"", "\"Effect\": \"Permit\"", Cloud),
        new("A memory size above the limit", Template, "\"MemorySize\": 2048", "\"MemorySize\": 204800", Cloud),
        new("A timeout above the limit", Template, "\"Timeout\": 900", "\"Timeout\": 901", Cloud),
        new("An unknown runtime", Template, "provided.al2023", "provided.al2099", Cloud),
        new("An unknown log format", Template, "\"LogFormat\": \"JSON\"", "\"LogFormat\": \"XML\"", Cloud),
        new("A retention that does not exist", Template, "\"RetentionInDays\": 30", "\"RetentionInDays\": 31", Cloud),
        new("An unknown type of machine", Template, "\"Type\": \"STANDARD\"", "\"Type\": \"SLOW\"", Cloud),
        new("A misspelt section", Template, "\"Outputs\": {", "\"Output\": {", Cloud),
        new("An unknown property of a function", Template, "\"LoggingConfig\"", "\"LogingConfig\"", Sam),
        new("An unknown property of a state machine", Template, "\"DefinitionSubstitutions\"", "\"DefinitionSubstitution\"", Sam),
        new("An unknown SAM resource type", Template, "AWS::Serverless::StateMachine", "AWS::Serverless::Machine", Sam, Cloud),
        new("A code location that is no text", Template, "\"CodeUri\": \"{CodeUri}\"", "\"CodeUri\": 7", Sam),
        new("A transition to nothing", Machine, "\"Next\": \"GetMetadata\"", "\"Next\": \"GetMeta\"", Graph),
        new("An unknown kind of state", Machine, "\"Type\": \"Fail\"", "\"Type\": \"Failure\"", Graph, Ranges),
        new("A broken expression", Machine, "{% $document.key %}", "{% $document. %}", Graph),
        new("A field of the other query language", Machine, "\"Assign\": {", "\"InputPath\": \"$\", \"Assign\": {", Graph),
        new("A transition across a branch", Machine, "\"StartAt\": \"GetThumbnail\"", "\"StartAt\": \"Insert\"", Graph),
        new("A retry interval of zero", Machine, "\"IntervalSeconds\": 2", "\"IntervalSeconds\": -2", Ranges),
        new("A backoff below one", Machine, "\"BackoffRate\": 2", "\"BackoffRate\": 0.5", Ranges),
        new("An unknown jitter strategy", Machine, "\"FULL\"", "\"HALF\"", Ranges),
        new("A catcher of nothing", Machine, "\"ErrorEquals\": [\"States.ALL\"]", "\"ErrorEquals\": []", Ranges),
        new("A policy without resource", Policy, "\"Resource\": \"${DocumentsTable.Arn}\"", "\"Resources\": \"${DocumentsTable.Arn}\"", Cloud),
        new("A policy with an unknown effect", Policy, "\"Allow\"", "\"Permit\"", Cloud),
        new("A policy of another version", Policy, "2012-10-17", "2012-10-71", Cloud, "policy"),
        new("A resource that is no ARN", Policy, "${Alerts.Arn}", "Alerts", Cloud),
        new("Data of another version", Data, "\"version\": \"1\"", "\"version\": \"2\"", "application-schema"),
        new("Data with an unknown member", Data, "\"runtime\":", "\"run-time\":", "application-schema"),
        new("Data with text for a number", Data, "\"timeout\": 900", "\"timeout\": \"900\"", "application-schema"),
        new("A placeholder that is none", Data, "\"${Alerts.Arn}\"", "\"Alerts.Arn\"", "application-schema"),
        new("Text that is not JSON", Template, "\"Transform\":", "\"Transform\"", "json"),
    ];

    internal ILookup<string, ArtifactFinding> Findings { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var good = ArtifactSet.Render(DocumentPipelineModel.Create(), default).ToDictionary(static artifact => artifact.Path, static artifact => artifact.Text);
        var broken = All.Select((file, index) =>
        {
            Assert.Contains(file.From, good[file.Path], StringComparison.Ordinal);
            return KeyValuePair.Create(index + "/" + file.Path, good[file.Path].Replace(file.From, file.To, StringComparison.Ordinal));
        });
        var unknown = KeyValuePair.Create("unknown/readme.txt", "{}");
        var findings = await ArtifactValidator.ValidateAsync(broken.Append(unknown));
        Findings = findings.Where(static finding => finding.IsError).ToLookup(static finding => finding.File.Split('/')[0]);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>A gate that lets everything pass proves nothing: each is shown to stop what is broken.</summary>
public sealed class NegativeControlTests(BrokenFilesFixture broken) : IClassFixture<BrokenFilesFixture>
{
    public static TheoryData<string> Names { get; } = new(BrokenFilesFixture.All.Select(static file => file.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_file_is_stopped_by_the_gate_that_is_there_for_it(string name)
    {
        var index = BrokenFilesFixture.All.ToList().FindIndex(file => file.Name == name);
        var findings = broken.Findings[index.ToString(System.Globalization.CultureInfo.InvariantCulture)].ToList();

        Assert.True(
            findings.Any(finding => BrokenFilesFixture.All[index].Tools.Contains(finding.Tool)),
            $"None of {string.Join(", ", BrokenFilesFixture.All[index].Tools)} objected. Findings:\n{Gate.Describe(findings)}");
    }

    [Fact]
    public void A_file_that_no_validator_knows_is_a_fault() =>
        Assert.Equal("no-gate", Assert.Single(broken.Findings["unknown"]).Rule);
}
