using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Reachability;

namespace Serverless.Benchmarks.Hazards;

/// <summary>
/// What the engine behind the hazard rules costs while someone types: each keystroke is a new compilation in which one file has changed inside a body.
/// Beside it stand a change of a declaration, after which nothing is known any more, and what the editor itself does with the changed file.
/// </summary>
internal static class KeystrokeFigures
{
    private const int Types = 400;
    private const int MethodsInType = 20;
    private const int FirstCalled = 12;

    /// <param name="args">`--keys 31`.</param>
    public static int Run(string[] args)
    {
        var keys = args is ["--keys", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 31;
        var compilation = Compile();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Types} types with {MethodsInType} methods, medians of {keys} in ms"));
        Measure(compilation);
        Print("keystroke in a body", keys, compilation, static (before, i) => Edit(before, i, "/* body */", "/* body */ _ = input.Length;"));
        Print("a declaration added", keys, compilation, static (before, i) => Edit(before, i, "/* member */", "/* member */ private readonly int _n" + i.ToString(CultureInfo.InvariantCulture) + ";"));
        return 0;
    }

    private static void Print(string name, int keys, CSharpCompilation compilation, Func<CSharpCompilation, int, CSharpCompilation> edit)
    {
        var figures = new List<Figures>();
        for (var i = 0; i < keys; i++)
        {
            compilation = edit(compilation, i);
            figures.Add(Measure(compilation));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-22} all {Median(figures, static f => f.All):0.0} (least {figures.Min(static f => f.All):0.0})  handlers {Median(figures, static f => f.Handlers):0.0}  names {Median(figures, static f => f.Names):0.0}  closure {Median(figures, static f => f.Closure):0.0}  bound {Median(figures, static f => f.Bound):0}  editor's own diagnostics of the file {Median(figures, static f => f.Editor):0.0}"));
    }

    private static double Median(List<Figures> figures, Func<Figures, double> read) => figures.Select(read).Order().ElementAt(figures.Count / 2);

    private static Figures Measure(CSharpCompilation compilation)
    {
        var model = ServerlessModel.Of(compilation, new AnalyzerOptions([]), CancellationToken.None) ?? throw new InvalidOperationException("not serverless");
        var clock = Stopwatch.StartNew();
        model.Handlers(CancellationToken.None);
        var handlers = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        model.ReachOf(compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<AttributeListSyntax>().First(), CancellationToken.None);
        var names = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        var closure = model.Closure(CancellationToken.None);
        var closing = clock.Elapsed.TotalMilliseconds;
        if (closure.Truncated)
            throw new InvalidOperationException("The workload is too large to be followed.");
        var fresh = compilation.Clone();
        clock.Restart();
        fresh.GetSemanticModel(fresh.SyntaxTrees[1 + (Types / 2)]).GetDiagnostics();
        return new Figures(handlers, names, closing, closure.Bound, clock.Elapsed.TotalMilliseconds);
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int number, string place, string replacement)
    {
        var before = compilation.SyntaxTrees[1 + (number % Types)];
        var text = before.ToString();
        var at = text.IndexOf(place, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + place.Length)), path: before.FilePath));
    }

    private static CSharpCompilation Compile()
    {
        var trees = ImmutableArray.CreateBuilder<SyntaxTree>();
        trees.Add(CSharpSyntaxTree.ParseText("""
            namespace Amazon.Lambda.Core { public interface ILambdaContext; }
            namespace Amazon.Lambda.Annotations { [System.AttributeUsage(System.AttributeTargets.Method)] public sealed class LambdaFunctionAttribute : System.Attribute; }
            """, path: "Amazon.cs"));
        for (var i = 0; i < Types; i++)
            trees.Add(CSharpSyntaxTree.ParseText(Type(i), path: i.ToString(CultureInfo.InvariantCulture) + ".cs"));
        return CSharpCompilation.Create("Workload", trees, Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A handler in every eighth type; from it about 2,800 methods are reached, seven calls deep.</summary>
    private static string Type(int number)
    {
        var text = new StringBuilder("using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;\nnamespace Shop;\npublic sealed class Type").Append(number).Append("\n{\n    /* member */\n");
        if (number % 8 == 0)
            text.Append("    [Amazon.Lambda.Annotations.LambdaFunction] public int Handle(string input) => new Type").Append(number).Append("().Method").Append(FirstCalled).Append("(input);\n");
        for (var i = 0; i < MethodsInType; i++)
        {
            text.Append("    public int Method").Append(i).Append("(string input)\n    {\n        /* body */\n        var words = input.Split(' ').Where(word => word.Length > ").Append(i)
                .Append(").Select(word => word.ToUpperInvariant()).GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.Count());\n        var sum = words.Values.Sum() + words.Keys.Count(char.IsLetter);\n");
            if (i + 1 < MethodsInType)
            {
                text.Append("        sum += new Type").Append((number + 1) % Types).Append("().Method").Append(i + 1).Append("(input);\n        sum += new Type").Append((number + 2) % Types).Append("().Method").Append(i + 1).Append("(input);\n");
            }

            text.Append("        return sum;\n    }\n");
        }

        return text.Append("}\n").ToString();
    }

    private readonly record struct Figures(double Handlers, double Names, double Closure, int Bound, double Editor)
    {
        public double All => Handlers + Names + Closure;
    }
}
