using Serverless.Testing.Tools;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// What the samples deploy is committed beside them: a change of a renderer shows in review as a change of these files. To accept one
/// run the tests with `UPDATE_EXPECTED=1`.
/// </summary>
public sealed class CommittedArtifactsTests
{
    public static TheoryData<string> Samples => [.. Sample.All.Select(static s => s.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_build_writes_what_is_committed(string name)
    {
        var sample = Sample.Named(name);
        var expected = Path.Combine(sample.Folder, "expected");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            Copy(sample.Artifacts, expected);
        Assert.Equal(Files(expected), Files(sample.Artifacts));
        foreach (var file in Files(expected))
            Assert.Equal(File.ReadAllText(Path.Combine(expected, file)), File.ReadAllText(Path.Combine(sample.Artifacts, file)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Independent_tools_have_nothing_to_say(string name)
    {
        var sample = Sample.Named(name);
        var findings = await ArtifactValidator.ValidateAsync(Files(sample.Artifacts).Select(f => KeyValuePair.Create(f, sample.ReadArtifact(f))));
        Assert.DoesNotContain(findings, static f => f.IsError);
    }

    /// <summary>Without the build step's own marks, whose names start with a dot.</summary>
    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f)).Where(static f => f[0] != '.').Order(StringComparer.Ordinal)];

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (var file in Files(from))
        {
            var target = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, file), target);
        }
    }
}
