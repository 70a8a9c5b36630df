using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.Templates;
using Serverless.Analyzers.Shape;
using Serverless.Model;
using Serverless.Model.Validation;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.Rules.Declarations;

/// <summary>
/// Reports the faults of the model where they were written, while one types. Symbol actions, because a fault belongs to a
/// declaration and not to the end of a compilation; attributes of the assembly belong to no symbol and are met as operations.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!CompilationShape.UsesServerless(start.Compilation, start.CancellationToken))
                return;
            var compilation = start.Compilation;
            var options = start.Options;
            var faults = new Lazy<FaultIndex>(() => Read(compilation, options, CancellationToken.None));
            start.RegisterSymbolAction(symbol => ReportSymbol(symbol, faults.Value), SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Field);
            start.RegisterOperationAction(operation => ReportAssembly(operation, faults.Value), OperationKind.Attribute);
            var first = compilation.SyntaxTrees.First();
            start.RegisterSyntaxTreeAction(tree => ReportInternal(tree, first, faults.Value));
            start.RegisterAdditionalFileAction(file => ReportFile(file, faults.Value));
        });
    }

    private static FaultIndex Read(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var fragments = options.AdditionalFiles
            .Select(file => FragmentText.Read(file, provider, cancellationToken))
            .OfType<FragmentText>()
            .ToEquatableArray();
        var gated = GatedApplication.Of(compilation, ProjectOptions.Read(provider), fragments, cancellationToken);
        return ApplicationCache.Read(gated, cancellationToken) is { } application
            ? new FaultIndex(application.Faults.Concat(ApiAdvice.Of(application)).Concat(MachineAdvice.Of(application)).Concat(MachineHazards.Of(application)).ToEquatableArray())
            : new FaultIndex(default);
    }

    private static void ReportSymbol(SymbolAnalysisContext context, FaultIndex faults)
    {
        if (!faults.MayHave(context.Symbol.Name) || context.Symbol.GetDocumentationCommentId() is not { } id)
            return;
        foreach (var fault in faults.At(id))
        {
            if (Diagnostic(fault, FaultLocator.Locate(fault.At, context.Symbol, context.CancellationToken)) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>An attribute of the assembly is recognised by its syntax among those the assembly lists.</summary>
    private static void ReportAssembly(OperationAnalysisContext context, FaultIndex faults)
    {
        if (faults.Assembly.IsEmpty)
            return;
        var attributes = context.Compilation.Assembly.GetAttributes();
        foreach (var fault in faults.Assembly)
        {
            if (fault.At.Attribute < 0 || fault.At.Attribute >= attributes.Length)
                continue;
            var data = attributes[fault.At.Attribute];
            if (data.ApplicationSyntaxReference is not { } reference || reference.SyntaxTree != context.Operation.Syntax.SyntaxTree || reference.Span != context.Operation.Syntax.Span)
                continue;
            if (FaultLocator.Attribute(data, fault.At.Argument, context.CancellationToken) is { } location && Diagnostic(fault, location) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>A fault of ours has no declaration: the start of the first file stands for the project.</summary>
    private static void ReportInternal(SyntaxTreeAnalysisContext context, SyntaxTree first, FaultIndex faults)
    {
        if (context.Tree != first)
            return;
        foreach (var fault in faults.Assembly)
        {
            if (fault.At.Attribute < 0 && Diagnostic(fault, Location.Create(first, default)) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static void ReportFile(AdditionalFileAnalysisContext context, FaultIndex faults)
    {
        foreach (var fault in faults.Files)
        {
            if (fault.At.FilePath != context.AdditionalFile.Path || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
                continue;
            var start = Math.Min(fault.At.Start, text.Length);
            var span = new TextSpan(start, Math.Min(fault.At.Length, text.Length - start));
            if (Diagnostic(fault, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span))) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static Diagnostic? Diagnostic(Fault fault, Location location)
    {
        if (DeclarationRules.Find(fault.RuleId) is not { } descriptor)
            return null;
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var property in fault.Properties)
        {
            var equals = property.IndexOf('=');
            properties[property.Substring(0, equals)] = property.Substring(equals + 1);
        }

        var severity = fault.IsInfo ? DiagnosticSeverity.Info : fault.IsWarning ? DiagnosticSeverity.Warning : descriptor.DefaultSeverity;
        return Microsoft.CodeAnalysis.Diagnostic.Create(
            descriptor, location, severity, additionalLocations: null, properties.ToImmutable(), [.. fault.Arguments.Select(static a => (object)a)]);
    }
}
