using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Shape;

/// <summary>A project that is edited the way an editor does it: trees are reparsed incrementally, the driver keeps its state.</summary>
internal sealed class EditedProject
{
    public const string Orders = """
        using System;
        using System.Threading.Tasks;
        using Serverless;
        using Serverless.StepFunctions;

        [assembly: TableResource("OrdersTable", Names.Key)]
        [assembly: EnvironmentVariable("ORDERS_TABLE", "@OrdersTable")]

        namespace Shop;

        internal static class Names
        {
            public const string Key = "id";
            private static readonly int Started = Environment.TickCount;
        }

        public sealed class Orders
        {
            private int _count = 1;

            /// <summary>One order.</summary>
            [HttpRoute("GET /orders/{id}")]
            [Allow("dynamodb:GetItem", On = "@OrdersTable")]
            public async Task<string> GetOrder(string id)
            {
                var seen = _count + 1; // how many
                await Task.Delay(seen);
                return id;
            }

            [ServerlessFunction(MemorySize = 1024)]
            public int Count(int[] items)
            {
                var sum = 0;
                foreach (var item in items)
                    sum += item;
                return sum;
            }

            private int Next => _count + 1;
        }
        """;

    public const string Pipeline = """
        using System.Threading.Tasks;
        using Serverless;
        using Serverless.StepFunctions;

        namespace Shop;

        public sealed record Document(string Key, long Size);

        [StateMachine(StartAt = nameof(Check))]
        public sealed class Pipeline
        {
            [TaskState(Next = nameof(Done))]
            public Task<Document> Check(Document document)
            {
                return Task.FromResult(document);
            }

            private static State Done => State.Succeed();
        }
        """;

    private readonly TestProject _project;
    private GeneratorDriver _driver;

    public EditedProject(bool trackSteps = true)
    {
        _project = TestProject.Of(Orders, Pipeline);
        Compilation = _project.Compile();
        _driver = GeneratorRun.Driver(_project, trackSteps).RunGenerators(Compilation);
    }

    public CSharpCompilation Compilation { get; private set; }

    public GeneratorDriverRunResult Result => _driver.GetRunResult();

    public ImmutableSortedDictionary<string, string> Generated => Sources(_driver);

    public ImmutableSortedDictionary<string, string> GeneratedAfresh => Sources(GeneratorRun.Driver(_project).RunGenerators(Compilation));

    public string Text(string file) => Tree(file).ToString();

    public void Edit(string file, TextChange change)
    {
        var tree = Tree(file);
        Compilation = Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(change)));
        _driver = _driver.RunGenerators(Compilation);
    }

    public void Replace(string file, string old, string @new)
    {
        var start = Text(file).IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{old}' is not in {file}.");
        Edit(file, new TextChange(new TextSpan(start, old.Length), @new));
    }

    public IncrementalStepRunReason ReasonOf(string step) => Result.Results[0].TrackedSteps[step].Single().Outputs.Single().Reason;

    private SyntaxTree Tree(string file) => Compilation.SyntaxTrees.Single(t => t.FilePath == "/shop/" + file);

    private static ImmutableSortedDictionary<string, string> Sources(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].GeneratedSources.ToImmutableSortedDictionary(static s => s.HintName, static s => s.SourceText.ToString(), StringComparer.Ordinal);
}
