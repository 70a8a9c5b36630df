using System.Reflection;
using Serverless.Model;
using Serverless.StepFunctions;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>The constants that users write against the table that is compiled against: each integration with each of its patterns, and nothing else.</summary>
public sealed class IntegrationConstantTests
{
    private static readonly IntegrationPatterns[] Patterns =
        [IntegrationPatterns.RequestResponse, IntegrationPatterns.Sync, IntegrationPatterns.Sync2, IntegrationPatterns.Callback];

    [Fact]
    public void They_are_the_table()
    {
        var constants = typeof(Integration).GetNestedTypes().SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(static field => (string)field.GetRawConstantValue()!).ToList();
        var table = OptimizedIntegrations.All.SelectMany(static i => Patterns.Where(p => (i.Patterns & p) != IntegrationPatterns.None).Select(p => i.Name + TaskResource.SuffixOf(p)));

        Assert.Equal(table.Order(StringComparer.Ordinal), constants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_says_action_and_pattern()
    {
        foreach (var field in typeof(Integration).GetNestedTypes().SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Static)))
        {
            var resource = TaskResource.Parse((string)field.GetRawConstantValue()!);
            var pattern = resource.Pattern switch
            {
                IntegrationPatterns.Sync when resource.Service == "states" => "SyncAsText",
                IntegrationPatterns.Sync or IntegrationPatterns.Sync2 => "Sync",
                IntegrationPatterns.Callback => "WaitForTaskToken",
                _ => "",
            };

            Assert.Equal(char.ToUpperInvariant(resource.Action[0]) + resource.Action[1..] + pattern, field.Name);
        }
    }
}
