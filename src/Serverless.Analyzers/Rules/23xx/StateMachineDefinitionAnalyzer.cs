using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Model;
using Serverless.Model.Validation.Definitions;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// State machines that people write by hand: files in Amazon States Language, JSON or YAML, and definitions inside of templates. Reported where it stands in the file;
/// a definition that is one text has no places inside, so its member in the template gets the diagnostic. A file that cannot be read is left to its own editor.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateMachineDefinitionAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Rules = DeclarationRules23xx.OfDefinitions.ToImmutableDictionary(static r => r.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationRules23xx.OfDefinitions;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Options.AdditionalFiles.IsEmpty && ServerlessModel.Of(start.Compilation, start.Options, start.CancellationToken) is { } model)
                start.RegisterAdditionalFileAction(file => Analyze(file, model.Deployment(file.CancellationToken)));
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, DeploymentDescription deployment)
    {
        if (deployment.File(context.AdditionalFile.Path) is not { Root: not null } file)
            return;
        foreach (var source in StateMachineSources.Of(file, deployment))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            int? size = source.IsFile ? Encoding.UTF8.GetByteCount(file.Text.ToString()) : null;
            foreach (var fault in DefinitionChecker.Check(source.Definition, source.IsExpress, size))
                Report(context, source.At is { } at ? file.At(at) : file.At(fault.Start, fault.Length), fault);
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, Location at, DefinitionFault fault)
    {
        var severity = fault.Severity switch
        {
            DefinitionSeverity.Error => DiagnosticSeverity.Error,
            DefinitionSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        context.ReportDiagnostic(HazardReporting.Create(Rules[fault.RuleId], at, severity, reached: null, properties: null, [.. fault.Arguments.Select(static a => (object)a)]));
    }
}
