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
/// SVLS1301: an endless loop of a BackgroundService that never looks at the stopping token, or that looks at it and then sleeps without it.
/// Judged in ExecuteAsync and in the worker's own methods, where the token is a parameter or is missing.
/// </summary>
internal sealed class StoppingTokenRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FargateRules.StoppingTokenIgnored);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!model.Options.IsFargate)
            return;
        on.Operations(AnalyzeLoop, OperationKind.Loop);
        var isForwarded = on.Hosts(RuleIds.TokenNotForwarded) && !model.Options.SkipsOverlaps;
        on.Calls((context, call) => AnalyzeSleep(context, call, model, isForwarded), "Delay", "WaitForNextTickAsync", "Sleep");
    }

    private static void AnalyzeLoop(OperationAnalysisContext context)
    {
        var syntax = context.Operation.Syntax;
        if (!IsEndless(syntax) || WorkerMethod(context.Operation) is not { } method)
            return;
        var tokens = TokensOf(method);
        if (tokens.Count > 0 && Mentions(syntax, tokens))
            return;
        if (tokens.Count == 0 && !IsCalledByExecute(method, context.CancellationToken))
            return;
        var remedy = tokens.Count > 0 ? $"ask '{tokens.First()}' in the loop and pass it on" : "give the method the stopping token, ask it in the loop and pass it on";
        var keyword = syntax.GetFirstToken().GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(FargateRules.StoppingTokenIgnored, keyword, "The loop", method.ContainingType.Name + "." + method.Name, remedy));
    }

    /// <summary>In a loop that asks the token, the sleep is what delays the end.</summary>
    private static void AnalyzeSleep(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model, bool isForwarded)
    {
        if (call.TargetMethod.ContainingType.Name is not ("Task" or "Thread" or "PeriodicTimer") || CancellationTokens.Of(call) == TokenUse.Passed || WorkerMethod(call) is not { } method)
            return;
        // A call that takes a token is SVLS0405's where a handler or worker is known to run it.
        if (isForwarded && call.TargetMethod.Name == "Delay" && model.ReachOf(call.Syntax, context.CancellationToken).ByHandler)
            return;
        var tokens = TokensOf(method);
        for (var at = call.Syntax.Parent; at is not null and not (AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax); at = at.Parent)
        {
            if (at is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax))
                continue;
            // A loop that does not know the token at all is reported itself.
            if (Mentions(at, tokens))
            {
                context.Report(FargateRules.StoppingTokenIgnored, call.Syntax, null, "'" + call.TargetMethod.Name + "'", method.ContainingType.Name + "." + method.Name, $"pass '{tokens.First()}' to it");
                return;
            }
        }
    }

    /// <summary>The method of a BackgroundService whose own code the operation is; null in a lambda, which may run elsewhere.</summary>
    private static IMethodSymbol? WorkerMethod(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return null;
        }

        var declaration = operation.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        if (declaration is null || operation.SemanticModel?.GetDeclaredSymbol(declaration) is not IMethodSymbol method)
            return null;
        for (var type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "BackgroundService", ContainingNamespace: { Name: "Hosting" } })
                return method.Name == "ExecuteAsync" ? (method.IsOverride ? method : null) : method;
        }

        return null;
    }

    /// <summary>`while (true)`, `for (;;)`, and loops over what never ends by itself; without a way out in the loop.</summary>
    private static bool IsEndless(SyntaxNode loop)
    {
        var (condition, body) = loop switch
        {
            WhileStatementSyntax @while => (@while.Condition, @while.Statement),
            DoStatementSyntax @do => (@do.Condition, @do.Statement),
            ForStatementSyntax @for => (@for.Condition, @for.Statement),
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } each => (each.Expression, each.Statement),
            _ => (null, null),
        };
        if (body is null || !(condition is null ? loop is ForStatementSyntax : NeverEnds(condition)))
            return false;
        return !body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node switch
        {
            ReturnStatementSyntax or GotoStatementSyntax => true,
            BreakStatementSyntax => node.Ancestors().First(static a => a is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax) == loop,
            _ => false,
        });
    }

    private static bool NeverEnds(ExpressionSyntax condition) => condition switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        ParenthesizedExpressionSyntax parenthesized => NeverEnds(parenthesized.Expression),
        AwaitExpressionSyntax await => NeverEnds(await.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } =>
            name is "WaitForNextTickAsync" or "WaitToReadAsync" or "ReadAllAsync" || (name is "ConfigureAwait" or "WithCancellation" && NeverEnds(access.Expression)),
        _ => false,
    };

    /// <summary>Names of the method's token parameters, and of the locals and fields that are made from them.</summary>
    private static HashSet<string> TokensOf(IMethodSymbol method)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in method.Parameters)
        {
            if (CancellationTokens.IsToken(parameter.Type) || CancellationTokens.IsSource(parameter.Type))
                tokens.Add(parameter.Name);
        }

        foreach (var member in method.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { IsImplicitlyDeclared: false } field && (CancellationTokens.IsToken(field.Type) || CancellationTokens.IsSource(field.Type)))
                tokens.Add(field.Name);
        }

        if (tokens.Count == 0 || method.DeclaringSyntaxReferences is not [var declaration, ..])
            return tokens;
        foreach (var variable in declaration.GetSyntax().DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (variable.Initializer is { } initial && Mentions(initial, tokens))
                tokens.Add(variable.Identifier.ValueText);
        }

        return tokens;
    }

    private static bool Mentions(SyntaxNode node, HashSet<string> tokens)
    {
        foreach (var inner in node.DescendantNodes())
        {
            if (inner is IdentifierNameSyntax name && tokens.Contains(name.Identifier.ValueText))
                return true;
        }

        return false;
    }

    /// <summary>A helper without a token concerns the worker when its ExecuteAsync mentions it.</summary>
    private static bool IsCalledByExecute(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var execute in method.ContainingType.GetMembers("ExecuteAsync"))
        {
            foreach (var reference in execute.DeclaringSyntaxReferences)
            {
                foreach (var name in reference.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    if (name.Identifier.ValueText == method.Name)
                        return true;
                }
            }
        }

        return false;
    }
}
