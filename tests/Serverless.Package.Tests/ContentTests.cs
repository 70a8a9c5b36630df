using System.IO.Compression;
using System.Xml.Linq;
using Serverless.Testing.Tools;

namespace Serverless.Package.Tests;

/// <summary>Every entry of the packages, and what they declare.</summary>
[Collection(PackageCollection.Name)]
public sealed class ContentTests(PackedPackages packages)
{
    [Fact]
    public void Serverless_Analyzers_holds_exactly_these_files()
    {
        var rules = Path.Combine(RepositoryPaths.Root, "src", "Serverless.Analyzers", "Rules");
        var pages = Directory.EnumerateFiles(rules, "SVLS*.md", SearchOption.AllDirectories).Select(page => "docs/rules/" + Path.GetRelativePath(rules, page).Replace('\\', '/'));
        string[] files =
        [
            "LICENSE",
            "README.md",
            "Serverless.Analyzers.nuspec",
            "analyzers/dotnet/cs/Serverless.Analyzers.CodeFixes.dll",
            "analyzers/dotnet/cs/Serverless.Analyzers.dll",
            "build/Serverless.Analyzers.props",
            "build/Serverless.Analyzers.targets",
            "buildTransitive/Serverless.Analyzers.props",
            "buildTransitive/Serverless.Analyzers.targets",
            "buildTransitive/config/all.globalconfig",
            "buildTransitive/config/none.globalconfig",
            "buildTransitive/config/recommended.globalconfig",
            "docs/build.md",
            "lib/net10.0/Serverless.Annotations.dll",
            "lib/net10.0/Serverless.Annotations.xml",
            "lib/net10.0/Serverless.Runtime.dll",
            "lib/net10.0/Serverless.Runtime.xml",
            "lib/net8.0/Serverless.Annotations.dll",
            "lib/net8.0/Serverless.Annotations.xml",
            "lib/net8.0/Serverless.Runtime.dll",
            "lib/net8.0/Serverless.Runtime.xml",
            "lib/netstandard2.0/Serverless.Annotations.dll",
            "lib/netstandard2.0/Serverless.Annotations.xml",
            "tasks/netstandard2.0/Serverless.Build.dll",
        ];

        Assert.Equal(files.Concat(pages).Order(StringComparer.Ordinal), Entries(packages.Analyzers));
    }

    [Fact]
    public void Serverless_Hosting_holds_exactly_these_files() =>
        Assert.Equal(
        [
            "LICENSE",
            "README.md",
            "Serverless.Hosting.nuspec",
            "lib/net10.0/Serverless.Hosting.dll",
            "lib/net10.0/Serverless.Hosting.xml",
            "lib/net8.0/Serverless.Hosting.dll",
            "lib/net8.0/Serverless.Hosting.xml",
        ], Entries(packages.Hosting));

    [Fact]
    public void Serverless_StepFunctions_Local_holds_exactly_these_files() =>
        Assert.Equal(
        [
            "LICENSE",
            "README.md",
            "Serverless.StepFunctions.Local.nuspec",
            "lib/net10.0/Serverless.StepFunctions.Local.dll",
            "lib/net10.0/Serverless.StepFunctions.Local.xml",
            "lib/net8.0/Serverless.StepFunctions.Local.dll",
            "lib/net8.0/Serverless.StepFunctions.Local.xml",
        ], Entries(packages.StepFunctionsLocal));

    [Fact]
    public void Serverless_StepFunctions_Local_needs_the_analyzers_of_its_version_and_no_ASP_NET()
    {
        var metadata = Metadata(packages.StepFunctionsLocal);
        Assert.Equal(
            [("Serverless.Analyzers", packages.Version), ("Serverless.Analyzers", packages.Version)],
            metadata.Descendants().Where(static e => e.Name.LocalName == "dependency").Select(static e => (e.Attribute("id")!.Value, e.Attribute("version")!.Value)));
        Assert.DoesNotContain(metadata.Descendants(), static e => e.Name.LocalName == "frameworkReference");
    }

    [Fact]
    public void Serverless_Analyzers_depends_on_nothing_and_stays_a_dependency_of_its_users()
    {
        var metadata = Metadata(packages.Analyzers);

        Assert.Equal([".NETStandard2.0", "net8.0", "net10.0"], metadata.Descendants().Where(static e => e.Name.LocalName == "group").Select(static group => group.Attribute("targetFramework")!.Value));
        Assert.DoesNotContain(metadata.Descendants(), static e => e.Name.LocalName is "dependency" or "developmentDependency");
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal(packages.Version, Value(metadata, "version"));
    }

    [Fact]
    public void Serverless_Hosting_depends_on_the_other_packages_of_its_version_and_on_the_shared_framework()
    {
        var metadata = Metadata(packages.Hosting);

        Assert.Equal(
            [("Serverless.Analyzers", packages.Version), ("Serverless.StepFunctions.Local", packages.Version), ("Serverless.Analyzers", packages.Version), ("Serverless.StepFunctions.Local", packages.Version)],
            metadata.Descendants().Where(static e => e.Name.LocalName == "dependency").Select(static e => (e.Attribute("id")!.Value, e.Attribute("version")!.Value)));
        Assert.Equal(
            ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.App"],
            metadata.Descendants().Where(static e => e.Name.LocalName == "frameworkReference").Select(static e => e.Attribute("name")!.Value));
    }

    private static IEnumerable<string> Entries(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(static entry => entry.FullName)
            .Where(static name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static XElement Metadata(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        using var stream = archive.Entries.First(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().First(static e => e.Name.LocalName == "metadata");
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().First(e => e.Name.LocalName == name).Value;
}
