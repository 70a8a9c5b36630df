using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0403: an AWS client waits as long as its SDK likes. The SDK leaves the time to HttpClient, which takes 100 seconds for each attempt; the client of S3 sets the longest
/// time there is. Version 4 makes three attempts.
/// </summary>
internal sealed class AwsClientTimeoutRule : HazardRule
{
    private const string Timeout = "Timeout";

    /// <summary>A function with less time than this cannot outlast even one attempt that hangs.</summary>
    private const int Short = 15;

    private const int AttemptSeconds = 100;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.AwsClientDefaultTimeout);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.AmazonServiceClient] is null)
            return;
        on.Operations(context => AnalyzeCreation(context, (IObjectCreationOperation)context.Operation, model), OperationKind.ObjectCreation);
        on.Calls((context, call) => AnalyzeRegistration(context, call, model), "AddAWSService", "TryAddAWSService");
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model)
    {
        if (creation.Type is not { } type || !type.Name.StartsWith("Amazon", StringComparison.Ordinal) || !DerivesFrom(type, model.Types[HazardTypeNames.AmazonServiceClient]))
            return;
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Unwrap().Type.IsOrDerives("ClientConfig", "Amazon.Runtime") && !KeepsDefault(argument.Value, context.CancellationToken))
                return;
        }

        if (creation.ReceivingVariable() is { } variable && creation.SemanticModel is { } semantics && Deadlines.EveryCallHasOne(variable, creation.Syntax, semantics, context.CancellationToken))
            return;
        ReportAt(context, model, creation.Syntax, type);
    }

    /// <summary>The configuration is made here and sets no time; one that comes from elsewhere may.</summary>
    private static bool KeepsDefault(IOperation configuration, CancellationToken cancellationToken)
    {
        var value = configuration.Unwrap();
        if (value is ILocalReferenceOperation local)
        {
            if (VariableUses.SetsProperty(local.Local, Timeout, local.Syntax, local.SemanticModel!, cancellationToken) || IsPassedOn(local, cancellationToken))
                return false;
            value = OneTimeInitialisation.InitialValue(local)?.Unwrap();
        }
        else if (value is IFieldReferenceOperation { Field: { IsReadOnly: true } field } && FieldValue(field, value, cancellationToken) is { } initial)
        {
            if (VariableUses.SetsProperty(field, Timeout, value.Syntax, value.SemanticModel!, cancellationToken))
                return false;
            value = initial.Unwrap();
        }

        return value is IObjectCreationOperation { Constructor.Parameters.Length: 0 } creation && creation.Initialised(Timeout) is null && creation.Initialised("HttpClientFactory") is null
            && creation.Type is { DeclaringSyntaxReferences.IsEmpty: true };
    }

    /// <summary>A helper that is handed the configuration may set the time.</summary>
    private static bool IsPassedOn(ILocalReferenceOperation local, CancellationToken cancellationToken)
    {
        foreach (var use in VariableUses.Of(local.Local, VariableUses.ScopeOf(local.Local, local.Syntax), local.SemanticModel!, cancellationToken))
        {
            if (use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax })
                return true;
        }

        return false;
    }

    private static IOperation? FieldValue(IFieldSymbol field, IOperation use, CancellationToken cancellationToken) =>
        field.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == use.Syntax.SyntaxTree
            ? use.SemanticModel!.GetOperation(value, cancellationToken)
            : null;

    /// <summary>`AddAWSService&lt;IAmazonS3&gt;()` takes the project's default options; where those are said, they may hold a time.</summary>
    private static void AnalyzeRegistration(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod is not { TypeArguments: [INamedTypeSymbol service] } || !RemoteCalls.IsAwsClient(service, model))
            return;
        foreach (var argument in call.Arguments)
        {
            if (!argument.IsImplicit && (argument.Parameter?.Type is { Name: "AWSOptions" } || argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
                return;
        }

        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, context.CancellationToken);
            if (names.Mentions("AddDefaultAWSOptions") || names.Mentions("DefaultClientConfig"))
                return;
        }

        ReportAt(context, model, call.Syntax, service);
    }

    private static void ReportAt(OperationAnalysisContext context, ServerlessModel model, SyntaxNode at, ITypeSymbol type)
    {
        var seconds = FunctionTimeouts.Of(model, at, context.CancellationToken);
        if (seconds > AttemptSeconds && !IsOfS3(type))
            return;
        var severity = seconds <= Short ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        var limit = IsOfS3(type) ? "24 days" : "100 seconds";
        var attempts = type.ContainingAssembly?.Identity.Version.Major >= 4 ? " and makes three attempts" : "";
        var comparison = seconds is { } known ? ", the function has " + FunctionTimeouts.Text(known) + " seconds" : "";
        context.ReportAs(severity, TimeoutRules.AwsClientDefaultTimeout, at, null, type.Name, limit, attempts, comparison);
    }

    private static bool IsOfS3(ITypeSymbol type) => type.ContainingNamespace is { Name: "S3", ContainingNamespace.Name: "Amazon" };

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol? known)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, known))
                return true;
        }

        return false;
    }
}
