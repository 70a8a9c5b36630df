using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0603: a connection that is open when the snapshot is taken. The socket does not exist where it is restored. Connections that initialisation closes again, and those
/// that a hook looks after, are let be; clients of the AWS SDK connect again by themselves.
/// </summary>
internal sealed class SnapshotConnectionRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(SnapStartRules.ConnectionInSnapshot);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (SnapStartGate.IsPossible(model))
            on.Calls((context, call) => Analyze(context, call, model), "Open", "OpenAsync", "Connect", "ConnectAsync", "SentinelConnect", "SentinelConnectAsync", "CreateConnection", "CreateConnectionAsync");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (Opens(call) is not { } kind)
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if (reach.Init is not { } reached || SnapStartGate.SeverityOf(model, reached, DiagnosticSeverity.Warning, context.CancellationToken) is not { } severity)
            return;
        var holder = HolderOf(call);
        if (holder is not null && (IsClosed(holder, call, context.CancellationToken) || SnapshotHooks.Mentions(context.Compilation, holder.Name, context.CancellationToken)))
            return;
        context.ReportAs(severity, SnapStartRules.ConnectionInSnapshot, call.Syntax, reached, kind + "." + call.TargetMethod.Name, holder is null ? "" : " ('" + holder.Name + "')");
    }

    /// <summary>The type that is connected, or null when the call opens nothing.</summary>
    private static string? Opens(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        switch (call.TargetMethod.Name)
        {
            case "Open" or "OpenAsync":
                for (var at = call.Instance?.Type; at is not null; at = at.BaseType)
                {
                    if (at is { Name: "DbConnection" or "IDbConnection", ContainingNamespace: { Name: "Common" or "Data" } })
                        return call.Instance!.Type!.Name;
                }

                return null;
            case "CreateConnection" or "CreateConnectionAsync":
                return type.ContainingNamespace.IsUnder("RabbitMQ") ? type.Name : null;
            default:
                return type.Name switch
                {
                    "ConnectionMultiplexer" => type.ContainingNamespace.IsUnder("StackExchange"),
                    "TcpClient" or "Socket" or "ClientWebSocket" => type.ContainingNamespace.IsUnder("System"),
                    "GrpcChannel" => type.ContainingNamespace.IsUnder("Grpc"),
                    "MqttClient" or "IMqttClient" => type.ContainingNamespace.IsUnder("MQTTnet"),
                    _ => false,
                } ? type.Name : null;
        }
    }

    /// <summary>The variable that is opened, or that receives what is made open.</summary>
    private static ISymbol? HolderOf(IInvocationOperation call)
    {
        if (call.Instance?.Symbol() is { } opened && !call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal))
            return opened;
        IOperation made = call;
        while (made.Parent is IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" } or IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "GetResult" or "ConfigureAwait" })
            made = made.Parent;
        return made.ReceivingVariable();
    }

    /// <summary>A `using`, or a local that is closed or disposed again: it is gone before the snapshot.</summary>
    private static bool IsClosed(ISymbol holder, IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (holder is not ILocalSymbol local || call.SemanticModel is not { } semantics)
            return false;
        return local.IsUsing || IsUsingResource(local, call)
            || VariableUses.Calls(local, "Close", call.Syntax, semantics, cancellationToken) || VariableUses.Calls(local, "CloseAsync", call.Syntax, semantics, cancellationToken)
            || VariableUses.Calls(local, "Dispose", call.Syntax, semantics, cancellationToken) || VariableUses.Calls(local, "DisposeAsync", call.Syntax, semantics, cancellationToken);
    }

    private static bool IsUsingResource(ILocalSymbol local, IOperation call)
    {
        for (var at = call.Parent; at is not null; at = at.Parent)
        {
            if (at is IUsingOperation { Locals: var locals } && locals.Contains(local, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }
}
