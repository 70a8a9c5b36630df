using System.Text.Json;
using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Integrations;

/// <summary>
/// Roles against those of aws-cdk-lib: for each integration and pattern that the CDK has a construct for, the very state that it renders is
/// put into our model, and the statements of both roles are compared, action by action and resource by resource. Every difference is explained.
/// </summary>
public sealed class CdkRoleTests(CdkRoles roles) : IClassFixture<CdkRoles>
{
    /// <summary>Integrations that the CDK has no construct for; nothing else is left out.</summary>
    private static readonly string[] WithoutConstruct =
    [
        "bedrockagentcore:invokeHarness", "codebuild:batchDeleteBuilds", "codebuild:batchGetReports", "codebuild:deleteBuildBatch", "codebuild:retryBuildBatch",
        "codebuild:stopBuild", "codebuild:stopBuildBatch", "eks:createCluster", "eks:createFargateProfile", "eks:createNodegroup", "eks:deleteCluster",
        "eks:deleteFargateProfile", "eks:deleteNodegroup", "eks:runJob", "emr-serverless:cancelJobRun", "emr-serverless:createApplication",
        "emr-serverless:deleteApplication", "emr-serverless:startApplication", "emr-serverless:startJobRun", "emr-serverless:stopApplication",
        "sagemaker:createHyperParameterTuningJob", "sagemaker:createLabelingJob", "sagemaker:createProcessingJob",
    ];

    /// <summary>Patterns that Step Functions has and the construct refuses, or takes and does not write.</summary>
    private static readonly string[] WithoutPattern = ["bedrock:createModelCustomizationJob.sync", "bedrock:invokeModel.waitForTaskToken", "eks:call.waitForTaskToken", "states:startExecution.sync"];

    [Fact]
    public void Every_integration_is_compared_that_the_CDK_has()
    {
        var compared = roles.Cases.Select(static c => c.Resource).ToHashSet(StringComparer.Ordinal);
        var missing = OptimizedIntegrations.All.Where(static i => !WithoutConstruct.Contains(i.Name)).SelectMany(static i => new[] { IntegrationPatterns.RequestResponse, IntegrationPatterns.Sync, IntegrationPatterns.Sync2, IntegrationPatterns.Callback }
            .Where(p => (i.Patterns & p) != IntegrationPatterns.None).Select(p => i.Name + TaskResource.SuffixOf(p))).Where(name => !compared.Contains(name));

        Assert.Equal(WithoutPattern, missing.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(WithoutConstruct, compared.Contains);
        Assert.All(WithoutConstruct, static name => Assert.NotNull(OptimizedIntegrations.Find(name)));
    }

    [Fact]
    public void Every_difference_is_explained_and_every_explanation_is_needed()
    {
        var unexplained = new List<string>();
        var used = new HashSet<CdkDifference>();
        foreach (var @case in roles.Cases)
        {
            foreach (var line in Differences(@case))
            {
                if (CdkDifference.All.FirstOrDefault(d => d.Explains(@case.Resource, line)) is { } explanation)
                    used.Add(explanation);
                else
                    unexplained.Add(@case.Resource + "\t" + line);
            }
        }

        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
        Assert.Empty(CdkDifference.All.Where(d => !used.Contains(d)).Select(static d => d.Integration + " " + d.Line));
    }

    /// <summary>`+` ours alone, `-` the CDK's alone.</summary>
    private static IEnumerable<string> Differences(CdkCase @case)
    {
        var theirs = @case.Statements.SelectMany(static s => s.Actions.SelectMany(a => s.Resources.Select(r => Line(a, r, s.ConditionKeys)))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ours = Statements(@case).SelectMany(static s => s.Actions.SelectMany(a => s.Resources.Select(r => Line(a, Deployed(r.ToPlaceholderText()), Keys(s.Condition))))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return ours.Where(line => !theirs.Contains(line)).Select(static line => "+ " + line).Concat(theirs.Where(line => !ours.Contains(line)).Select(static line => "- " + line)).Order(StringComparer.Ordinal);
    }

    private static EquatableArray<Statement> Statements(CdkCase @case)
    {
        var machine = Make.Machine(@case.ToState()) with { LogicalId = "machine", LogLevel = StateMachineLogLevel.Off };
        return MachinePermissions.Of(machine, new ReferenceResolver(Make.Application([], [machine])));
    }

    private static string Line(string action, string resource, IEnumerable<string> keys) => string.Join(" ", new[] { action, resource }.Concat(keys.Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Keys(string? condition) =>
        condition is null ? [] : JsonDocument.Parse(condition).RootElement.EnumerateObject().SelectMany(static o => o.Value.EnumerateObject().Select(k => o.Name + ":" + k.Name));

    private static string Deployed(string text) => text
        .Replace("${AWS::Partition}", "aws", StringComparison.Ordinal).Replace("${AWS::Region}", "eu-central-1", StringComparison.Ordinal)
        .Replace("${AWS::AccountId}", "123456789012", StringComparison.Ordinal).Replace("${machine.Name}", "machine", StringComparison.Ordinal)
        .Replace("${machine.Arn}", "arn:aws:states:eu-central-1:123456789012:stateMachine:machine", StringComparison.Ordinal);
}
