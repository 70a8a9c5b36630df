using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Reachability;

/// <summary>A body that is reached in one way, and the shortest path to it.</summary>
internal sealed class Reached(SyntaxNode body, string name, Reached? from, SyntaxNode? site, HandlerRoot? root)
{
    private const int NamesInChain = 4;

    public SyntaxNode Body { get; } = body;

    public string Name { get; } = name;

    public Reached? From { get; } = from;

    /// <summary>The call in <see cref="From"/>.</summary>
    public SyntaxNode? Site { get; } = site;

    public HandlerRoot? Root { get; } = root;

    public int Depth { get; } = from is null ? 0 : from.Depth + 1;

    /// <summary>`Handle → Store.Save → Store.Write`; at most four names, the middle is left out.</summary>
    public string Chain
    {
        get
        {
            var names = new List<string>();
            for (var at = this; at is not null; at = at.From)
                names.Add(at.Name);
            names.Reverse();
            if (names.Count > NamesInChain)
            {
                names.RemoveRange(2, names.Count - NamesInChain);
                names.Insert(2, "…");
            }

            return string.Join(" → ", names);
        }
    }

    /// <summary>Call sites from the root to here.</summary>
    public ImmutableArray<Location> Sites
    {
        get
        {
            var sites = ImmutableArray.CreateBuilder<Location>();
            for (var at = this; at is not null; at = at.From)
            {
                if (at.Site is { } site)
                    sites.Insert(0, site.GetLocation());
            }

            return sites.ToImmutable();
        }
    }
}
