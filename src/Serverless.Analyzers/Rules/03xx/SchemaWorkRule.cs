using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0314: the schema is changed where requests are served. A function that is made for migrations is part of the deployment, and code that asks whether it runs on a
/// developer's machine knows what it does.
/// </summary>
internal sealed class SchemaWorkRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.SchemaWorkAtRuntime);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls(
        (context, call) => Analyze(context, call, model),
        "Migrate", "MigrateAsync", "EnsureCreated", "EnsureCreatedAsync", "EnsureDeleted", "EnsureDeletedAsync", "CreateTableAsync", "MigrateUp");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!ChangesSchema(call, model) || LambdaGuards.Guards(call, context.CancellationToken) || Surroundings.IsForDevelopment(call) || model.ReachOf(call.Syntax, context.CancellationToken).Any is not { } reached)
            return;
        if (!IsMigration(context.ContainingSymbol) && !IsMigration(reached.Root?.Method) && !Names(reached.Root?.Name))
            context.Report(ColdStartRules.SchemaWorkAtRuntime, call.Syntax, reached, call.TargetMethod.Name, model.ReachOf(call.Syntax, context.CancellationToken).Handler is null ? "initialisation" : "an invocation");
    }

    private static bool ChangesSchema(IInvocationOperation call, ServerlessModel model) => call.TargetMethod switch
    {
        { Name: "CreateTableAsync" } => RemoteCalls.IsAws(call, model),
        { Name: "MigrateUp", ContainingType.Name: "IMigrationRunner" or "MigrationRunner" } => true,
        { ContainingType: { Name: "DatabaseFacade" or "RelationalDatabaseFacadeExtensions" } } => true,
        _ => false,
    };

    /// <summary>`MigrateDatabase.Handle`, `SchemaSetup`: the deployment calls it.</summary>
    private static bool IsMigration(ISymbol? symbol) => symbol is not null && (Names(symbol.Name) || Names(symbol.ContainingType?.Name));

    private static bool Names(string? name) =>
        name is not null && (name.IndexOf("Migrat", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("CustomResource", StringComparison.OrdinalIgnoreCase) >= 0);
}
