using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// What declares an undeclared id: an assembly attribute. The service of a grant says which resource is meant; of another reference nobody knows.
/// </summary>
/// <param name="Attribute">Name of the attribute in `Serverless`, without suffix.</param>
/// <param name="Id">Logical id.</param>
internal sealed record Declaration(string Attribute, string Id)
{
    private const string Table = "TableResource";
    private const string Parameter = "TemplateParameter";
    private const string Allow = "Serverless.AllowAttribute";

    public static Declaration? OfParameter(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Id, out var id) && id is not null ? new Declaration(Parameter, id) : null;

    /// <summary>Null where the reference is no grant, or one for services that do not agree on a resource.</summary>
    public static Declaration? OfResource(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Id, out var id) || id is null || node.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } arguments } attribute
            || model.GetTypeInfo(attribute, cancellationToken).Type?.ToDisplayString() != Allow)
        {
            return null;
        }

        var kinds = arguments.Arguments.Where(static a => a.NameEquals is null)
            .SelectMany(a => a.Expression.DescendantNodesAndSelf(n => Constant(n) is null).Select(Constant)).OfType<string>()
            .Select(Resource).Distinct().ToList();
        return kinds is [{ } kind] ? new Declaration(kind, id) : null;

        string? Constant(SyntaxNode expression) => model.GetConstantValue(expression, cancellationToken).Value as string;
    }

    /// <summary>`[assembly: TableResource("Orders", "id")]`; a table needs a key, and `id` is the most common one.</summary>
    public AttributeListSyntax List()
    {
        var arguments = AttributeArgumentList().AddArguments(Text(Id));
        if (Attribute == Table)
            arguments = arguments.AddArguments(Text("id").WithLeadingTrivia(Space));
        var name = ParseName("global::Serverless." + Attribute).WithAdditionalAnnotations(Simplifier.Annotation);
        var target = AttributeTargetSpecifier(Token(SyntaxKind.AssemblyKeyword), Token(SyntaxKind.ColonToken).WithTrailingTrivia(Space));
        return AttributeList(target, SingletonSeparatedList(SyntaxFactory.Attribute(name, arguments)));
    }

    private static AttributeArgumentSyntax Text(string value) => AttributeArgument(LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(value)));

    private static string? Resource(string action) => action.Split(':')[0] switch
    {
        "dynamodb" => Table,
        "sqs" => "QueueResource",
        "sns" => "TopicResource",
        "s3" => "BucketResource",
        "events" => "EventBusResource",
        _ => null,
    };
}
