using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability;

/// <summary>A member as text sees it: its name, its type's name, and every identifier it mentions.</summary>
internal sealed record MemberNames(string Name, string TypeName, SyntaxNode Node, ImmutableArray<string> Mentions, bool CreatesUnnamed);

/// <summary>
/// What one tree declares and mentions by simple name. Costs a walk over tokens, survives edits of other trees, and decides what is worth binding:
/// binding a body costs a hundred times more.
/// </summary>
internal sealed class TreeNames
{
    /// <summary>Members that are called without being named: operators, conversions, indexers, finalisers.</summary>
    public const string Unnamed = "";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Cache = new();

    private readonly HashSet<string> _mentioned;
    private readonly ConcurrentDictionary<string, ImmutableArray<SimpleNameSyntax>> _uses = new(StringComparer.Ordinal);

    private TreeNames(SyntaxNode root, ImmutableArray<MemberNames> members, ImmutableArray<MethodDeclarationSyntax> attributed, ImmutableArray<MethodDeclarationSyntax> methods, HashSet<string> attributeNames, HashSet<string> mentioned)
    {
        Root = root;
        Members = members;
        Attributed = attributed;
        Methods = methods;
        AttributeNames = attributeNames;
        _mentioned = mentioned;
    }

    public SyntaxNode Root { get; }

    public ImmutableArray<MemberNames> Members { get; }

    /// <summary>Methods that carry an attribute.</summary>
    public ImmutableArray<MethodDeclarationSyntax> Attributed { get; }

    public ImmutableArray<MethodDeclarationSyntax> Methods { get; }

    /// <summary>Simple names of all attributes in the tree, as written.</summary>
    public HashSet<string> AttributeNames { get; }

    public bool Mentions(string name) => _mentioned.Contains(name);

    /// <summary>Every place of the tree where the name stands; the tree is walked once for a name that is asked for.</summary>
    public ImmutableArray<SimpleNameSyntax> UsesOf(string name, CancellationToken cancellationToken)
    {
        if (!Mentions(name))
            return ImmutableArray<SimpleNameSyntax>.Empty;
        if (_uses.TryGetValue(name, out var known))
            return known;
        var uses = ImmutableArray.CreateBuilder<SimpleNameSyntax>();
        foreach (var node in Root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is SimpleNameSyntax use && use.Identifier.ValueText == name)
                uses.Add(use);
        }

        return _uses[name] = uses.ToImmutable();
    }

    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(tree, out var found))
            return found;
        var read = new Reader().Read(tree.GetRoot(cancellationToken), cancellationToken);
        return Cache.GetValue(tree, _ => read);
    }

    private sealed class Reader
    {
        private readonly ImmutableArray<MemberNames>.Builder _members = ImmutableArray.CreateBuilder<MemberNames>();
        private readonly ImmutableArray<MethodDeclarationSyntax>.Builder _attributed = ImmutableArray.CreateBuilder<MethodDeclarationSyntax>();
        private readonly ImmutableArray<MethodDeclarationSyntax>.Builder _methods = ImmutableArray.CreateBuilder<MethodDeclarationSyntax>();
        private readonly HashSet<string> _attributeNames = new(StringComparer.Ordinal);
        private readonly HashSet<string> _all = new(StringComparer.Ordinal);

        public TreeNames Read(SyntaxNode root, CancellationToken cancellationToken)
        {
            if (root is CompilationUnitSyntax unit)
            {
                AddAttributes(unit.AttributeLists);
                if (unit.Members.Any(SyntaxKind.GlobalStatement))
                    Add("Main", "", unit, unit.Members.OfType<GlobalStatementSyntax>());
                ReadMembers(unit.Members, cancellationToken);
            }

            return new TreeNames(root, _members.ToImmutable(), _attributed.ToImmutable(), _methods.ToImmutable(), _attributeNames, _all);
        }

        private void ReadMembers(SyntaxList<MemberDeclarationSyntax> members, CancellationToken cancellationToken)
        {
            foreach (var member in members)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (member is BaseNamespaceDeclarationSyntax space)
                {
                    ReadMembers(space.Members, cancellationToken);
                }
                else if (member is TypeDeclarationSyntax type)
                {
                    AddAttributes(type.AttributeLists);
                    Add(type.Identifier.ValueText, type.Identifier.ValueText, type, [type.BaseList, type.ParameterList]);
                    foreach (var inner in type.Members)
                        ReadMember(type.Identifier.ValueText, inner, cancellationToken);
                }
            }
        }

        private void ReadMember(string type, MemberDeclarationSyntax member, CancellationToken cancellationToken)
        {
            if (member is TypeDeclarationSyntax)
            {
                ReadMembers(SyntaxFactory.SingletonList(member), cancellationToken);
                return;
            }

            AddAttributes(member.AttributeLists);
            switch (member)
            {
                case MethodDeclarationSyntax method:
                    _methods.Add(method);
                    if (method.AttributeLists.Count > 0)
                        _attributed.Add(method);
                    Add(method.Identifier.ValueText, type, method, [method]);
                    break;
                case PropertyDeclarationSyntax property:
                    Add(property.Identifier.ValueText, type, property, [property]);
                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                        Add(variable.Identifier.ValueText, type, variable, [field]);
                    break;
                case ConstructorDeclarationSyntax:
                    Add(type, type, member, [member]);
                    break;
                case EventDeclarationSyntax e:
                    Add(e.Identifier.ValueText, type, e, [e]);
                    break;
                default:
                    Add(Unnamed, type, member, [member]);
                    break;
            }
        }

        private void AddAttributes(SyntaxList<AttributeListSyntax> lists)
        {
            foreach (var list in lists)
            {
                foreach (var attribute in list.Attributes)
                    _attributeNames.Add(SimpleName(attribute.Name));
            }
        }

        private void Add(string name, string type, SyntaxNode node, IEnumerable<SyntaxNode?> parts)
        {
            var mentions = new HashSet<string>(StringComparer.Ordinal);
            var createsUnnamed = false;
            foreach (var part in parts)
            {
                if (part is null)
                    continue;
                foreach (var token in part.DescendantTokens())
                {
                    if (token.IsKind(SyntaxKind.IdentifierToken))
                        mentions.Add(token.ValueText);
                    else if ((token.IsKind(SyntaxKind.NewKeyword) && token.Parent is ImplicitObjectCreationExpressionSyntax) || (token.IsKind(SyntaxKind.WithKeyword) && token.Parent is WithExpressionSyntax))
                        createsUnnamed = true;
                }
            }

            _all.UnionWith(mentions);
            _members.Add(new MemberNames(name, type, node, mentions.ToImmutableArray(), createsUnnamed));
        }
    }

    public static string SimpleName(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };
}
