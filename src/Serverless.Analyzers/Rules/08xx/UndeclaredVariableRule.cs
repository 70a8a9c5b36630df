using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0803: a function reads a variable that its template does not give it. Only where the template says everything: one template, and an environment without a
/// computed part. Code that can do without the variable is left alone.
/// </summary>
internal sealed class UndeclaredVariableRule : HazardRule
{
    private static readonly string[] ProvidedPrefixes =
        ["AWS_", "_", "LAMBDA_", "DOTNET_", "COMPlus_", "CORECLR_", "ASPNETCORE_", "POWERTOOLS_", "OTEL_", "DD_", "NEW_RELIC_", "XDG_", "LOCALSTACK_"];

    private static readonly ImmutableHashSet<string> Provided = ImmutableHashSet.Create(
        StringComparer.Ordinal, "PATH", "LANG", "LD_LIBRARY_PATH", "TZ", "HOME", "USER", "PWD", "TMPDIR", "TEMP", "TMP", "HOSTNAME", "CI", "ANNOTATIONS_HANDLER", "SERVERLESS_FUNCTION");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(UndeclaredVariableRules.UndeclaredVariable);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), "GetEnvironmentVariable");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } || call.Arguments.Length != 1)
            return;
        if (call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } name } || IsProvided(name) || model.Options.IsFargate)
            return;
        var deployment = model.Deployment(context.CancellationToken);
        if (deployment.Files.Count(static file => file.Kind == DeploymentFileKind.Template) != 1 || OptionalVariables.CanBeNull(call, context.CancellationToken))
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is { } invoked)
        {
            if (invoked.Root?.Function.Environment is { } environment && !environment.Contains(name))
                context.Report(UndeclaredVariableRules.UndeclaredVariable, call.Syntax, invoked, name, invoked.Root.Name);
        }
        else if (reach.Init is { Root: { } root } prepared && root.Function.Environment is { } own && !own.Contains(name) && deployment.Functions.All(function => function.Facts.Environment?.Contains(name) == false))
        {
            // Initialisation is shared: a variable that another function has may be for that one alone.
            context.Report(UndeclaredVariableRules.UndeclaredVariable, call.Syntax, prepared, name, root.Name);
        }
    }

    private static bool IsProvided(string name) =>
        Provided.Contains(name) || Array.Exists(ProvidedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
