using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>A rule about what stands in a template or in another file of the deployment: it reports there. A file that cannot be read is left to its own editor.</summary>
internal abstract class DeploymentFileRule : HazardRule
{
    public sealed override void Register(HazardRegistry on, ServerlessModel model) => on.Files(context =>
    {
        if (model.Deployment(context.CancellationToken).File(context.AdditionalFile.Path) is { Root: not null } file)
            Analyze(context, file, model);
    });

    protected abstract void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model);

    protected static void Report(AdditionalFileAnalysisContext context, DiagnosticDescriptor rule, Location at, params object[] arguments) =>
        ReportAs(context, rule.DefaultSeverity, rule, at, arguments);

    protected static void ReportAs(AdditionalFileAnalysisContext context, DiagnosticSeverity severity, DiagnosticDescriptor rule, Location at, params object[] arguments) =>
        context.ReportDiagnostic(HazardReporting.Create(rule, at, severity, reached: null, properties: null, arguments));
}
