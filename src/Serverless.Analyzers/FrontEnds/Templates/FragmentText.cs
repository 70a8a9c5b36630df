using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Analyzers.FrontEnds.Templates;

/// <summary>A file of the user's own CloudFormation, before it is parsed.</summary>
/// <param name="Path">As the compiler knows it.</param>
/// <param name="Text">Its text.</param>
internal sealed record FragmentText(string Path, string Text)
{
    /// <summary>Metadata that the package's targets put on `ServerlessTemplate` items.</summary>
    private const string Marker = "build_metadata.AdditionalFiles.ServerlessTemplate";

    /// <summary>Null when the additional file is none of ours.</summary>
    public static FragmentText? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (!options.GetOptions(file).TryGetValue(Marker, out var value) || !string.Equals(value, "true", StringComparison.OrdinalIgnoreCase))
            return null;
        return new FragmentText(file.Path, file.GetText(cancellationToken)?.ToString() ?? "");
    }
}
