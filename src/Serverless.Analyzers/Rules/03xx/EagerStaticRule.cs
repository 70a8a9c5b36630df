using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0312: a private static field reads a file or parses something big when its type is touched, and every use of it stands in a branch. Where snapshots are taken doing it
/// early is right.
/// </summary>
internal sealed class EagerStaticRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.EagerStaticWork);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Operations(context => Analyze(context, (IFieldInitializerOperation)context.Operation, model), OperationKind.FieldInitializer);

    private static void Analyze(OperationAnalysisContext context, IFieldInitializerOperation initialiser, ServerlessModel model)
    {
        if (initialiser.InitializedFields is not [{ IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } field])
            return;
        if (HeavyCallIn(initialiser.Value, context.CancellationToken) is not { } heavy || !IsUsedInBranchesOnly(field, initialiser.Syntax, initialiser.SemanticModel!, context.CancellationToken))
            return;
        if (model.ReachOf(initialiser.Syntax, context.CancellationToken).Init is { } reached && model.Execution(reached.Root, context.CancellationToken).SnapStart is not true)
            context.Report(ColdStartRules.EagerStaticWork, initialiser.Value.Syntax, reached, field.Name, heavy);
    }

    /// <summary>In the initialiser, or in a method of the same type that it calls.</summary>
    private static string? HeavyCallIn(IOperation value, CancellationToken cancellationToken)
    {
        foreach (var inner in Now(value))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (NameOf(inner) is { } name)
                return name;
            if (inner is IInvocationOperation { TargetMethod: { IsStatic: true, DeclaringSyntaxReferences: [var reference] } } && reference.GetSyntax(cancellationToken) is { } body
                && body.SyntaxTree == value.Syntax.SyntaxTree && body is MethodDeclarationSyntax && value.SemanticModel!.GetOperation(body, cancellationToken) is { } operation)
            {
                foreach (var called in Now(operation))
                {
                    if (NameOf(called) is { } inMethod)
                        return inMethod;
                }
            }
        }

        return null;
    }

    /// <summary>What runs at once: not the bodies of lambdas.</summary>
    private static IEnumerable<IOperation> Now(IOperation operation)
    {
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            var at = open.Pop();
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            yield return at;
            foreach (var child in at.ChildOperations)
                open.Push(child);
        }
    }

    private static string? NameOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: { } type } method } => (type.Name, method.Name) switch
        {
            ("File", "ReadAllText" or "ReadAllBytes" or "ReadAllLines" or "ReadLines" or "OpenRead" or "OpenText") when type.ContainingNamespace.Name == "IO" => "File." + method.Name,
            ("JsonSerializer", "Deserialize") when type.ContainingNamespace.Name == "Json" => "JsonSerializer.Deserialize",
            ("JsonConvert", "DeserializeObject") => "JsonConvert.DeserializeObject",
            ("XDocument" or "XElement", "Load" or "Parse") => type.Name + "." + method.Name,
            ("Assembly", "Load" or "LoadFrom" or "LoadFile") when type.ContainingNamespace.Name == "Reflection" => "Assembly." + method.Name,
            ("X509CertificateLoader", _) => "X509CertificateLoader." + method.Name,
            _ => null,
        },
        IObjectCreationOperation { Type: { Name: "X509Certificate2" } } => "X509Certificate2",
        _ => null,
    };

    private static bool IsUsedInBranchesOnly(IFieldSymbol field, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        var uses = 0;
        foreach (var use in VariableUses.Of(field, VariableUses.ScopeOf(field, at), model, cancellationToken))
        {
            uses++;
            if (!IsInBranch(use))
                return false;
        }

        return uses > 0;
    }

    private static bool IsInBranch(SyntaxNode use)
    {
        for (SyntaxNode child = use, at = use.Parent!; at is not null; child = at, at = at.Parent!)
        {
            switch (at)
            {
                case IfStatementSyntax branch when branch.Condition != child:
                case ConditionalExpressionSyntax choice when choice.Condition != child:
                case SwitchSectionSyntax or CatchClauseSyntax:
                case SwitchExpressionArmSyntax arm when arm.Expression == child:
                case BinaryExpressionSyntax binary when binary.Right == child && (binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression) || binary.IsKind(SyntaxKind.CoalesceExpression)):
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
