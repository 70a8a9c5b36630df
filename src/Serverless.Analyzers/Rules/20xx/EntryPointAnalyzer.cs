using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.Templates;
using Serverless.Analyzers.Shape;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// A `Main` of one's own that starts nothing (SVLS2012). Apart from the other declaration rules, because it asks what bodies do
/// and the model, on purpose, does not know.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntryPointAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DeclarationRules20xx.MainStartsNothing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!CompilationShape.UsesServerless(start.Compilation, start.CancellationToken)
                || EntryPoint.Own(start.Compilation, start.CancellationToken)?.DeclaringSyntaxReferences is not [var main, ..])
            {
                return;
            }

            var compilation = start.Compilation;
            var options = start.Options;
            start.RegisterSyntaxTreeAction(tree =>
            {
                if (tree.Tree == main.SyntaxTree && HasFunctions(compilation, options, tree.CancellationToken) && !EntryPoint.StartsFunctions(compilation, tree.CancellationToken))
                    tree.ReportDiagnostic(Diagnostic.Create(DeclarationRules20xx.MainStartsNothing, Place(main.GetSyntax(tree.CancellationToken))));
            });
        });
    }

    private static bool HasFunctions(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var fragments = options.AdditionalFiles
            .Select(file => FragmentText.Read(file, provider, cancellationToken))
            .OfType<FragmentText>()
            .ToEquatableArray();
        var gated = GatedApplication.Of(compilation, ProjectOptions.Read(provider), fragments, cancellationToken);
        return ApplicationCache.Read(gated, cancellationToken)?.Handlers.Any() == true;
    }

    /// <summary>The name of a method; of top-level statements the first one.</summary>
    private static Location Place(SyntaxNode main) => main switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        CompilationUnitSyntax unit => (unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() ?? (SyntaxNode)unit).GetLocation(),
        _ => main.GetLocation(),
    };
}
