using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>What every source of these tests has around the members it is about.</summary>
internal static class MachineSource
{
    /// <summary>A Standard machine with these members.</summary>
    public static string Of(string members, string attributes = "[StateMachine]") => $$"""
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: TableResource("Table", "id")]
        [assembly: TopicResource("Topic")]
        [assembly: BucketResource("Uploads")]
        namespace Shop;
        public sealed record Item(string Id, int Count, string? Note, string[] Tags);
        public sealed record Other(string Name);
        {{attributes}}
        public sealed class Machine
        {
        {{members}}
        }
        """;

    public static Task Verify(string members, string attributes = "[StateMachine]") => DeclarationFaults.Verify(Of(members, attributes));

    public static async Task<string> Message(string members, string attributes = "[StateMachine]") =>
        Assert.Single(await DeclarationFaults.Analyze(TestProject.Of(Of(members, attributes)))).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The machine's states as text; there must be no fault.</summary>
    public static string Read(string members, string attributes = "[StateMachine]")
    {
        var application = GeneratorRun.ReadModel(TestProject.Of(Of(members, attributes)));
        Assert.Empty(application.Faults);
        return MachineText.Of(Assert.Single(application.StateMachines)).ReplaceLineEndings("\n");
    }

    /// <summary>As <see cref="Read"/>, of the first of several machines.</summary>
    public static string ReadFirst(string members, string attributes = "[StateMachine]")
    {
        var application = GeneratorRun.ReadModel(TestProject.Of(Of(members, attributes)));
        Assert.Empty(application.Faults);
        return MachineText.Of(application.StateMachines.Single(static m => m.LogicalId == "Machine")).ReplaceLineEndings("\n");
    }

    public static StateMachine Machine(string members, string attributes = "[StateMachine]") => Assert.Single(GeneratorRun.ReadModel(TestProject.Of(Of(members, attributes))).StateMachines);
}
