using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1101 in C#: statements and AWS's policies that CDK code grants, and the policies that `[LambdaFunction]` names.</summary>
internal sealed class CdkWildcardActionRule : HazardRule
{
    private const string Statement = "Amazon.CDK.AWS.IAM.PolicyStatementProps";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(PermissionRules.WildcardAction);

    public override bool ReadsInfrastructure => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[Statement] is { } statement)
        {
            on.Creations((context, creation) => AnalyzeStatement(context, creation, statement), "PolicyStatementProps");
            on.Calls(AnalyzePolicy, "FromAwsManagedPolicyName");
        }

        if (model.Types[HazardTypeNames.LambdaFunctionAttribute] is { } function)
            on.Symbols(context => AnalyzeFunction(context, function), SymbolKind.Method);
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, IObjectCreationOperation creation, INamedTypeSymbol statement)
    {
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, statement) || creation.Initialised("Actions") is not { } actions || IsDenied(creation, context.CancellationToken))
            return;

        // A policy of a resource names who may: the root of the account has everything of a key, or nobody could administer it.
        var isOfResource = creation.Initialised("Principals") is not null || creation.Initialised("NotPrincipals") is not null;
        foreach (var inner in actions.DescendantsAndSelf())
        {
            if (inner is not ILiteralOperation { ConstantValue: { HasValue: true, Value: string action } } || AwsPolicies.ScopeOf(action) is not { } scope || (isOfResource && action == "kms:*"))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(PermissionRules.WildcardAction, inner.Syntax.GetLocation(), OwnerOf(context), scope));
        }
    }

    private static string OwnerOf(OperationAnalysisContext context) => context.ContainingSymbol.ContainingType?.Name ?? context.ContainingSymbol.Name;

    /// <summary>Denied, or an effect that only the run knows.</summary>
    private static bool IsDenied(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        if (creation.ReceivingVariable() is { } variable && VariableUses.SetsProperty(variable, "Effect", creation.Syntax, creation.SemanticModel!, cancellationToken))
            return true;
        return creation.Initialised("Effect") is { } effect && effect.Unwrap() is not IFieldReferenceOperation { Field.Name: "ALLOW" };
    }

    private static void AnalyzePolicy(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType is { Name: "ManagedPolicy", ContainingNamespace: { Name: "IAM", ContainingNamespace.Name: "AWS" } }
            && call.Arguments is [{ Value: { ConstantValue: { HasValue: true, Value: string name } } value }] && AwsPolicies.AllowsEverything(name))
        {
            context.ReportDiagnostic(Diagnostic.Create(PermissionRules.WildcardAction, value.Syntax.GetLocation(), OwnerOf(context), "what the policy " + name + " lists"));
        }
    }

    private static void AnalyzeFunction(SymbolAnalysisContext context, INamedTypeSymbol function)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null)
            return;
        foreach (var attribute in method.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, function))
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is not { Key: "Policies", Value.Value: string policies } || AttributeSites.Argument(attribute, "Policies", context.CancellationToken) is not { } site)
                    continue;
                foreach (var policy in policies.Split(','))
                {
                    if (AwsPolicies.AllowsEverything(policy.Trim()))
                        context.ReportDiagnostic(Diagnostic.Create(PermissionRules.WildcardAction, site.GetLocation(), method.Name, "what the policy " + policy.Trim() + " lists"));
                }
            }
        }
    }
}
