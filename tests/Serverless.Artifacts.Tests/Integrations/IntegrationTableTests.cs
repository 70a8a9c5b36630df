using System.Text.RegularExpressions;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Integrations;

/// <summary>The table of integrations against the catalogue of IAM: no statement names an action that does not exist, or a resource that the action is not allowed on.</summary>
public sealed partial class IntegrationTableTests
{
    /// <summary>Resources of statements that the catalogue does not list for the action, with the reason. Each must occur.</summary>
    private static readonly Dictionary<string, string> Unlisted = new(StringComparer.Ordinal)
    {
        ["bedrock:CreateModelCustomizationJob"] = "the guide's policies name the job beside the models",
        ["bedrock-agentcore:InvokeAgentRuntime"] = "the guide's policies allow it on the harness",
        ["emr-serverless:CreateApplication"] = "the guide's policies narrow it to the account, where the catalogue lists no resource",
    };

    public static TheoryData<string> Integrations { get; } = new(OptimizedIntegrations.Names);

    public static TheoryData<string> Calls { get; } = new(SdkCalls.All.Select(static call => call.Name));

    [Fact]
    public void All_services_of_the_guide_are_there() => Assert.Equal(
        [
            "apigateway", "athena", "batch", "bedrock", "bedrockagentcore", "codebuild", "databrew", "dynamodb", "ecs", "eks", "elasticmapreduce", "emr-containers",
            "emr-serverless", "events", "glue", "http", "lambda", "mediaconvert", "sagemaker", "sns", "sqs", "states",
        ],
        OptimizedIntegrations.All.Select(static i => i.Service).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Integrations))]
    public void Statements_of_an_integration_exist(string name) => Check(OptimizedIntegrations.Find(name)!.Statements);

    [Theory]
    [MemberData(nameof(Calls))]
    public void Statements_of_a_call_exist(string name) => Check(SdkCalls.All.Single(call => call.Name == name).Statements);

    [Fact]
    public void Every_exception_of_the_check_is_needed()
    {
        var needed = OptimizedIntegrations.All.SelectMany(static i => i.Statements).Concat(SdkCalls.All.SelectMany(static c => c.Statements))
            .SelectMany(static s => s.Actions.SelectMany(action => s.Resources.Where(resource => !IsListed(action, resource)).Select(_ => action)));

        Assert.Equal(Unlisted.Keys.Order(StringComparer.Ordinal), needed.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Integrations))]
    public void Arguments_are_named_once_and_in_PascalCase(string name)
    {
        var integration = OptimizedIntegrations.Find(name)!;
        var arguments = integration.Arguments.ToList();

        Assert.All(arguments, static argument => Assert.Matches("^[A-Z][A-Za-z0-9]*$", argument));
        Assert.All(integration.Values, values => Assert.Contains(values.Argument, arguments));
        Assert.Equal(arguments.Distinct(StringComparer.OrdinalIgnoreCase).Count(), arguments.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Integrations))]
    public void Holes_are_filled_by_arguments_that_exist(string name)
    {
        var integration = OptimizedIntegrations.Find(name)!;
        var texts = integration.Statements.SelectMany(static s => s.Resources.Concat(s.Conditions.Select(static c => c.Value)));
        var conditions = integration.Statements.SelectMany(static s => new[] { s.Given, s.Absent, s.When?.Split('=')[0], s.Unless?.Argument, s.Only?.Argument }).OfType<string>().SelectMany(static c => c.Split('|'));
        var used = texts.SelectMany(static text => ArnTemplate.Parse(text).Holes.Select(static hole => hole.Argument)).Concat(conditions);

        Assert.All(used, path => Assert.Contains(path.Split('.')[0].TrimEnd('[', ']', '(', ')'), integration.Arguments));
    }

    [Fact]
    public void Only_requests_are_made_by_express_machines() =>
        Assert.All(OptimizedIntegrations.All, static i => Assert.Equal(IntegrationPatterns.RequestResponse, i.PatternsIn(WorkflowType.Express)));

    /// <summary>The column of the guide's table "Integrating optimized services", of services whose actions all have the same patterns.</summary>
    [Theory]
    [InlineData("lambda:invoke", "RequestResponse, Callback")]
    [InlineData("batch:submitJob", "RequestResponse, Sync")]
    [InlineData("dynamodb:updateItem", "RequestResponse")]
    [InlineData("ecs:runTask", "RequestResponse, Sync, Callback")]
    [InlineData("eks:runJob", "RequestResponse, Sync, Callback")]
    [InlineData("sns:publish", "RequestResponse, Callback")]
    [InlineData("sqs:sendMessage", "RequestResponse, Callback")]
    [InlineData("glue:startJobRun", "RequestResponse, Sync")]
    [InlineData("databrew:startJobRun", "RequestResponse, Sync")]
    [InlineData("elasticmapreduce:addStep", "RequestResponse, Sync")]
    [InlineData("emr-containers:startJobRun", "RequestResponse, Sync")]
    [InlineData("emr-serverless:startJobRun", "RequestResponse, Sync")]
    [InlineData("athena:startQueryExecution", "RequestResponse, Sync")]
    [InlineData("sagemaker:createTrainingJob", "RequestResponse, Sync")]
    [InlineData("codebuild:startBuild", "RequestResponse, Sync")]
    [InlineData("apigateway:invoke", "RequestResponse, Callback")]
    [InlineData("http:invoke", "RequestResponse")]
    [InlineData("events:putEvents", "RequestResponse, Callback")]
    [InlineData("states:startExecution", "All")]
    [InlineData("mediaconvert:createJob", "RequestResponse, Sync")]
    [InlineData("bedrock:invokeModel", "RequestResponse, Callback")]
    [InlineData("bedrock:createModelCustomizationJob", "RequestResponse, Sync")]
    [InlineData("bedrockagentcore:invokeHarness", "RequestResponse")]
    public void Patterns_are_those_of_the_guide(string name, string patterns) => Assert.Equal(patterns, OptimizedIntegrations.Find(name)!.Patterns.ToString());

    private static void Check(RoleStatement[] statements)
    {
        foreach (var statement in statements)
        {
            foreach (var action in statement.Actions)
            {
                var known = Find(action);
                Assert.True(known is not null, action + " does not exist.");
                Assert.Equal(known.FullName, action);
                Assert.All(statement.Resources, resource => Assert.True(IsListed(action, resource) || Unlisted.ContainsKey(action), $"{action} on {resource}: IAM knows {string.Join(" ", known.Resources.Select(static r => r.Type.Arn))}"));
            }
        }
    }

    private static IamAction? Find(string action) => action.Split(':') is [var prefix, var name] ? IamCatalogue.FindAction(prefix, name) : null;

    /// <summary>`*` is a resource of every action; an ARN is one when a type of the action has its shape.</summary>
    private static bool IsListed(string action, string resource) =>
        resource == "*" || Find(action)!.Resources.Any(r => Shape(r.Type.Arn).IsMatch(Filled(resource)));

    /// <summary>A type's ARN with anything for its variables. What a hole or `*` stands for may be several of its parts.</summary>
    private static Regex Shape(string arn) => new("^" + string.Join(".*", Variable().Split(arn).Select(Regex.Escape)) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The template with something in its holes and for its wildcards.</summary>
    private static string Filled(string template)
    {
        var text = ArnTemplate.Parse(template);
        var filled = text.Text;
        foreach (var hole in Enumerable.Reverse(text.Holes))
            filled = filled.Remove(hole.Start, hole.Length).Insert(hole.Start, hole switch { { Form: HoleForm.S3Uri } or { Argument: "CopySource" } => "bucket/key", { Form: HoleForm.Revision } => "filled:1", _ => "filled" });
        return Variable().Replace(filled, "filled").Replace(":::*", ":::bucket/key", StringComparison.Ordinal).Replace("/*", "/filled/filled/filled/filled", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Variable();
}
