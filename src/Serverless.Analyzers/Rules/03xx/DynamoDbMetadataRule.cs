using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0309: the DynamoDB object model asks for the table's description before its first request, synchronously, unless it is told not to.</summary>
internal sealed class DynamoDbMetadataRule : HazardRule
{
    private const string Property = "DisableFetchingTableMetadata";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.DynamoDbTableMetadata);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.DynamoDbContext] is not { } type)
            return;
        var hasBuilder = model.Types[HazardTypeNames.DynamoDbContextBuilder] is not null;
        on.Creations((context, creation) => AnalyzeCreation(context, creation, type, hasBuilder), type.Name);
        if (model.Types[HazardTypeNames.DynamoDbTable] is { } table)
            on.Calls((context, call) => AnalyzeLoading(context, call, table), "LoadTable", "TryLoadTable");
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, INamedTypeSymbol type, bool hasBuilder)
    {
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, type) || creation.Arguments.IsEmpty)
            return;
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Type.Name == "DynamoDBContextConfig" && !argument.IsImplicit && !Fetches(argument.Value, context))
                return;
        }

        if (creation.ReceivingVariable() is { } variable && creation.SemanticModel is { } model && VariableUses.Calls(variable, "RegisterTableDefinition", creation.Syntax, model, context.CancellationToken))
            return;
        context.Report(ColdStartRules.DynamoDbTableMetadata, creation.Syntax, null, type.Name, hasBuilder ? "build the context with DynamoDBContextBuilder" : "set " + Property + " in its configuration");
    }

    /// <summary>False when the configuration switches it off or cannot be seen.</summary>
    private static bool Fetches(IOperation configuration, OperationAnalysisContext context)
    {
        var value = configuration.Unwrap();
        if (value is ILocalReferenceOperation local)
        {
            if (VariableUses.SetsProperty(local.Local, Property, local.Syntax, local.SemanticModel!, context.CancellationToken))
                return false;
            value = OneTimeInitialisation.InitialValue(local)?.Unwrap();
        }

        return value is IObjectCreationOperation creation && creation.Initialised(Property)?.ConstantValue is not { HasValue: true, Value: true } && IsNotSetOtherwise(creation);
    }

    /// <summary>Set, but to what only the run knows: then nothing is claimed.</summary>
    private static bool IsNotSetOtherwise(IObjectCreationOperation creation) =>
        creation.Initialised(Property) is not { } set || set.Unwrap().ConstantValue is { HasValue: true, Value: false };

    private static void AnalyzeLoading(OperationAnalysisContext context, IInvocationOperation call, INamedTypeSymbol table)
    {
        if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, table))
            context.Report(ColdStartRules.DynamoDbTableMetadata, call.Syntax, null, "Table." + call.TargetMethod.Name, "declare the keys with TableBuilder");
    }
}
