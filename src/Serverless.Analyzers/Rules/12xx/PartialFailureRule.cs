using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1204: a handler of a queue's or stream's batch that answers nothing. Louder where it walks the records and awaits something for each, which is where one bad record
/// takes the others along.
/// </summary>
internal sealed class PartialFailureRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.NoPartialFailure);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Handlers((context, method, root) =>
        {
            if (!Concerns(method, root) || HasProcessor(method))
                return;
            var body = root.Body;
            var at = method.Locations.FirstOrDefault(static location => location.IsInSource) ?? body.GetLocation();
            context.ReportDiagnostic(Create(at, method, root.Name, BatchLoops.RunsAwaits(body, EventName(method)!)));
        });
        on.HandlerLambdas((context, lambda, root) =>
        {
            if (Concerns(lambda.Symbol, root))
                context.ReportDiagnostic(Create(At(lambda.Syntax), lambda.Symbol, "The handler", BatchLoops.RunsAwaits(lambda.Syntax, EventName(lambda.Symbol)!)));
        });
    }

    private static Diagnostic Create(Location at, IMethodSymbol method, string name, bool loops) =>
        HazardReporting.Create(EventRules.NoPartialFailure, at, loops ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, reached: null, properties: null, name, BatchEvents.ResponseFor(method.Parameters[0].Type)!);

    private static bool Concerns(IMethodSymbol method, HandlerRoot root) =>
        method.Parameters is [var first, ..] && BatchEvents.ResponseFor(first.Type) is not null && !Answers(method.ReturnType) && root.Function.BatchSize != 1;

    /// <summary>Anything that is not nothing may be the answer: a stream, an object, a type of the project's own.</summary>
    private static bool Answers(ITypeSymbol type) => type.SpecialType != SpecialType.System_Void && !(type is INamedTypeSymbol { Arity: 0 } && type.IsTask());

    private static bool HasProcessor(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "BatchProcessorAttribute" })
                return true;
        }

        return false;
    }

    private static string? EventName(IMethodSymbol method) => method.Parameters is [var first, ..] ? first.Name : null;

    private static Location At(SyntaxNode lambda) => lambda is ParenthesizedLambdaExpressionSyntax { ParameterList: { } list } ? list.GetLocation() : lambda.GetLocation();
}
