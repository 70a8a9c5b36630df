namespace Serverless.Package.Tests;

/// <summary>Shares one pack among all test classes.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackages>
{
    public const string Name = "packages";
}
