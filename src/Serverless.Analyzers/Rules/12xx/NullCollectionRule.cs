using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1219: a collection of a response is used as if it were never null. Only for version 4 of the SDK, and only where nothing in the project brings back the behaviour
/// of version 3. Collections that the service always sends are left alone, and so is every place that shows it thought of null.
/// </summary>
internal sealed class NullCollectionRule : HazardRule
{
    private const string Response = "Amazon.Runtime.AmazonWebServiceResponse";
    private const int FirstVersionWithNull = 4;

    /// <summary>DynamoDB sends these even when they are empty, and the SDK then makes an empty collection.</summary>
    private static readonly HashSet<string> AlwaysSent = new(StringComparer.Ordinal)
    {
        "QueryResponse.Items", "ScanResponse.Items", "BatchGetItemResponse.Responses", "BatchGetItemResponse.UnprocessedKeys", "BatchWriteItemResponse.UnprocessedItems", "ListTablesResponse.TableNames",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.NullResponseCollection);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[Response] is not { } response || response.ContainingAssembly.Identity.Version.Major < FirstVersionWithNull)
            return;
        if (InitialisedCollections.AreOn(model.Types.Compilation, CancellationToken.None))
            return;
        on.Operations(context => Analyze(context, response), OperationKind.PropertyReference);
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol response)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property.Type is not INamedTypeSymbol { Name: "List" or "Dictionary", Arity: > 0, ContainingNamespace.Name: "Generic" } || reference.Instance is null)
            return;
        if (!IsOfResponse(reference, response) || !NullDereferences.Throws(reference))
            return;
        if (NullDereferences.IsGuarded(reference, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(EventRules.NullResponseCollection, reference.Syntax.GetLocation(), Text(reference), Remedy(reference)));
    }

    /// <summary>Nothing in the place of null helps whoever asks for one element.</summary>
    private static string Remedy(IPropertyReferenceOperation reference) =>
        reference.Property.Type.Name == "List" && reference.Parent is not IPropertyReferenceOperation { Property.IsIndexer: true } ? $"test it for null or write '{Text(reference)} ?? []'" : "test it for null first";

    private static bool IsOfResponse(IPropertyReferenceOperation reference, INamedTypeSymbol response)
    {
        var type = reference.Property.ContainingType;
        if (AlwaysSent.Contains(type.Name + "." + reference.Property.Name))
            return false;
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, response))
                return !IsMadeHere(reference.Instance!, 0);
            if (at.Name == "AmazonWebServiceRequest")
                return false;
        }

        // Parts of a response. The same types are parts of requests, so a name that says so, a value made here and everything that is written to are left out.
        return AwsCalls.IsModel(type) && type.Name is not ("AttributeValue" or "Condition" or "KeysAndAttributes") && !type.Name.EndsWith("Request", StringComparison.Ordinal)
            && !type.Name.EndsWith("RequestEntry", StringComparison.Ordinal) && !IsMadeHere(reference.Instance!, 0) && !IsWrittenTo(reference);
    }

    /// <summary>`new ListObjectsV2Response { … }`: a test's double, filled by its maker.</summary>
    private static bool IsMadeHere(IOperation instance, int depth) => instance.Unwrap() switch
    {
        IObjectCreationOperation => true,
        ILocalReferenceOperation local when depth < 3 && OneTimeInitialisation.InitialValue(local) is { } initial => IsMadeHere(initial, depth + 1),
        IPropertyReferenceOperation { Instance: { } outer } when depth < 3 => IsMadeHere(outer, depth + 1),
        IInstanceReferenceOperation => true,
        _ => false,
    };

    private static bool IsWrittenTo(IPropertyReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "TryAdd" or "Insert" } call => call.Instance == reference,
        IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IAssignmentOperation assignment } indexer => assignment.Target == indexer,
        _ => false,
    };

    private static string Text(IPropertyReferenceOperation reference) =>
        reference.Syntax is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } access ? receiver.Identifier.ValueText + "." + access.Name.Identifier.ValueText : reference.Property.Name;
}
