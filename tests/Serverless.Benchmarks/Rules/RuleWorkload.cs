using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Corpus.Seeds;

namespace Serverless.Benchmarks.Rules;

/// <summary>
/// An application of the size where analyzers hurt: services with LINQ-heavy methods that call each other, functions that use them, and every seeded hazard once.
/// </summary>
internal static class RuleWorkload
{
    private const int MethodsPerService = 20;

    public static CSharpCompilation Create(int services)
    {
        var sources = Enumerable.Range(0, services).Select(at => Service(at, services)).Append(Functions(services)).Concat(SeedProgram.Sources);
        return SeedProgram.Compile(sources);
    }

    /// <summary>The services alone, in a project that nothing ties to Lambda.</summary>
    public static CSharpCompilation CreatePlain(int services)
    {
        var plain = SeedProgram.Compile(Enumerable.Range(0, services).Select(at => Service(at, services)));
        return plain.WithReferences(plain.References.OfType<PortableExecutableReference>());
    }

    public static int Lines(Compilation compilation) => compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);

    private static string Service(int at, int services)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;

            namespace Shop;

            public sealed record Order{{at}}(string Id, int Amount, DateTime Placed, IReadOnlyList<string> Lines);

            public sealed class Service{{at}}
            {
                private readonly Dictionary<string, Order{{at}}> _known = new();


            """);
        for (var method = 0; method < MethodsPerService; method++)
        {
            var next = (at + 1) % services;
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public async Task<int> Sum{{method}}Async(IReadOnlyList<Order{{at}}> orders, string prefix, CancellationToken cancellationToken)
                    {
                        var chosen = orders
                            .Where(o => o.Id.StartsWith(prefix, StringComparison.Ordinal) && o.Amount > {{method}})
                            .OrderByDescending(o => o.Placed)
                            .Select((o, i) => new { o.Id, Weight = o.Amount * (i + 1), Count = o.Lines.Count(l => l.Length > {{method}}) })
                            .ToList();
                        var total = 0;
                        foreach (var group in chosen.GroupBy(c => c.Id[..1]))
                        {
                            cancellationToken.ThrowIfCancellationRequested();
                            var best = group.Aggregate(0, (sum, c) => sum + c.Weight % 7);
                            if (best > {{method + 3}})
                                total += group.Max(c => c.Weight) + group.Sum(c => c.Count);
                            else if (_known.TryGetValue(group.Key, out var order))
                                total -= order.Amount;
                        }

                        try
                        {
                            await Task.Delay(TimeSpan.FromMilliseconds(1), cancellationToken).ConfigureAwait(false);
                            {{(method + 1 < MethodsPerService ? $"total += await Sum{method + 1}Async(orders, prefix + chosen.Count, cancellationToken).ConfigureAwait(false);" : $"total += new Service{next}().Describe(prefix).Length;")}}
                        }
                        catch (InvalidOperationException problem) when (problem.Message.Length > 3)
                        {
                            total = string.Join(',', chosen.Select(c => c.Id)).Length;
                        }

                        return total;
                    }


                """);
        }

        return text.Append("    public string Describe(string text) => string.Concat(text.Reverse().Where(char.IsLetter).Take(10));\n}\n").ToString();
    }

    private static string Functions(int services)
    {
        var text = new StringBuilder("using System;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Amazon.Lambda.Annotations;\nusing Amazon.Lambda.Core;\n\nnamespace Shop;\n\n");
        for (var at = 0; at < services; at += 8)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                public sealed class Function{{at}}
                {
                    private readonly Service{{at}} _service = new();

                    [LambdaFunction]
                    public async Task<int> Handle(Order{{at}} order, ILambdaContext context)
                    {
                        using var deadline = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromMilliseconds(500));
                        return await _service.Sum0Async([order], order.Id, deadline.Token);
                    }
                }


                """);
        }

        return text.ToString();
    }
}
