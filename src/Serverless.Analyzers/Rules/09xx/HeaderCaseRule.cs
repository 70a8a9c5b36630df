using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0905: header names are compared as they are. With payload format 2.0 they arrive in lower case, so that any other spelling is never found; in the older format
/// they arrive as the client wrote them.
/// </summary>
internal sealed class HeaderCaseRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.HeaderCase);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!ApiEvents.AreReferenced(model.Types))
            return;
        on.Properties(
            (context, indexer) =>
            {
                if (indexer.Arguments is [var key] && (indexer.Parent is not IAssignmentOperation assignment || assignment.Target != indexer))
                    Analyze(context, indexer.Instance, key, model);
            },
            "this[]");
        on.Calls((context, call) => Analyze(context, call.Instance, call.Arguments.Argument("key"), model), "TryGetValue", "ContainsKey");
    }

    private static void Analyze(OperationAnalysisContext context, IOperation? headers, IArgumentOperation? key, ServerlessModel model)
    {
        if (headers is null || key?.Value.ConstantValue is not { HasValue: true, Value: string name } || !HasUpperCase(name))
            return;
        if (AccessPath.Of(headers, context.CancellationToken) is not [.., IPropertySymbol { Name: "Headers" or "MultiValueHeaders", ContainingType: { } type }] || !ApiEvents.IsRequest(type))
            return;
        var isFormat2 = ApiEvents.IsFormat2(type);
        if ((!isFormat2 && IsWrittenByTheService(name)) || HeadersAreReplaced(context, key.Value.Syntax) || IsAlsoLookedUpInLowerCase(key.Value.Syntax, name))
            return;
        if (model.ReachOf(key.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        if (isFormat2)
            context.Report(ApiGatewayRules.HeaderCase, key.Value.Syntax, reached, name, "never found, because payload format 2.0 sends header names in lower case; write '" + name.ToLowerInvariant() + "'");
        else
            context.ReportAs(DiagnosticSeverity.Info, ApiGatewayRules.HeaderCase, key.Value.Syntax, reached, name, "found only when the client spells it so, and HTTP/2 clients send lower case; compare without regard to case");
    }

    private static bool HasUpperCase(string name)
    {
        foreach (var character in name)
        {
            if (char.IsUpper(character))
                return true;
        }

        return false;
    }

    /// <summary>API Gateway adds these itself, always in one spelling.</summary>
    private static bool IsWrittenByTheService(string name) =>
        name.StartsWith("X-Forwarded-", StringComparison.Ordinal) || name.StartsWith("CloudFront-", StringComparison.Ordinal) || name is "X-Amzn-Trace-Id" or "X-Amz-Cf-Id" or "Host" or "Via";

    /// <summary>`request.Headers = …` in the same type: most often a dictionary that ignores case.</summary>
    private static bool HeadersAreReplaced(OperationAnalysisContext context, SyntaxNode at)
    {
        var type = at.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? at.SyntaxTree.GetRoot(context.CancellationToken);
        return type.DescendantNodes().Any(static node => node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" } } assignment
            && assignment.Right.ToString().Contains("IgnoreCase"));
    }

    /// <summary>The other spelling is tried too.</summary>
    private static bool IsAlsoLookedUpInLowerCase(SyntaxNode at, string name)
    {
        var lower = name.ToLowerInvariant();
        var member = at.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? at.SyntaxTree.GetRoot();
        return member.DescendantNodes().Any(node => node is LiteralExpressionSyntax { Token.Value: string text } && text == lower);
    }
}
