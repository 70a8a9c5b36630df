using System.Text.RegularExpressions;
using Serverless.EndToEnd.Tests.Samples;
using Serverless.Testing.Tools;

namespace Serverless.EndToEnd.Tests.Demo;

/// <summary>
/// The README's first command on a fresh clone: each comment of the gallery names the squiggle its line draws, the build draws exactly
/// those, and the README shows what is printed.
/// </summary>
public sealed partial class DemoTests
{
    [Fact]
    public async Task A_fresh_clone_shows_what_the_gallery_promises_and_the_README_shows()
    {
        var promised = File.ReadAllLines(Path.Combine(Sample.Orders.Folder, "Hazards", "Gallery.cs"))
            .Select(static (line, index) => (Line: index + 1, Comment: Promise().Match(line)))
            .Where(static l => l.Comment.Success)
            .Select(static l => $"Hazards/Gallery.cs:{l.Line}  {l.Comment.Groups["rule"].Value}");

        using var clone = new RepositoryCopy();
        var output = await clone.RunAsync("build/demo");
        Assert.Equal(promised, Squiggle().Matches(output).Select(static m => m.Groups["squiggle"].Value));
        Assert.Contains("\n  policies/OrdersGetOrder.json\n", output, StringComparison.Ordinal);
        var shown = output[output.IndexOf("Squiggles", StringComparison.Ordinal)..].Trim();
        Assert.Contains($"```\n{shown}\n```", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex("// (?<rule>SVLS[0-9]{4}):")]
    private static partial Regex Promise();

    [GeneratedRegex("^  (?<squiggle>Hazards/Gallery.cs:[0-9]+  SVLS[0-9]{4})  ", RegexOptions.Multiline)]
    private static partial Regex Squiggle();
}
