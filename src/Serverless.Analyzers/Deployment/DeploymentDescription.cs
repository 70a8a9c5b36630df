using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Analyzers.Deployment;

/// <summary>
/// All that the project's files say about its deployment. Several projects may share a template, and several templates may deploy one project:
/// a rule asks for the functions of its assembly and takes what they agree on.
/// </summary>
internal sealed class DeploymentDescription
{
    public static readonly DeploymentDescription None = new(ImmutableArray<DeploymentFile>.Empty);

    public DeploymentDescription(ImmutableArray<DeploymentFile> files)
    {
        Files = files;
        Functions = files.SelectMany(static file => file.Functions).ToImmutableArray();
    }

    public ImmutableArray<DeploymentFile> Files { get; }

    /// <summary>Every function of every file, those of other assemblies too.</summary>
    public ImmutableArray<DeployedFunction> Functions { get; }

    public static DeploymentDescription Read(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (options.AdditionalFiles.IsEmpty)
            return None;
        var files = ImmutableArray.CreateBuilder<DeploymentFile>();
        foreach (var text in options.AdditionalFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DeploymentFile.Of(text, RoleOf(options, text), cancellationToken) is { } file)
                files.Add(file);
        }

        return files.Count == 0 ? None : new DeploymentDescription(files.ToImmutable());
    }

    public static string? RoleOf(AnalyzerOptions options, AdditionalText file) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(DeploymentFiles.RoleKey, out var role) && role.Length > 0 ? role : null;

    /// <summary>Null when the file is none of a deployment.</summary>
    public DeploymentFile? File(string path)
    {
        foreach (var file in Files)
        {
            if (file.Path == path)
                return file;
        }

        return null;
    }
}
