using System.Diagnostics;
using Serverless.Testing.Builds;
using Serverless.Testing.Tools;

namespace Serverless.Build.Tests;

/// <summary>
/// A project named `Shop` that imports the props and targets of the package where NuGet would. One restore per project; builds skip it.
/// </summary>
internal sealed class ShopProject : IDisposable
{
    public const string Output = "bin/Debug/net10.0/serverless";

    private readonly bool _ownsFolder;
    private bool _restored;

    public ShopProject(string properties = "", ScratchFolder? folder = null, string path = "", string items = "", string framework = "<TargetFramework>net10.0</TargetFramework>")
    {
        _ownsFolder = folder is null;
        Folder = folder ?? new ScratchFolder();
        Path = path;
        var package = System.IO.Path.Combine(RepositoryPaths.Root, "src", "Serverless.Build", "build", "Serverless.Analyzers");
        Folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <ServerlessTaskAssembly>{typeof(WriteServerlessArtifacts).Assembly.Location}</ServerlessTaskAssembly>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <Import Project="{package}.props" />
            </Project>
            """);
        Folder.Write("Directory.Build.targets", $"""<Project><Import Project="{package}.targets" /></Project>""");
        Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {framework}
                <OutputType>Exe</OutputType>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", "return 7;\n");
    }

    public ScratchFolder Folder { get; }

    /// <summary>The project's folder below the scratch folder; empty for the scratch folder itself.</summary>
    public string Path { get; }

    public ShopProject WithArtifacts(params (string Property, string Text)[] files) => WithSource(ArtifactSource.Of(files));

    public ShopProject WithSource(string artifactClass)
    {
        Write("ServerlessArtifacts.cs", artifactClass);
        return this;
    }

    public string FullPath(string path) => Folder[System.IO.Path.Combine(Path, path)];

    public void Write(string path, string text) => Folder.Write(System.IO.Path.Combine(Path, path), text);

    public string Read(string path) => Folder.Read(System.IO.Path.Combine(Path, path));

    public bool Exists(string path) => Folder.Exists(System.IO.Path.Combine(Path, path));

    public void Delete(string path) => File.Delete(FullPath(path));

    /// <summary>Files of the artifact folder, its own bookkeeping left out.</summary>
    public IReadOnlyList<string> Artifacts(string output = Output) => [.. Folder.Files(System.IO.Path.Combine(Path, output)).Where(static file => file != ".owner")];

    public IReadOnlyDictionary<string, DateTime> Times(string output = Output) => Folder.Times(System.IO.Path.Combine(Path, output));

    public Task<BuildOutcome> BuildAsync(params string[] arguments) => RunAsync("build", arguments);

    public async Task<BuildOutcome> RunAsync(string command, params string[] arguments)
    {
        string[] all = [command, FullPath("Shop.csproj"), "-nologo", .. arguments];
        if (command is "build" or "publish" && _restored)
            all = [.. all, "--no-restore"];
        Debug.Assert(arguments.All(static argument => argument.Length > 0));
        var outcome = await Folder.DotnetAsync(all);
        _restored |= File.Exists(FullPath("obj/project.assets.json"));
        return outcome;
    }

    public void Dispose()
    {
        if (_ownsFolder)
            Folder.Dispose();
    }
}
