using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.Apis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Analyzers.Shape;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// A Lambda authorizer that keeps its decisions and looks at the route in its body (SVLS2206). Apart from the other declaration rules,
/// because it asks what bodies do and the model, on purpose, does not know.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CachedDecisionAnalyzer : DiagnosticAnalyzer
{
    private const string Request = "Serverless.Http.RouteRequest";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DeclarationRules22xx.CachedRouteDecision);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (CompilationShape.UsesServerless(start.Compilation, start.CancellationToken))
                start.RegisterOperationBlockStartAction(StartBlock);
        });
    }

    private static void StartBlock(OperationBlockStartAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || KeyOf(method) is not { } key)
            return;
        context.RegisterOperationAction(
            operation =>
            {
                if (Read(operation.Operation) is { } read && !CachedDecisions.IsInKey(read, key))
                    operation.ReportDiagnostic(Diagnostic.Create(DeclarationRules22xx.CachedRouteDecision, operation.Operation.Syntax.GetLocation(), method.Name, CachedDecisions.Name(read), CachedDecisions.Remedy(read)));
            },
            OperationKind.PropertyReference,
            OperationKind.Invocation);
    }

    /// <summary>The identity sources; null when decisions are not kept.</summary>
    private static List<string>? KeyOf(IMethodSymbol method)
    {
        if (DeclaredAttributes.Of(method).Find(LambdaAuthorizerReader.Attribute) is not { } attribute || attribute.Int32("ResultTtl") is not > 0)
            return null;
        return attribute.StringArray("IdentitySources") is { } written ? [.. written] : [.. IdentitySources.OfParameters(method, areDecisionsKept: true)];
    }

    private static RequestPart? Read(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: var name, ContainingType: { } type } } when TypeNames.Is(type, Request) => name switch
        {
            "Method" => RequestPart.Method,
            "RouteKey" => RequestPart.Route,
            "Path" => RequestPart.Path,
            _ => null,
        },
        IInvocationOperation { TargetMethod: { Name: "RouteValue", ContainingType: { } type } } when TypeNames.Is(type, Request) => RequestPart.Variable,
        _ => null,
    };
}
