using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What Powertools calls or decorates: record handlers of its batch processor, tools and subscriptions of its resolvers, and public methods with its aspects. Aspects are legal on
/// helpers too, so a decorated method counts only when no code calls it.
/// </summary>
internal static class PowertoolsHandlers
{
    private const string Namespace = "AWS.Lambda.Powertools";

    private static readonly HashSet<string> Aspects = new(StringComparer.Ordinal) { "Logging", "Tracing", "Metrics", "Idempotent", "BatchProcessor" };

    public static void Find(HandlerFinder finder)
    {
        foreach (var tree in finder.Trees)
        {
            foreach (var declaration in tree.Methods)
            {
                if (declaration.Identifier.ValueText == "HandleAsync" && declaration.Parent is ClassDeclarationSyntax { BaseList: not null })
                    AddRecordHandler(finder, declaration);
                if (declaration.AttributeLists.Count > 0 && !finder.HasTests)
                    AddDecorated(finder, declaration);
            }

            if (tree.Mentions("BedrockAgentFunctionResolver") || tree.Mentions("AppSyncEventsResolver"))
                AddResolved(finder, tree.Root);
        }
    }

    private static void AddRecordHandler(HandlerFinder finder, MethodDeclarationSyntax declaration)
    {
        if (finder.MethodOf(declaration) is not { IsStatic: false, IsAbstract: false } method)
            return;
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (contract.Name is "IRecordHandler" or "ITypedRecordHandler" or "ITypedRecordHandlerWithContext" && IsPowertools(contract)
                && contract.GetMembers("HandleAsync").Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)))
            {
                finder.Add(HandlerForm.Powertools, method, Source(contract), reusesInstance: false);
            }
        }
    }

    private static FunctionFacts Source(INamedTypeSymbol contract) => contract.TypeArguments.FirstOrDefault()?.Name switch
    {
        "SQSMessage" => FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(TriggerKind.Sqs) },
        "KinesisEventRecord" => FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(TriggerKind.Kinesis) },
        "DynamodbStreamRecord" => FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(TriggerKind.DynamoDbStream) },
        _ => FunctionFacts.Unknown,
    };

    private static void AddDecorated(HandlerFinder finder, MethodDeclarationSyntax declaration)
    {
        if (!declaration.AttributeLists.Any(static list => list.Attributes.Any(static a => Aspects.Contains(FunctionAttributes.Short(TreeNames.SimpleName(a.Name))))))
            return;
        if (finder.MethodOf(declaration) is not { DeclaredAccessibility: Accessibility.Public, IsAbstract: false } method || finder.Claims(method.ContainingType))
            return;
        if (method.GetAttributes().Any(static a => a.AttributeClass is { } type && Aspects.Contains(FunctionAttributes.Short(type.Name)) && IsPowertools(type)) && !Calls.Exist(finder, method))
            finder.Add(HandlerForm.Powertools, method, defaults: finder.Deployed.Executable);
    }

    private static void AddResolved(HandlerFinder finder, SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } || (name != "Tool" && !name.StartsWith("OnPublish", StringComparison.Ordinal) && !name.StartsWith("OnSubscribe", StringComparison.Ordinal)))
                continue;
            if (finder.ModelOf(call).GetOperation(call, finder.CancellationToken) is not IInvocationOperation operation || !IsPowertools(operation.TargetMethod.ContainingType))
                continue;
            foreach (var argument in operation.Arguments)
            {
                if (argument.Parameter?.Type is { } type && (type.TypeKind == TypeKind.Delegate || type.Name == "Delegate"))
                    DelegateTargets.Add(finder, HandlerForm.Powertools, argument.Value, name);
            }
        }
    }

    private static bool IsPowertools(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString().StartsWith(Namespace, StringComparison.Ordinal) == true;
}
