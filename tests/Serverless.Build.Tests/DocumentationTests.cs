using System.Reflection;
using System.Text.RegularExpressions;
using Serverless.Testing.Tools;

namespace Serverless.Build.Tests;

/// <summary>The page of the build step names everything a user can set or be told.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Source = Path.Combine(RepositoryPaths.Root, "src", "Serverless.Build");
    private static readonly string Page = File.ReadAllText(Path.Combine(Source, "README.md"));

    [Fact]
    public void Every_message_has_its_section()
    {
        var ofTheTask = typeof(MessageIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!);
        var ofTheTargets = Directory.EnumerateFiles(Path.Combine(Source, "buildTransitive")).Select(File.ReadAllText).SelectMany(static text => Code().Matches(text)).Select(static match => match.Groups["name"].Value);
        var ids = ofTheTask.Concat(ofTheTargets).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(ids, Heading().Matches(Page).Select(static match => match.Groups["name"].Value));
    }

    [Fact]
    public void Every_property_the_targets_read_is_in_the_table()
    {
        string[] internals = ["ServerlessTaskAssembly", "ServerlessTaskFactory", "ServerlessReferencedDirectly", "ServerlessFileExcludes"];
        var used = Directory.EnumerateFiles(Path.Combine(Source, "buildTransitive")).Select(File.ReadAllText)
            .SelectMany(static text => Property().Matches(text).Concat(Visible().Matches(text)))
            .Select(static match => match.Groups["name"].Value).Except(internals).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(used, Row().Matches(Page).Select(static match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^### (?<name>SVLSB\d{3})$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"Code=""(?<name>SVLSB\d{3})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\$\((?<name>(Enable)?Serverless\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();

    [GeneratedRegex("CompilerVisibleProperty Include=\"(?<name>Serverless\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Visible();

    [GeneratedRegex(@"^\| `(?<name>(Enable)?Serverless\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
