using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1208: a list is read to the end of its first page. The response type says that there may be more: it has a token. Whoever reads the token, hands the response on,
/// asks for a number of items or wants only the first one knows what he does.
/// </summary>
internal sealed class FirstPageRule : HazardRule
{
    private static readonly string[] Tokens =
        ["NextToken", "LastEvaluatedKey", "NextContinuationToken", "NextMarker", "LastEvaluatedTableName", "NextKeyMarker", "ExclusiveStartShardId", "Marker", "PaginationToken"];

    private static readonly string[] Limits = ["Limit", "MaxKeys", "MaxResults", "MaxItems", "MaxRecords", "PageSize", "MaxDatapoints"];

    private static readonly string[] Beginnings = ["List", "Query", "Scan", "Describe", "GetParametersByPath", "GetQueryResults", "GetMetricData", "BatchGetSecretValue", "Search", "Filter"];

    /// <summary>Reading one of these from a page asks whether there is anything, or for the first item.</summary>
    private static readonly HashSet<string> FirstOnly = new(StringComparer.Ordinal) { "First", "FirstOrDefault", "Single", "SingleOrDefault", "Any" };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.FirstPageOnly);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Operations(context => Analyze(context, (IInvocationOperation)context.Operation, model), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var method = call.TargetMethod;
        if (!MayList(method.Name) || AwsCalls.ServiceOf(method) is not { } service || ResponseOf(method) is not { } response || TokenOf(response) is not { } token)
            return;
        var request = AwsRequest.Of(call);
        var cancellationToken = context.CancellationToken;
        if (AsksForSome(request, cancellationToken) || (service == "SQS" && method.Name == "ListQueuesAsync") || !StopsAfterPage(call, request, token, cancellationToken))
            return;
        var reach = model.ReachOf(call.Syntax, cancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is not { } reached)
            return;
        var operation = AwsCalls.OperationOf(method);
        var remedy = HasPaginator(method.ContainingType, operation) ? "read it with Paginators." + operation : "pass it to the next call until it is empty";
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Member, token);
        context.ReportDiagnostic(HazardReporting.Create(
            EventRules.FirstPageOnly, call.Syntax.GetLocation(), request.IsKnown ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, reached, properties, operation, token, reached.Chain, remedy));
    }

    private static bool MayList(string name)
    {
        if (!name.EndsWith("Async", StringComparison.Ordinal))
            return false;
        foreach (var beginning in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static INamedTypeSymbol? ResponseOf(IMethodSymbol method) => method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [INamedTypeSymbol response] } ? response : null;

    private static string? TokenOf(INamedTypeSymbol response)
    {
        foreach (var token in Tokens)
        {
            if (!response.GetMembers(token).IsEmpty)
                return token;
        }

        return null;
    }

    /// <summary>A limit, or a list of what is wanted.</summary>
    private static bool AsksForSome(AwsRequest request, CancellationToken cancellationToken)
    {
        foreach (var limit in Limits)
        {
            if (request.Value(limit, cancellationToken) is not null)
                return true;
        }

        return request.SetsListOfNames(cancellationToken);
    }

    /// <summary>Items of the response are used, the token is not, and nobody else gets the response.</summary>
    private static bool StopsAfterPage(IInvocationOperation call, AwsRequest request, string token, CancellationToken cancellationToken)
    {
        var result = CallResult.Of(call);
        var filters = request.Value("FilterExpression", cancellationToken) is not null;
        switch (result.Use)
        {
            case ResultUse.Member when result.Member is IPropertyReferenceOperation member:
                return HasItems(member.Property) && (filters || !TakesFirst(member));
            case ResultUse.Local when result.Local is { } local && call.SemanticModel is { } semantics:
                var reads = LocalReads.Of(local, call.Syntax, semantics, cancellationToken);
                if (reads.Escapes || reads.Reads(token) || reads.Reads("IsTruncated"))
                    return false;
                var items = false;
                foreach (var name in reads.Members)
                {
                    if (!HasItems(ResponseOf(call.TargetMethod)!, name))
                        continue;
                    foreach (var read in reads.Of(name))
                        items |= filters || semantics.GetOperation(read, cancellationToken) is not IPropertyReferenceOperation reference || !TakesFirst(reference);
                }

                return items;
            default:
                return false;
        }
    }

    private static bool HasItems(INamedTypeSymbol response, string member) => response.GetMembers(member) is [IPropertySymbol property] && HasItems(property);

    private static bool HasItems(IPropertySymbol property) => property.Name is "Count" or "KeyCount" or "ResultSet" || property.Type is INamedTypeSymbol { Name: "List" or "Dictionary" } && property.Name != "LastEvaluatedKey";

    /// <summary>`.FirstOrDefault()`, `[0]`, `.Any()`, `.Count > 0`: the first page answers that, unless a filter emptied it.</summary>
    private static bool TakesFirst(IPropertyReferenceOperation items)
    {
        IOperation value = items;
        while (value.Parent is IConversionOperation or IArgumentOperation or ICoalesceOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IInvocationOperation call => FirstOnly.Contains(call.TargetMethod.Name),
            IPropertyReferenceOperation { Property.IsIndexer: true } => true,
            IPropertyReferenceOperation { Property.Name: "Count", Parent: IBinaryOperation binary } => IsSmall(binary),
            IConditionalAccessOperation access => access.WhenNotNull.DescendantsAndSelf().Any(static inner => inner is IInvocationOperation { TargetMethod.Name: var name } && FirstOnly.Contains(name)),
            IBinaryOperation binary => IsSmall(binary),
            _ => false,
        };
    }

    private static bool IsSmall(IBinaryOperation comparison) =>
        comparison.RightOperand.Unwrap().ConstantValue is { HasValue: true, Value: null or 0 or 1 } || comparison.LeftOperand.Unwrap().ConstantValue is { HasValue: true, Value: null or 0 or 1 };

    private static bool HasPaginator(INamedTypeSymbol client, string operation)
    {
        foreach (var member in client.GetMembers("Paginators"))
        {
            if (member is IPropertySymbol { Type: INamedTypeSymbol factory } && !factory.GetMembers(operation).IsEmpty)
                return true;
        }

        return false;
    }
}
