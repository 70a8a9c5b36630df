using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0310: the start-up code of a function takes the builder that has everything. The slim one of ASP.NET Core has the same members, so it can take its place unless the
/// program uses one of the few things that it leaves out.
/// </summary>
internal sealed class HostBuilderRule : HazardRule
{
    /// <summary>What CreateSlimBuilder does not set up, by the names that ask for it.</summary>
    private static readonly string[] OnlyInFull = ["UseHttps", "UseIIS", "UseIISIntegration", "UseStaticWebAssets", "MapStaticAssets", "UseHttpsRedirection", "UseQuic", "UseStartup", "UseHttpSys", "ConfigureHttpsDefaults"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.FullHostBuilder);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        // A server of its own uses what the full builders set up.
        if (!model.Options.IsFargate)
            on.Calls((context, call) => Analyze(context, call, model), "CreateBuilder", "CreateDefaultBuilder");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var (name, better) = call.TargetMethod switch
        {
            { Name: "CreateBuilder", ContainingType: { Name: "WebApplication", ContainingNamespace: { Name: "Builder", ContainingNamespace.Name: "AspNetCore" } } type } when Has(type, "CreateSlimBuilder") =>
                ("WebApplication.CreateBuilder", "WebApplication.CreateSlimBuilder"),
            { Name: "CreateDefaultBuilder", ContainingType: { Name: "Host", ContainingNamespace: { Name: "Hosting", ContainingNamespace.Name: "Extensions" } } type } when Has(type, "CreateEmptyApplicationBuilder") =>
                ("Host.CreateDefaultBuilder", "Host.CreateEmptyApplicationBuilder"),
            _ => ("", ""),
        };
        if (name.Length == 0 || model.ReachOf(call.Syntax, context.CancellationToken) is not { Init: { } reached, Handler: null })
            return;
        var properties = name.StartsWith("Web", StringComparison.Ordinal) && IsSlimEnough(context.Compilation, context.CancellationToken)
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, "CreateSlimBuilder")
            : null;
        context.ReportDiagnostic(HazardReporting.Create(ColdStartRules.FullHostBuilder, call.Syntax.GetLocation(), ColdStartRules.FullHostBuilder.DefaultSeverity, reached, properties, name, better));
    }

    private static bool Has(INamedTypeSymbol type, string method) => !type.GetMembers(method).IsEmpty;

    /// <summary>No use of what the slim builder leaves out: HTTPS and IIS, static web assets, and the `regex` and `alpha` constraints of routes.</summary>
    private static bool IsSlimEnough(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (Array.Exists(OnlyInFull, names.Mentions))
                return false;
            foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.StringLiteralToken) && (token.ValueText.Contains(":regex(") || token.ValueText.Contains(":alpha")))
                    return false;
            }
        }

        return true;
    }
}
