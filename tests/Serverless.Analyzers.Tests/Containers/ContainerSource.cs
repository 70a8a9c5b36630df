using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Containers;

/// <summary>An executable with one machine: what these tests have around the members they are about.</summary>
internal static class ContainerSource
{
    public static TestProject Project(string members, string attributes = "[StateMachine]") => TestProject.Of($$"""
        using System.ComponentModel.DataAnnotations;
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: TableResource("Table", "id")]
        namespace Shop;
        public sealed record Item(string Id, int Count, string[] Tags);
        public sealed record Page(string Name, byte[] Content);
        {{attributes}}
        public sealed class Machine
        {
        {{members}}
        }
        """).AsExecutable();

    public static Task Verify(string members, string attributes = "[StateMachine]") => DeclarationFaults.Verify(Project(members, attributes));

    public static Task<string> Message(string members) => DeclarationFaults.Message(Project(members));

    /// <summary>The model; there must be no fault.</summary>
    public static Serverless.Model.Application Read(string members, string attributes = "[StateMachine]")
    {
        var application = GeneratorRun.ReadModel(Project(members, attributes));
        Assert.Empty(application.Faults);
        return application;
    }
}
