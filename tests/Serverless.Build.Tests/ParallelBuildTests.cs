using Serverless.Build.Writing;
using Serverless.Testing.Builds;

namespace Serverless.Build.Tests;

/// <summary>Builds that run at the same time.</summary>
public sealed class ParallelBuildTests
{
    [Fact]
    public async Task Projects_of_one_solution_are_built_in_parallel()
    {
        using var folder = new ScratchFolder();
        string[] names = ["a", "b", "c"];
        foreach (var name in names)
            new ShopProject("", folder, name).WithArtifacts(("template_json", ArtifactSource.Template()), ($"policies__{name}_json", $"\"{name}\"")).Dispose();
        folder.Write("All.proj", """
            <Project>
              <ItemGroup><All Include="*/Shop.csproj" /></ItemGroup>
              <Target Name="Build"><MSBuild Projects="@(All)" Targets="Restore" Properties="R=1" /><MSBuild Projects="@(All)" BuildInParallel="true" /></Target>
            </Project>
            """);

        (await folder.DotnetAsync("msbuild", "All.proj", "-nologo", "-m:3")).MustSucceed();

        foreach (var name in names)
            Assert.Equal([".owner", $"policies/{name}.json", "template.json"], folder.Files($"{name}/{ShopProject.Output}"));
    }

    [Fact]
    public void Builds_of_one_project_at_the_same_time_leave_one_of_their_results_whole()
    {
        using var scratch = new ScratchFolder();
        var project = scratch.Write("Shop.csproj", "<Project />");
        var results = Enumerable.Range(0, 16).Select(static run => Enumerable.Range(0, 20)
            .ToDictionary(file => $"policies/F{file}.json", _ => $"[{run}]", StringComparer.Ordinal)).ToList();

        Parallel.ForEach(results, new ParallelOptions { MaxDegreeOfParallelism = 8 }, result => new ArtifactFolder(scratch["out"], project, "net10.0").Write(result, []));

        var texts = Directory.EnumerateFiles(scratch["out/policies"]).Select(File.ReadAllText).ToList();
        Assert.Equal(20, texts.Count);
        Assert.Single(texts.Distinct(StringComparer.Ordinal));
        Assert.Equal(21, File.ReadAllLines(scratch["out/.owner"]).Count(static line => line.StartsWith("file ", StringComparison.Ordinal) || line.StartsWith("project ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_projects_that_claim_one_folder_at_the_same_time_never_mix()
    {
        using var scratch = new ScratchFolder();
        var projects = new[] { scratch.Write("a/A.csproj", "<Project />"), scratch.Write("b/B.csproj", "<Project />") };
        var refused = 0;

        Parallel.ForEach(projects, project =>
        {
            try
            {
                new ArtifactFolder(scratch["out"], project, "net10.0").Write(new Dictionary<string, string>(StringComparer.Ordinal) { [Path.GetFileName(project) + ".json"] = "{}" }, []);
            }
            catch (BuildFault fault) when (fault.Id == MessageIds.OwnedByAnotherProject)
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal(1, refused);
        Assert.Equal(2, scratch.Files("out").Count);
    }
}
