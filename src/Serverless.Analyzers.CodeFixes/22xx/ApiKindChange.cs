using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using SyntaxKind = Microsoft.CodeAnalysis.CSharp.SyntaxKind;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>An attribute of an API as the attribute of another kind: arguments that exist there stay.</summary>
internal sealed class ApiKindChange
{
    private readonly string _from;
    private readonly string _to;
    private readonly Func<AttributeArgumentSyntax, bool> _isDropped;

    private ApiKindChange(string from, string to, Func<AttributeArgumentSyntax, bool> isDropped)
    {
        _from = from;
        _to = to;
        _isDropped = isDropped;
    }

    /// <summary>Every argument of an HTTP API exists; only its stage `$default` does not.</summary>
    public static ApiKindChange ToRest { get; } = new(
        "ServerlessHttpApi", "ServerlessRestApi", static argument => Name(argument) == "StageName" && argument.Expression is LiteralExpressionSyntax { Token.ValueText: "$default" });

    /// <summary>What says the default of a REST API has no argument on an HTTP API.</summary>
    public static ApiKindChange ToHttp { get; } = new("ServerlessRestApi", "ServerlessHttpApi", static argument => Name(argument) is { } name && Array.IndexOf(RestOnly, name) >= 0);

    private static string[] RestOnly =>
    [
        "Endpoint", "VpcEndpointIds", "Validate", "CacheSizeGB", "CacheTtl", "CacheEncrypted", "CanaryPercent", "CanaryUsesStageCache", "WebAcl", "Tracing", "BinaryMediaTypes",
        "MinimumCompressionSize", "ResourcePolicy", "ApiKeySource", "ExecutionLogs",
    ];

    /// <summary>The attribute on what a documentation comment id, or <see cref="FixProperties.OfAssembly"/>, names.</summary>
    public AttributeSyntax? Find(Compilation compilation, string owner, CancellationToken cancellationToken)
    {
        var symbol = owner == FixProperties.OfAssembly ? compilation.Assembly : DocumentationCommentId.GetFirstSymbolForDeclarationId(owner, compilation);
        return symbol?.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == _from + "Attribute")?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
    }

    public AttributeSyntax Apply(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.WithRight(IdentifierName(_to))
            : attribute.Name is AliasQualifiedNameSyntax aliased ? aliased.WithName(IdentifierName(_to))
            : (NameSyntax)IdentifierName(_to);
        var changed = attribute.WithName(name.WithTriviaFrom(attribute.Name));
        if (attribute.ArgumentList is not { } list)
            return changed;
        var dropped = list.Arguments.Where(_isDropped).ToList();
        var kept = list.Arguments;
        foreach (var argument in dropped)
            kept = kept.RemoveAt(kept.IndexOf(a => Name(a) == Name(argument)));
        return changed.WithArgumentList(kept.Count == 0 && dropped.Count > 0 ? null : list.WithArguments(kept));
    }

    /// <summary>`[assembly: ServerlessRestApi]`.</summary>
    public AttributeListSyntax AssemblyList()
    {
        var name = ParseName("global::Serverless." + _to).WithAdditionalAnnotations(Simplifier.Annotation);
        var target = AttributeTargetSpecifier(Token(SyntaxKind.AssemblyKeyword), Token(SyntaxKind.ColonToken).WithTrailingTrivia(Space));
        return AttributeList(target, SingletonSeparatedList(Attribute(name)));
    }

    private static string? Name(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
