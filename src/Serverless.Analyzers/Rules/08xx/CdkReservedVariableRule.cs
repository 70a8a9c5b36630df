using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Validation;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0801 in CDK code: a function's environment with a name that the service refuses, so the deployment fails after everything before it was deployed.</summary>
internal sealed class CdkReservedVariableRule : HazardRule
{
    private const string Consequence = "the service refuses the function's environment with it, so the deployment fails";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConfigurationRules.ReservedVariable);

    public override bool ReadsInfrastructure => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls(AnalyzeCall, "AddEnvironment");
        on.Properties(AnalyzeProperty, "Environment");
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (IsOfFunctions(call.TargetMethod.ContainingType) && call.Arguments.Argument("key") is { } key)
            Judge(context, key.Value);
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, IPropertyReferenceOperation property)
    {
        if (!IsOfFunctions(property.Property.ContainingType) || property.Parent is not ISimpleAssignmentOperation { Value: var value } assignment || assignment.Target != property)
            return;
        if (value.Unwrap() is not IObjectCreationOperation { Initializer: { } initializer })
            return;
        foreach (var entry in initializer.Initializers)
        {
            switch (entry)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key] } }:
                    Judge(context, key.Value);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, _] }:
                    Judge(context, key.Value);
                    break;
            }
        }
    }

    private static void Judge(OperationAnalysisContext context, IOperation key)
    {
        if (key.ConstantValue is { HasValue: true, Value: string name } && EnvironmentRules.IsReserved(name))
            context.ReportAs(DiagnosticSeverity.Error, ConfigurationRules.ReservedVariable, key.Syntax, null, name, Consequence);
    }

    /// <summary>A type of `Amazon.CDK.AWS.Lambda` or of a module for one language below it.</summary>
    private static bool IsOfFunctions(INamedTypeSymbol type)
    {
        for (var at = type.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at is { Name: "Lambda", ContainingNamespace: { Name: "AWS", ContainingNamespace.Name: "CDK" } })
                return true;
        }

        return false;
    }
}
