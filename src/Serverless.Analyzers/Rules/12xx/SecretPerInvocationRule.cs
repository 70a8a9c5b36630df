using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1211: a secret, parameter or configuration that is fetched for every invocation and kept by nobody. Whoever stores it, here or in a caller on the way, caches it,
/// well or badly; a name that comes with the event belongs to one tenant and is information.
/// </summary>
internal sealed class SecretPerInvocationRule : HazardRule
{
    private static readonly Dictionary<string, (string Service, string What, string Name)> Reads = new(StringComparer.Ordinal)
    {
        ["GetSecretValueAsync"] = ("SecretsManager", "a secret", "SecretId"),
        ["BatchGetSecretValueAsync"] = ("SecretsManager", "secrets", "SecretIdList"),
        ["GetParameterAsync"] = ("SimpleSystemsManagement", "a parameter", "Name"),
        ["GetParametersAsync"] = ("SimpleSystemsManagement", "parameters", "Names"),
        ["GetParametersByPathAsync"] = ("SimpleSystemsManagement", "parameters", "Path"),
        ["GetLatestConfigurationAsync"] = ("AppConfigData", "a configuration", "ConfigurationToken"),
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.SecretPerInvocation);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), Reads.Keys.ToArray());

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var (service, what, name) = Reads[call.TargetMethod.Name];
        var cancellationToken = context.CancellationToken;
        if (!call.IsOf(service) || OneTimeInitialisation.Encloses(call) || KeptValues.IsKept(call, cancellationToken))
            return;
        if (model.ReachOf(call.Syntax, cancellationToken) is not { Handler: { } reached, Init: null } || KeptValues.IsKeptByCaller(reached))
            return;
        var handler = reached.Root?.Method;
        var ofTheEvent = handler is not null && ValueOrigins.ComesFrom(
            AwsRequest.Of(call).Value(name, cancellationToken), reached, origin => origin is IParameterReferenceOperation { Parameter: var parameter } && IsEvent(parameter, handler), cancellationToken);
        context.ReportAs(ofTheEvent ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, EventRules.SecretPerInvocation, call.Syntax, reached, AwsCalls.OperationOf(call.TargetMethod), what, reached.Chain);
    }

    private static bool IsEvent(IParameterSymbol parameter, IMethodSymbol handler) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, handler) && parameter.Type.Name is not ("ILambdaContext" or "CancellationToken");
}
