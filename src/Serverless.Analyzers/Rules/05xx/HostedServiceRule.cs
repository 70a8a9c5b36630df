using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0504: a hosted service in an ASP.NET Core application that Lambda serves. The host starts it as everywhere else, and then nothing runs between requests.
/// One that only works in StartAsync is a warm-up: that is done, at the price of a longer cold start.
/// </summary>
internal sealed class HostedServiceRule : HazardRule
{
    private static readonly string[] HostingNames =
    [
        "AddAWSLambdaHosting", "AbstractAspNetCoreFunction", "APIGatewayProxyFunction", "APIGatewayHttpApiV2ProxyFunction", "ApplicationLoadBalancerFunction",
    ];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.BackgroundServiceOnLambda);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!model.Options.IsFargate)
            on.Calls(Analyze, "AddHostedService", "AddSingleton", "AddTransient", "TryAddSingleton", "Singleton");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (ServiceOf(call) is not { } service || !IsHosted(context.Compilation, context.CancellationToken))
            return;
        // Local runs have an entry point of their own in the project templates; other hosts are told apart by Lambda's environment variables.
        if (IsForLocalRuns(context.ContainingSymbol) || LambdaGuards.Guards(call, context.CancellationToken))
            return;
        if (Continues(service, context.CancellationToken))
        {
            context.Report(ConcurrencyRules.BackgroundServiceOnLambda, call.Syntax, null, service.Name,
                "is started in every environment and stands still between requests: what it has in hand is done late, twice or never", "give the work to a function of its own behind a schedule, a queue or a stream");
        }
        else
        {
            context.ReportAs(DiagnosticSeverity.Info, ConcurrencyRules.BackgroundServiceOnLambda, call.Syntax, null, service.Name,
                "is started before the first request: its StartAsync makes every cold start longer, and its StopAsync may never run", "do in it only what must be done before the first request");
        }
    }

    /// <summary>The service that a registration of `IHostedService` names, if it is one.</summary>
    private static INamedTypeSymbol? ServiceOf(IInvocationOperation call)
    {
        var types = call.TargetMethod.TypeArguments;
        if (call.TargetMethod.Name == "AddHostedService")
            return call.TargetMethod.ContainingNamespace is { Name: "DependencyInjection" } && types is [INamedTypeSymbol own] ? own : null;
        return types is [INamedTypeSymbol { Name: "IHostedService", ContainingNamespace.Name: "Hosting" }, INamedTypeSymbol implementation, ..] ? implementation : null;
    }

    private static bool IsHosted(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Array.Exists(HostingNames, TreeNames.Of(tree, cancellationToken).Mentions))
                return true;
        }

        return false;
    }

    private static bool IsForLocalRuns(ISymbol symbol)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Name.StartsWith("Local", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A BackgroundService, or a service whose StartAsync leaves something running: a timer, a thread, a task that is not awaited.</summary>
    private static bool Continues(INamedTypeSymbol service, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? at = service; at is not null; at = at.BaseType)
        {
            if (at is { Name: "BackgroundService", ContainingNamespace.Name: "Hosting" })
                return true;
            foreach (var member in at.GetMembers("StartAsync"))
            {
                foreach (var reference in member.DeclaringSyntaxReferences)
                {
                    if (LeavesRunning(reference.GetSyntax(cancellationToken)))
                        return true;
                }
            }
        }

        return false;
    }

    private static bool LeavesRunning(SyntaxNode startAsync)
    {
        foreach (var node in startAsync.DescendantNodes())
        {
            switch (node)
            {
                case ObjectCreationExpressionSyntax { Type: NameSyntax type } when TreeNames.SimpleName(type) is "Timer" or "Thread" or "PeriodicTimer":
                case ImplicitObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: NameSyntax target } } when TreeNames.SimpleName(target).IndexOf("timer", StringComparison.OrdinalIgnoreCase) >= 0:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "StartNew", Expression: NameSyntax } } started when started.FirstAncestorOrSelf<AwaitExpressionSyntax>() is null:
                case AssignmentExpressionSyntax { Right: InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: var called } } } when called.EndsWith("Async", StringComparison.Ordinal):
                    return true;
            }
        }

        return false;
    }
}
