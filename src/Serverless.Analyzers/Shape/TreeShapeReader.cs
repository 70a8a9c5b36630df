using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Shape;

/// <summary>
/// Walks the declarations of one file, never the statements of a body. What is hashed is the text of headers, because
/// text needs no red nodes; what is left out is bodies, ordinary comments and the space between members.
/// A body counts where the model reads it: static expression-bodied properties and every member of type `State`.
/// </summary>
internal sealed class TreeShapeReader
{
    private readonly char[] _text;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TypeDeclarationSyntax>.Builder _candidates = ImmutableArray.CreateBuilder<TypeDeclarationSyntax>();
    private readonly ImmutableArray<TypeDeclarationSyntax>.Builder _jsonContexts = ImmutableArray.CreateBuilder<TypeDeclarationSyntax>();
    private ShapeHash _hash;
    private bool _usesServerless;

    private TreeShapeReader(char[] text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
    }

    public static TreeShape Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root)
            return new TreeShape(default, false, ImmutableArray<TypeDeclarationSyntax>.Empty, ImmutableArray<TypeDeclarationSyntax>.Empty);
        var text = tree.GetText(cancellationToken);
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(0, buffer, 0, text.Length);
            var reader = new TreeShapeReader(buffer, cancellationToken);
            if (tree.Options is CSharpParseOptions options)
                reader._hash.Add((ulong)options.LanguageVersion);
            reader.ReadRoot(root);
            return new TreeShape(reader._hash, reader._usesServerless, reader._candidates.ToImmutable(), reader._jsonContexts.ToImmutable());
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private void ReadRoot(CompilationUnitSyntax root)
    {
        foreach (var node in root.Externs)
            AddWhole(node);
        ReadUsings(root.Usings);
        foreach (var list in root.AttributeLists)
        {
            AddWhole(list);
            _usesServerless |= MayBeOurs(list);
        }

        ReadMembers(root.Members, owner: null);
        AddDirectives(root.EndOfFileToken.LeadingTrivia);
    }

    private void ReadUsings(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var node in usings)
        {
            AddWhole(node);
            if (node.Alias is { } alias)
                _aliases.Add(alias.Name.Identifier.ValueText);
        }
    }

    private void ReadMembers(SyntaxList<MemberDeclarationSyntax> members, TypeDeclarationSyntax? owner)
    {
        foreach (var member in members)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _hash.Add((ulong)member.RawKind);
            AddLeading(member);
            ReadMember(member);
            if (owner is not null && (_candidates.Count == 0 || _candidates[_candidates.Count - 1] != owner) && MayBeOurs(member) && member is not BaseTypeDeclarationSyntax)
                _candidates.Add(owner);
        }
    }

    private void ReadMember(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax @namespace:
                AddNode(@namespace.Name);
                foreach (var node in @namespace.Externs)
                    AddWhole(node);
                ReadUsings(@namespace.Usings);
                ReadMembers(@namespace.Members, owner: null);
                if (@namespace is NamespaceDeclarationSyntax block)
                    AddDirectives(block.CloseBraceToken.LeadingTrivia);
                _hash.Add('}');
                break;
            case TypeDeclarationSyntax type:
                ReadType(type);
                break;
            case BaseMethodDeclarationSyntax method:
                ReadBody(method, method.Body ?? (SyntaxNode?)method.ExpressionBody, method.ReturnsState());
                break;
            case BasePropertyDeclarationSyntax property:
                ReadProperty(property);
                break;
            case GlobalStatementSyntax:
                if (member.ContainsDirectives)
                    AddInnerDirectives(member);
                break;
            default:
                AddNode(member);
                break;
        }
    }

    private void ReadType(TypeDeclarationSyntax type)
    {
        AddSpan(type.SpanStart, (type.OpenBraceToken.IsKind(SyntaxKind.None) ? type.Span.End : type.OpenBraceToken.SpanStart) - type.SpanStart);
        if (HasJsonContextBase(type))
            _jsonContexts.Add(type);
        var before = _candidates.Count;
        if (MayBeOurs(type))
            _candidates.Add(type);
        ReadMembers(type.Members, type);
        if (before != _candidates.Count)
            _usesServerless = true;
        AddDirectives(type.CloseBraceToken.LeadingTrivia);
        _hash.Add('}');
    }

    private void ReadProperty(BasePropertyDeclarationSyntax property)
    {
        var arrow = property switch
        {
            PropertyDeclarationSyntax p => p.ExpressionBody,
            IndexerDeclarationSyntax i => i.ExpressionBody,
            _ => null,
        };
        if (property.Type.NamesState() || (arrow is not null && property.Modifiers.Any(SyntaxKind.StaticKeyword)))
        {
            AddNode(property);
            return;
        }

        var body = (SyntaxNode?)property.AccessorList ?? arrow;
        ReadBody(property, body, isWhole: false);
        if (property.AccessorList is { } accessors)
        {
            foreach (var accessor in accessors.Accessors)
            {
                AddLeading(accessor);
                ReadBody(accessor, accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody, isWhole: false);
            }
        }

        if (property is PropertyDeclarationSyntax { Initializer: { } initializer })
            AddNode(initializer);
    }

    /// <summary>The node up to its body, and whether it has one.</summary>
    private void ReadBody(SyntaxNode node, SyntaxNode? body, bool isWhole)
    {
        if (body is null || isWhole)
        {
            AddNode(node);
            return;
        }

        AddSpan(node.SpanStart, body.SpanStart - node.SpanStart);
        _hash.Add((ulong)body.RawKind);
        if (body.ContainsDirectives && body is not AccessorListSyntax)
            AddInnerDirectives(body);
    }

    private void AddWhole(SyntaxNode node)
    {
        AddLeading(node);
        AddNode(node);
    }

    private void AddNode(SyntaxNode node) => AddSpan(node.SpanStart, node.Span.Length);

    private void AddSpan(int start, int length) => _hash.Add(_text, start, length);

    private void AddLeading(SyntaxNode node)
    {
        if (!node.HasLeadingTrivia)
            return;
        foreach (var trivia in node.GetLeadingTrivia())
        {
            if (trivia.IsDirective || IsDocumentation(trivia))
                AddTrivia(trivia.FullSpan);
        }
    }

    private void AddDirectives(SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            if (trivia.IsDirective)
                AddTrivia(trivia.FullSpan);
        }
    }

    /// <summary>A `#nullable` inside a body holds for what follows the body.</summary>
    private void AddInnerDirectives(SyntaxNode body)
    {
        foreach (var trivia in body.DescendantTrivia())
        {
            if (trivia.IsDirective)
                AddTrivia(trivia.FullSpan);
        }
    }

    private void AddTrivia(TextSpan span) => AddSpan(span.Start, span.Length);

    /// <summary>Without documentation mode the compiler takes `///` for an ordinary comment; the reader does not.</summary>
    private bool IsDocumentation(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
        SyntaxKind.SingleLineCommentTrivia => trivia.Span.Length > 3 && _text[trivia.SpanStart + 2] == '/',
        SyntaxKind.MultiLineCommentTrivia => trivia.Span.Length > 4 && _text[trivia.SpanStart + 2] == '*',
        _ => false,
    };

    private static bool HasJsonContextBase(TypeDeclarationSyntax type)
    {
        if (type.BaseList is null)
            return false;
        foreach (var @base in type.BaseList.Types)
        {
            if (@base.Type.LastName()?.EndsWith("Context", StringComparison.Ordinal) == true)
                return true;
        }

        return false;
    }

    private bool MayBeOurs(MemberDeclarationSyntax member)
    {
        foreach (var list in member.AttributeLists)
        {
            if (MayBeOurs(list))
                return true;
        }

        return false;
    }

    private bool MayBeOurs(AttributeListSyntax list)
    {
        foreach (var attribute in list.Attributes)
        {
            if (attribute.Name.LastName() is { } name && (AttributeNames.MayBeOurs(name) || _aliases.Contains(name)))
                return true;
        }

        return false;
    }
}
