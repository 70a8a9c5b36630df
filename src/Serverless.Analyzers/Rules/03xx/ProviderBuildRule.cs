using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0302: a container, a host or a configuration is built in every invocation. Built once and kept it is what we ask for.</summary>
internal sealed class ProviderBuildRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.ProviderPerInvocation);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Calls((context, call) => Analyze(context, call, model), "BuildServiceProvider", "Build");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (NameOf(call) is not { } name || OneTimeInitialisation.Encloses(call))
            return;
        if (model.ReachOf(call.Syntax, context.CancellationToken) is { Handler: { Root: not { RunsOnce: true } } reached, Init: null })
            context.Report(ColdStartRules.ProviderPerInvocation, call.Syntax, reached, name, reached.Chain);
    }

    /// <summary>What is built; null when it is something else.</summary>
    private static string? NameOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name == "BuildServiceProvider")
            return IsIn(method.ContainingNamespace, "DependencyInjection", "Extensions") ? "ServiceProvider" : null;
        return method.ContainingType switch
        {
            { Name: "IHostBuilder" or "HostBuilder" or "HostApplicationBuilder" or "IHostApplicationBuilder", ContainingNamespace: var at } when IsIn(at, "Hosting", "Extensions") => "Host",
            { Name: "WebApplicationBuilder", ContainingNamespace: var at } when IsIn(at, "Builder", "AspNetCore") => "WebApplication",
            { Name: "ConfigurationBuilder" or "IConfigurationBuilder", ContainingNamespace: var at } when IsIn(at, "Configuration", "Extensions") => "Configuration",
            _ => null,
        };
    }

    private static bool IsIn(INamespaceSymbol? space, string name, string parent) => space?.Name == name && space.ContainingNamespace?.Name == parent;
}
