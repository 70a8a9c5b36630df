using System.Reflection;
using System.Text.Json.Nodes;
using Serverless.Testing.Tools;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>A sample as the build left it: its program and the files written beside it.</summary>
public sealed class Sample
{
    private static readonly string Configuration = typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Configuration").Value!;

    private Sample(string name)
    {
        Name = name;
        Folder = Path.Combine(RepositoryPaths.Root, "samples", name);
        Output = Path.Combine(Folder, "bin", Configuration, "net10.0");
    }

    public static Sample Orders { get; } = new("Orders");

    public static Sample DocumentPipeline { get; } = new("DocumentPipeline");

    public static Sample Storefront { get; } = new("Storefront");

    public static Sample PurchaseApproval { get; } = new("PurchaseApproval");

    public static Sample Quote { get; } = new("Quote");

    public static Sample NightlyImport { get; } = new("NightlyImport");

    public static IReadOnlyList<Sample> All { get; } = [Orders, DocumentPipeline, Storefront, PurchaseApproval, Quote, NightlyImport];

    /// <summary>The sample with this name.</summary>
    public static Sample Named(string name) => All.Single(s => s.Name == name);

    /// <summary>Name of the project.</summary>
    public string Name { get; }

    /// <summary>Folder of the project.</summary>
    public string Folder { get; }

    /// <summary>Folder of the built program.</summary>
    public string Output { get; }

    /// <summary>The program.</summary>
    public string Program => Path.Combine(Output, $"{Name}.dll");

    /// <summary>Folder of the written files.</summary>
    public string Artifacts => Path.Combine(Output, "serverless");

    /// <summary>A written file, as text.</summary>
    public string ReadArtifact(string path) => File.ReadAllText(Path.Combine(Artifacts, path));

    /// <summary>A resource of the written template.</summary>
    public JsonObject Resource(string logicalId) =>
        JsonNode.Parse(ReadArtifact("template.json"))!["Resources"]![logicalId]?.AsObject() ?? throw new InvalidOperationException($"The template of {Name} has no {logicalId}.");
}
