using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1005: code that completes a task token with success, and leaves it open when something fails or on a way that returns before. Within one method: a token that goes to
/// other code is that code's business, and a class that sends failures anywhere has thought of them.
/// </summary>
internal sealed class TaskTokenRule : HazardRule
{
    private const string Success = "SendTaskSuccess";

    private const string Failure = "SendTaskFailure";

    private static readonly DiagnosticDescriptor TokenNotCompleted = Rule.Create(
        RuleIds.TokenNotCompleted,
        "Task token is not completed on every path",
        "The task token stays open {0}, and the state waits until its heartbeat or timeout is over; {1}",
        RulePolicy.Info,
        "A state that waits for a callback ends when somebody sends success or failure with its token. Code that only sends success leaves it waiting when it fails.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TokenNotCompleted);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls(static (context, call) => Analyze(context, call), Success, Success + "Async");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (!call.IsOf("StepFunctions") || call.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method || IsInner(call.Syntax, method))
            return;
        var completions = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static i => NameOf(i) is Success or Failure).ToList();
        if (completions.Find(static i => NameOf(i) == Success) != call.Syntax || completions.Exists(i => IsInner(i, method)) || TokenOf(call, method) is not { } token || Escapes(token, method))
            return;
        if (!SendsFailure(method))
            Report(context, call.Syntax.GetLocation(), "when something fails here", "catch what is thrown and call SendTaskFailure");
        foreach (var statement in method.DescendantNodes().OfType<ReturnStatementSyntax>())
        {
            if (!IsInner(statement, method) && !IsCompleted(statement, method, completions) && !AsksForToken(statement, method, token))
                Report(context, statement.ReturnKeyword.GetLocation(), "when the method returns here", "send success or failure before");
        }
    }

    private static void Report(OperationAnalysisContext context, Location at, string when, string remedy) =>
        context.ReportDiagnostic(HazardReporting.Create(TokenNotCompleted, at, DiagnosticSeverity.Info, reached: null, properties: null, when, remedy));

    /// <summary>`SendTaskSuccess` of `client.SendTaskSuccessAsync(…)`.</summary>
    private static string NameOf(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
    }

    /// <summary>In a lambda or local function: when that runs is not known here.</summary>
    private static bool IsInner(SyntaxNode node, SyntaxNode method) =>
        node.Ancestors().TakeWhile(a => a != method).Any(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>Name of the variable, parameter or member that the request gets its token from.</summary>
    private static string? TokenOf(IInvocationOperation call, SyntaxNode method)
    {
        var assigned = call.Syntax.DescendantNodes().Concat(method.DescendantNodes()).OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(static a => a.Left is IdentifierNameSyntax { Identifier.ValueText: "TaskToken" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TaskToken" });
        return assigned?.Right switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => null,
        };
    }

    /// <summary>The token is an argument of code that is not ours to see. Tests for null are not.</summary>
    private static bool Escapes(string token, SyntaxNode method)
    {
        foreach (var argument in method.DescendantNodes().OfType<ArgumentSyntax>())
        {
            if (!Mentions(argument.Expression, token) || argument.Parent?.Parent is not InvocationExpressionSyntax call || argument.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Any())
                continue;
            var name = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : call.Expression.ToString();
            if (!name.StartsWith("IsNull", StringComparison.Ordinal) && !name.StartsWith("ThrowIf", StringComparison.Ordinal) && name != "nameof")
                return true;
        }

        return false;
    }

    private static bool SendsFailure(SyntaxNode method) => method.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static i => NameOf(i) == Failure);

    /// <summary>A call stands before the statement, on its way or on some way: what is behind a condition counts, so that nothing is invented.</summary>
    private static bool IsCompleted(SyntaxNode statement, SyntaxNode method, List<InvocationExpressionSyntax> completions)
    {
        if (completions.Exists(c => statement.Span.Contains(c.Span)))
            return true;
        for (var at = statement; at != method && at.Parent is { } parent; at = parent)
        {
            if (parent is BlockSyntax or SwitchSectionSyntax && parent.ChildNodes().TakeWhile(c => c != at).Any(before => completions.Exists(c => before.Span.Contains(c.Span))))
                return true;
        }

        return false;
    }

    /// <summary>`if (token is null) return;`</summary>
    private static bool AsksForToken(SyntaxNode statement, SyntaxNode method, string token) =>
        statement.Ancestors().TakeWhile(a => a != method).OfType<IfStatementSyntax>().Any(i => Mentions(i.Condition, token));

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name);
}
