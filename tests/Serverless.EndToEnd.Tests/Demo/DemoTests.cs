using System.Text.RegularExpressions;
using Serverless.EndToEnd.Tests.Samples;

namespace Serverless.EndToEnd.Tests.Demo;

/// <summary>The README's first command on a fresh clone: each comment of the gallery names the squiggle its line draws, and the build draws exactly those.</summary>
public sealed partial class DemoTests
{
    [Fact]
    public async Task A_fresh_clone_shows_every_squiggle_the_gallery_promises_and_the_written_files()
    {
        var promised = File.ReadAllLines(Path.Combine(Sample.Orders.Folder, "Hazards", "Gallery.cs"))
            .Select(static (line, index) => (Line: index + 1, Comment: Promise().Match(line)))
            .Where(static l => l.Comment.Success)
            .Select(static l => $"Hazards/Gallery.cs:{l.Line}  {l.Comment.Groups[1].Value}");

        using var clone = new RepositoryCopy();
        var output = await clone.RunAsync("build/demo");
        Assert.Equal(promised, Squiggle().Matches(output).Select(static m => m.Groups[1].Value));
        foreach (var file in new[] { "template.json", "policies/OrdersGetOrder.json" })
            Assert.Contains($"\n  {file}\n", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("// (SVLS[0-9]{4}):")]
    private static partial Regex Promise();

    [GeneratedRegex("^  (Hazards/Gallery.cs:[0-9]+  SVLS[0-9]{4})  ", RegexOptions.Multiline)]
    private static partial Regex Squiggle();
}
