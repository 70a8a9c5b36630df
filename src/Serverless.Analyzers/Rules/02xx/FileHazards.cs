using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class FileHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new FileWriteRule(), new FixedTemporaryNameRule(), new DurableFileRule(), new CurrentDirectoryRule(), new FileWatchingRule(), new LocalDatabaseRule(), new FileLoggingRule());
}
