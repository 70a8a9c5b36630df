using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0412: Npgsql's pool prunes idle connections with a timer, which is frozen with the environment, and does not test a connection that it hands out. Its maximum age is
/// compared at that moment, so it works after a thaw. SqlClient reconnects an idle connection by itself: not reported, nor is MySqlConnector, whose checks depend on its version.
/// </summary>
internal sealed class PooledConnectionRule : HazardRule
{
    private const string Provider = "Npgsql";

    private static readonly string[] Answers = ["Connection Lifetime", "Load Balance Timeout", "Keepalive", "Tcp Keepalive"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.PooledConnectionsOutliveIdlePurge);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        // A task of Fargate is not frozen.
        if (model.Options.IsFargate)
            return;
        ConnectionStrings.Register(on, static (context, text) =>
        {
            if (text.Provider == Provider && text.IsComplete && (text["Host"] ?? text["Server"]) is not null && IsPooled(text) && !Array.Exists(Answers, answer => text[answer] is not null))
                context.Report(TimeoutRules.PooledConnectionsOutliveIdlePurge, text.Value.Syntax, null, Provider);
        });
    }

    private static bool IsPooled(ConnectionText text) => text["Pooling"] is not { } pooling || pooling.Equals("true", StringComparison.OrdinalIgnoreCase);
}
