using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
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
    /// <summary>True when the good file is one of the storefront's, the model with every setting of every API.</summary>
    public bool IsStorefront { get; init; }

    /// <summary>True when the good file is one of the machines with containers of every kind.</summary>
    public bool IsContainers { get; init; }

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
    private const string Gateway = "api-gateway";
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
        Store("An unknown property of a REST API", "\"CacheClusterEnabled\"", "\"CacheClusterOn\"", Sam, Cloud),
        Store("A cache size that does not exist", "\"CacheClusterSize\": \"0.5\"", "\"CacheClusterSize\": \"0.7\"", Gateway),
        Store("An unknown endpoint type", "\"Type\": \"EDGE\"", "\"Type\": \"CORNER\"", Gateway),
        Store("An unknown setting of methods", "\"CacheDataEncrypted\"", "\"CacheDataCrypted\"", Cloud),
        Store("A throttle that is no number", "\"ThrottlingRateLimit\": 12.5", "\"ThrottlingRateLimit\": \"many\"", Cloud),
        Store("An unknown level of execution logs", "\"LoggingLevel\": \"ERROR\"", "\"LoggingLevel\": \"WARN\"", Gateway),
        Store("An unknown setting of a canary", "\"PercentTraffic\"", "\"PercentOfTraffic\"", Cloud),
        Store("A TLS version that does not exist", "\"TLS_1_2\"", "\"TLS_1_4\"", Gateway),
        Store("A domain without a certificate", "\"CertificateArn\"", "\"Certificate\"", Cloud, Sam),
        Store("An unknown period of a quota", "\"Period\": \"MONTH\"", "\"Period\": \"YEAR\"", Gateway),
        Store("An unknown source of keys", "\"ApiKeySourceType\": \"AUTHORIZER\"", "\"ApiKeySourceType\": \"COOKIE\"", Gateway),
        Store("A plan of a stage that nobody makes", "${ShopApi.Stage}", "${ShopApi.Stag}", Cloud),
        Store("A key in no plan", "\"UsagePlanId\": { \"Ref\": \"ShopApiGoldUsagePlan\" }", "\"UsagePlanId\": { \"Ref\": \"ShopApiSilverUsagePlan\" }", Cloud),
        Store("A firewall without scope", "\"Scope\": \"REGIONAL\"", "\"Scope\": \"LOCAL\"", Cloud),
        Store("A rate limit without a way to count", "\"AggregateKeyType\"", "\"AggregateType\"", Cloud),
        Store("A target that is no integration of the API", "integrations/${ChatApiChatIntegration}", "integrations/${ChatApiTalkIntegration}", Cloud),
        Store("An unknown protocol", "\"ProtocolType\": \"WEBSOCKET\"", "\"ProtocolType\": \"SOCKET\"", Gateway),
        Store("A function that refers to what refers to it", "https://${ChatApi}.execute-api", "https://${ChatApiChatIntegration}.execute-api", Cloud),
        Store("A role that refers to the API that it is for", "\"PolicyName\": \"Statements\"", "\"PolicyName\": { \"Ref\": \"DocumentApi\" }", Cloud),
        Store("A group that waits for nothing", "\"DependsOn\": \"ApiGatewayLogging\"", "\"DependsOn\": \"ApiGatewayLogs\"", Cloud),
        Store("An unknown kind of authorization", "\"AuthorizationType\": \"CUSTOM\"", "\"AuthorizationType\": \"CUSTOMARY\"", Gateway),
        Store("A route without a key", "\"RouteKey\"", "\"Key\"", Cloud),
        Store("A permission of an unknown property", "\"SourceArn\"", "\"SourceArns\"", Cloud),
        Store("A permission without principal", "\"Principal\": \"apigateway.amazonaws.com\"", "\"Principals\": \"apigateway.amazonaws.com\"", Cloud),
        Store("An address that nobody checks", "\"AuthType\": \"AWS_IAM\"", "\"AuthType\": \"AWS\"", Cloud),
        Store("An unknown way to invoke", "\"InvokeMode\": \"RESPONSE_STREAM\"", "\"InvokeMode\": \"STREAM\"", Cloud),
        Store("The address of no function", "\"AddressUrl\", \"FunctionUrl\"", "\"AdressUrl\", \"FunctionUrl\"", Cloud),
        Store("An attribute that an address does not have", "\"AddressUrl\", \"FunctionUrl\"", "\"AddressUrl\", \"FunctionUri\"", Cloud),
        Store("An event with an unknown property", "\"PayloadFormatVersion\": \"1.0\",\n", "\"PayloadFormat\": \"1.0\",\n", Sam),
        Store("An unknown setting of an event's authorization", "\"AuthorizationScopes\"", "\"AuthorisationScopes\"", Sam),
        Store("An unknown setting of authorizers", "\"EnableIamAuthorizer\"", "\"EnableIamAuthoriser\"", Sam),
        new("An API of an unknown kind of endpoint", Data, "\"endpoint\": \"EDGE\"", "\"endpoint\": \"CORNER\"", "application-schema") { IsStorefront = true },
        new("A route that leads in two ways", Data, "\"type\": \"execution\",", "\"type\": \"execution\", \"uri\": \"https://a.example\",", "application-schema") { IsStorefront = true },
        new("A key with its value", Data, "\"apiKeys\":", "\"apiKeyValues\":", "application-schema") { IsStorefront = true },
        new("A policy of an API without action", "policies/ShopApi.json", "\"Action\": \"s3:GetObject\"", "\"Actions\": \"s3:GetObject\"", Cloud) { IsStorefront = true },
        Definition("A size that Fargate does not have", "\"cpu\": \"4096\"", "\"cpu\": \"3072\"", Cloud),
        Definition("A network mode that Fargate does not have", "\"awsvpc\"", "\"bridge\"", Cloud),
        Definition("A member in the case of CloudFormation", "\"networkMode\"", "\"NetworkMode\"", "task-definition"),
        Definition("An unknown member of a container", "\"readonlyRootFilesystem\"", "\"readonlyRoot\"", Cloud),
        Definition("A container that waits for nobody", "\"containerName\": \"prepare\"", "\"containerName\": \"prep\"", "task-definition"),
        Definition("A mount of nothing", "\"sourceVolume\": \"tmp\"", "\"sourceVolume\": \"temp\"", "task-definition"),
        new("A template with a network that Fargate does not have", Template, "\"NetworkMode\": \"awsvpc\"", "\"NetworkMode\": \"host\"", Cloud) { IsContainers = true },
        new("Text that is not JSON", Template, "\"Transform\":", "\"Transform\"", "json"),
    ];

    internal ILookup<string, ArtifactFinding> Findings { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var pipeline = Texts(DocumentPipelineModel.Create());
        var storefront = Texts(StorefrontModel.Create());
        var containers = Texts(ContainersModel.Create());
        var broken = All.Select((file, index) =>
        {
            var good = (file.IsStorefront ? storefront : file.IsContainers ? containers : pipeline)[file.Path];
            Assert.Contains(file.From, good, StringComparison.Ordinal);
            return KeyValuePair.Create(index + "/" + file.Path, good.Replace(file.From, file.To, StringComparison.Ordinal));
        });
        var unknown = KeyValuePair.Create("unknown/readme.txt", "{}");
        var findings = await ArtifactValidator.ValidateAsync(broken.Append(unknown));
        Findings = findings.Where(static finding => finding.IsError).ToLookup(static finding => finding.File.Split('/')[0]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static BrokenFile Store(string name, string from, string to, params string[] tools) => new(name, Template, from, to, tools) { IsStorefront = true };

    private static BrokenFile Definition(string name, string from, string to, params string[] tools) => new(name, "taskdefinitions/FlowShrink.json", from, to, tools) { IsContainers = true };

    private static Dictionary<string, string> Texts(Application application) =>
        ArtifactSet.Render(application, default).ToDictionary(static artifact => artifact.Path, static artifact => artifact.Text);
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
