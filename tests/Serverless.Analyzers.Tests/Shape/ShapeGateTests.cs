using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.Generators;

namespace Serverless.Analyzers.Tests.Shape;

public sealed class ShapeGateTests
{
    private const string OrdersFile = "Source0.cs";
    private const string PipelineFile = "Source1.cs";

    [Theory]
    [InlineData("_count + 1; // how many", "_count + 2;")]
    [InlineData("await Task.Delay(seen);", "")]
    [InlineData("foreach (var item in items)", "foreach (var other in items) { }\n        foreach (var item in items)")]
    [InlineData("private int Next => _count + 1;", "private int Next => _count + 3;")]
    [InlineData("[ServerlessFunction(MemorySize = 1024)]", "// a comment\n\n    [ServerlessFunction(MemorySize = 1024)]")]
    [InlineData("return Task.FromResult(document);", "return Task.FromResult(document with { Size = 1 });")]
    public void An_edit_of_a_body_goes_no_further_than_the_shape(string old, string @new)
    {
        var project = new EditedProject();
        var before = project.Generated;

        project.Replace(project.Text(OrdersFile).Contains(old, StringComparison.Ordinal) ? OrdersFile : PipelineFile, old, @new);

        Assert.Equal(IncrementalStepRunReason.Unchanged, project.ReasonOf(TrackingNames.Shape));
        Assert.Equal(IncrementalStepRunReason.Cached, project.ReasonOf(TrackingNames.Application));
        Assert.Equal(before, project.Generated);
    }

    [Theory]
    [InlineData("GET /orders/{id}", "GET /purchases/{id}")]
    [InlineData("\"id\"", "\"key\"")]
    [InlineData("One order.", "Just one order.")]
    [InlineData("string id", "Guid id")]
    [InlineData("State.Succeed()", "State.Pass()")]
    [InlineData("record Document(string Key, long Size)", "record Document(string Key, int Size)")]
    [InlineData("public sealed class Orders", "#nullable disable\npublic sealed class Orders")]
    [InlineData("var sum = 0;", "\n#nullable disable\n        var sum = 0;")]
    [InlineData("private int _count = 1;", "private int _count = 2;")]
    public void An_edit_of_a_declaration_opens_the_gate(string old, string @new)
    {
        var project = new EditedProject();

        project.Replace(project.Text(OrdersFile).Contains(old, StringComparison.Ordinal) ? OrdersFile : PipelineFile, old, @new);

        Assert.Equal(IncrementalStepRunReason.Modified, project.ReasonOf(TrackingNames.Shape));
        Assert.Equal(project.GeneratedAfresh, project.Generated);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void After_random_edits_the_gated_output_equals_a_fresh_one(int seed)
    {
        var random = new Random(seed);
        var project = new EditedProject();
        for (var i = 0; i < 120; i++)
        {
            var file = random.Next(2) == 0 ? OrdersFile : PipelineFile;
            var text = project.Text(file);
            var change = RandomEdit.Of(text, random);
            project.Edit(file, change);

            Assert.True(
                project.GeneratedAfresh.SequenceEqual(project.Generated),
                $"Edit {i} of {file} ({change}) was not noticed. The file was:\n{text}");
            if (random.Next(6) == 0)
                project.Edit(file, new TextChange(new TextSpan(0, project.Text(file).Length), file == OrdersFile ? EditedProject.Orders : EditedProject.Pipeline));
        }
    }

    [Fact]
    public void No_old_compilation_is_kept_alive()
    {
        var project = new EditedProject(trackSteps: false);
        var first = EditTwice(project);

        for (var i = 0; i < 5 && first.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(first.IsAlive);
        Assert.NotEmpty(project.Generated);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference EditTwice(EditedProject project)
    {
        var first = new WeakReference(project.Compilation);
        project.Replace(OrdersFile, "_count + 1; // how many", "_count + 2;");
        project.Replace(OrdersFile, "_count + 2;", "_count + 3;");
        return first;
    }
}
