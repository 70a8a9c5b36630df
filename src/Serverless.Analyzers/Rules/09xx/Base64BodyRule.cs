using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0903: a body in base64 that nobody says is one: the client receives the letters, not the bytes. And the other direction: form data, which payload format 2.0
/// delivers in base64, read as if it were text.
/// </summary>
internal sealed class Base64BodyRule : HazardRule
{
    private const string Flag = "IsBase64Encoded";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.Base64Flag);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Properties((context, property) => Analyze(context, property, model), "Body");

    private static void Analyze(OperationAnalysisContext context, IPropertyReferenceOperation property, ServerlessModel model)
    {
        if (ApiEvents.IsResponse(property.Property.ContainingType))
        {
            if (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property && IsBase64(assignment.Value))
                AnalyzeResponse(context, assignment, model);
        }
        else if (ApiEvents.IsFormat2(property.Property.ContainingType))
        {
            AnalyzeRequest(context, property, model);
        }
    }

    private static void AnalyzeResponse(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, ServerlessModel model)
    {
        if (IsFlagged(assignment, context.CancellationToken) || model.ReachOf(assignment.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        context.Report(ApiGatewayRules.Base64Flag, assignment.Syntax, reached, "Body is base64 but IsBase64Encoded is not set: the client receives the letters instead of the bytes; set IsBase64Encoded = true");
    }

    /// <summary>`Convert.ToBase64String(…)`, or a local that was given one and nothing else.</summary>
    private static bool IsBase64(IOperation value) => value.Unwrap() switch
    {
        IInvocationOperation { TargetMethod: { Name: "ToBase64String", ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } } } => true,
        ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial => !VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, default) && IsBase64(initial),
        _ => false,
    };

    /// <summary>The flag is set, to whatever value, or the content type says that letters are meant.</summary>
    private static bool IsFlagged(ISimpleAssignmentOperation assignment, CancellationToken cancellationToken)
    {
        if (assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation })
        {
            return creation.Initialised(Flag) is not null || (creation.Initialised("Headers") is { } headers && SaysText(headers))
                || !ResponseFlow.IsReturnedWithout(creation, Flag, cancellationToken);
        }

        // Assigned to a variable: any mention of the flag on it, or of text in the headers, in the same member is an answer.
        var member = assignment.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? assignment.Syntax.SyntaxTree.GetRoot(cancellationToken);
        return assignment.Target is not IPropertyReferenceOperation { Instance: ILocalReferenceOperation or IParameterReferenceOperation }
            || member.DescendantNodes().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: Flag } or LiteralExpressionSyntax { Token.Value: string } && SaysText((ExpressionSyntax)node));
    }

    private static bool SaysText(IOperation headers) => headers.DescendantsAndSelf().Any(static inner => inner.ConstantValue is { HasValue: true, Value: string text } && IsTextType(text));

    private static bool SaysText(ExpressionSyntax node) => node is SimpleNameSyntax || (node is LiteralExpressionSyntax { Token.Value: string text } && IsTextType(text));

    private static bool IsTextType(string text) => text.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || text.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeRequest(OperationAnalysisContext context, IPropertyReferenceOperation body, ServerlessModel model)
    {
        if (body.Parent is not IArgumentOperation { Parent: { } reader } || !ReadsForm(reader))
            return;
        var type = body.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? body.Syntax.SyntaxTree.GetRoot(context.CancellationToken);
        if (type.DescendantTokens().Any(static token => token.ValueText == Flag) || model.ReachOf(body.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        context.ReportAs(
            DiagnosticSeverity.Info, ApiGatewayRules.Base64Flag, body.Syntax, reached, "Body is read as form data, which payload format 2.0 delivers in base64; decode it when IsBase64Encoded is true");
    }

    private static bool ReadsForm(IOperation reader) => reader switch
    {
        IInvocationOperation { TargetMethod: { Name: "ParseQueryString", ContainingType: { Name: "HttpUtility", ContainingNamespace.Name: "Web" } } } => true,
        IInvocationOperation { TargetMethod: { Name: "ParseQuery" or "ParseNullableQuery", ContainingType.Name: "QueryHelpers" } } => true,
        IObjectCreationOperation { Type.Name: "FormReader" } => true,
        _ => false,
    };
}
