using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Benchmarks.Generator;

/// <summary>
/// A project with N handlers, five to a class and a class to a file, among twice as many files that have nothing to do with
/// functions: the shape of a large service.
/// </summary>
internal static class Workload
{
    private const int HandlersPerClass = 5;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Parse);

    public static CSharpCompilation Create(int handlers)
    {
        var trees = new List<SyntaxTree>
        {
            Parse("Assembly.cs", """
                using Serverless;
                [assembly: ServerlessHttpApi("LoadApi")]
                [assembly: TableResource("ItemsTable", "id")]
                [assembly: EnvironmentVariable("ITEMS_TABLE", "@ItemsTable")]
                """),
        };
        var classes = handlers / HandlersPerClass;
        for (var i = 0; i < classes; i++)
            trees.Add(Parse($"Handlers{i}.cs", HandlerClass(i)));
        for (var i = 0; i < classes * 2; i++)
            trees.Add(Parse($"Plain{i}.cs", PlainClass(i, body: 0)));

        var references = Net100.References.All
            .Append(MetadataReference.CreateFromFile(typeof(AllowAttribute).Assembly.Location))
            .Append(MetadataReference.CreateFromFile(typeof(Runtime.FunctionTable).Assembly.Location));
        return CSharpCompilation.Create(
            "Load", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A keystroke in the body of a method that is no handler.</summary>
    public static CSharpCompilation EditBody(CSharpCompilation compilation, int keystroke) =>
        Replace(compilation, "Plain0.cs", PlainClass(0, keystroke));

    /// <summary>A keystroke in the body of a handler.</summary>
    public static CSharpCompilation EditHandlerBody(CSharpCompilation compilation, int keystroke) =>
        Replace(compilation, "Handlers0.cs", HandlerClass(0, body: keystroke));

    /// <summary>A keystroke in a declaration: another route.</summary>
    public static CSharpCompilation EditDeclaration(CSharpCompilation compilation, int keystroke) =>
        Replace(compilation, "Handlers0.cs", HandlerClass(0, declaration: keystroke));

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.First(tree => tree.FilePath == path), Parse(path, text));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Parsing, path);

    private static string HandlerClass(int number, int body = 0, int declaration = 0)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using Serverless;

            namespace Load.Area{{number % 10}};

            public sealed record Item{{number}}(Guid Id, string Name, int Count);

            /// <summary>Items of kind {{number}}.</summary>
            public sealed class Items{{number}}
            {

            """);
        for (var i = 0; i < HandlersPerClass; i++)
        {
            var suffix = i == 0 && declaration > 0 ? "e" + declaration : "";
            text.Append(CultureInfo.InvariantCulture, $$"""
                    /// <summary>Item {{i}}.</summary>
                    [HttpRoute("GET /items{{number}}/r{{i}}{{suffix}}/{id}")]
                    [Allow("dynamodb:GetItem", On = "@ItemsTable")]
                    public Task<Item{{number}}?> Get{{i}}(Guid id, string filter, CancellationToken deadline, int take = 20)
                    {
                        var found = new Item{{number}}(id, filter + "{{body}}", take);
                        return Task.FromResult<Item{{number}}?>(take > 0 ? found : null);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    private static string PlainClass(int number, int body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Load.Domain;

        public sealed class Plain{{number}}
        {
            private readonly List<string> _names = new();

            public int Count => _names.Count;

            public string Describe(IEnumerable<int> values)
            {
                var sum = values.Where(v => v > {{body}}).Sum();
                return string.Join(",", _names) + sum;
            }

            public void Add(string name) => _names.Add(name);
        }
        """;
}
