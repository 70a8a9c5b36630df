using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// Which members could be reached from the roots if every mention of a name were a call of everything so named. Over-approximates, so that
/// "no" is an answer, and costs no binding: most candidates of a project that shares code with other programs end here.
/// </summary>
internal sealed class NameGraph
{
    /// <summary>Called by the compiler for `using`, `foreach`, initialisers, deconstruction, without standing in the text; `Handle` is what mediators call.</summary>
    private static readonly string[] Implied =
        [TreeNames.Unnamed, "Dispose", "DisposeAsync", "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Add", "Deconstruct", "GetAwaiter", "GetResult", "IsCompleted",
         "OnCompleted", "AppendLiteral", "AppendFormatted", "Handle"];

    private readonly HashSet<SyntaxNode> _reached = [];
    private readonly Dictionary<SyntaxNode, MemberNames> _members = [];

    public NameGraph(Compilation compilation, IEnumerable<SyntaxNode> roots, CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, List<MemberNames>>(StringComparer.Ordinal);
        var constructors = new List<MemberNames>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var member in TreeNames.Of(tree, cancellationToken).Members)
            {
                _members[member.Node] = member;
                AddTo(byName, member.Name, member);
                if (member.Name == member.TypeName)
                    constructors.Add(member);
                else if (Bodies.InitialiserOf(member.Node) is not null)
                    AddTo(byName, member.TypeName, member);
            }
        }

        var work = new Stack<MemberNames>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            for (var node = root; node is not null; node = node.Parent)
            {
                if (_members.TryGetValue(node, out var member))
                {
                    Reach(member);
                    break;
                }
            }
        }

        if (work.Count == 0)
            return;
        foreach (var name in Implied)
            ReachName(name);
        while (work.Count > 0)
        {
            var member = work.Pop();
            ReachName(member.TypeName);
            foreach (var mention in member.Mentions)
                ReachName(mention);
            if (member.CreatesUnnamed)
            {
                foreach (var constructor in constructors)
                    ReachName(constructor.TypeName);
            }
        }

        void ReachName(string name)
        {
            if (!names.Add(name) || !byName.TryGetValue(name, out var members))
                return;
            foreach (var member in members)
                Reach(member);
        }

        void Reach(MemberNames member)
        {
            if (_reached.Add(member.Node))
                work.Push(member);
        }
    }

    /// <summary>False: certainly not reached.</summary>
    public bool MayReach(SyntaxNode at)
    {
        for (var node = at; node is not null; node = node.Parent)
        {
            if (_members.ContainsKey(node))
                return _reached.Contains(node);
        }

        return false;
    }

    private static void AddTo(Dictionary<string, List<MemberNames>> map, string name, MemberNames member)
    {
        if (!map.TryGetValue(name, out var list))
            map.Add(name, list = []);
        list.Add(member);
    }
}
