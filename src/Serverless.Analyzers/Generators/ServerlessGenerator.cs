using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.Templates;
using Serverless.Analyzers.Shape;
using Serverless.Model;

namespace Serverless.Analyzers.Generators;

/// <summary>
/// The pipeline, and nothing but: compilation → shape → application → files. Faults are reported by the declaration analyzer,
/// so that a squiggle is never a reason to generate again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServerlessGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => ProjectOptions.Read(provider))
            .WithTrackingName(TrackingNames.Options);
        var fragments = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => FragmentText.Read(pair.Left, pair.Right, cancellationToken))
            .Collect()
            .Select(static (fragments, _) => fragments.OfType<FragmentText>().ToEquatableArray())
            .WithTrackingName(TrackingNames.Fragments);

        var files = context.CompilationProvider
            .Combine(options)
            .Combine(fragments)
            .Select(static (input, cancellationToken) => GatedApplication.Of(input.Left.Left, input.Left.Right, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Shape)
            .Select(static (gated, cancellationToken) => gated.Read(cancellationToken))
            .WithTrackingName(TrackingNames.Application)
            .SelectMany(static (application, cancellationToken) => Rendering.Render(application, cancellationToken).AsImmutableArray())
            .WithTrackingName(TrackingNames.Files);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));
    }
}
