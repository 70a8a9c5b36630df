using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Tests.Reachability;

/// <summary>What a durable workflow runs at every replay, told apart from what its steps run once.</summary>
public sealed class WorkflowTests
{
    private const string Usings = "using Amazon.Lambda.DurableExecution;\n";

    private const string Helpers = """

        public static class Work
        {
            public static string Build() => Probe.Here("build");
            public static async Task<string> Save(string s) { await Task.Yield(); return Probe.Here("save"); }
            public static async Task<string> Step(IStepContext s, CancellationToken c) { await Task.Yield(); return Probe.Here("step"); }
        }
        """;

    [Theory]
    [InlineData("public class F { [LambdaFunction, DurableExecution(60)] public async Task<string> Run(string i, IDurableContext c) { BODY return i; } }", "Run")]
    [InlineData("public class F { public Task<DurableExecutionInvocationOutput> Handle(DurableExecutionInvocationInput i, ILambdaContext l) => DurableFunction.WrapAsync<string, string>(Run, i, l); async Task<string> Run(string i, IDurableContext c) { BODY return i; } }", "Run")]
    [InlineData("public class F { public Task<DurableExecutionInvocationOutput> Handle(DurableExecutionInvocationInput i, ILambdaContext l) => DurableFunction.WrapAsync<string, string>(async (s, c) => { BODY return s; }, i, l); }", "workflow")]
    [InlineData("public class F { internal async Task<string> Run(string i, IDurableContext c) { BODY return i; } }", "Run")]
    [InlineData("public class F { internal async Task<string> Run(string i, IDurableContext c) => await Part(c); async Task<string> Part(IDurableContext c) { BODY return \"\"; } }", "Run → F.Part")]
    public void A_workflow_is_recognised_and_its_helpers_are_part_of_it(string source, string root)
    {
        var reached = Probes.At(Usings + source.Replace("BODY", "var b = Work.Build() + Probe.Here(\"body\"); await c.StepAsync((s, t) => Work.Save(b)); await c.StepAsync<string>(Work.Step);", StringComparison.Ordinal) + Helpers);

        Assert.Equal(root + " → Work.Build", reached["build"].Workflow?.Chain);
        Assert.Equal(root, reached["body"].Workflow?.Chain);
        Assert.All(["save", "step"], name => Assert.Null(reached[name].Workflow));
        Assert.All(reached.Values, static reach => Assert.NotNull(reach.Handler));
    }

    [Theory]
    [InlineData("await c.StepAsync((s, t) => Work.Save(Work.Build()));")]
    [InlineData("await c.StepAsync<string>(async (s, t) => { await Task.Yield(); return Work.Build(); }, \"name\");")]
    [InlineData("Func<IStepContext, CancellationToken, Task<string>> f = async (s, t) => { await Task.Yield(); return Work.Build(); }; await c.StepAsync(f);")]
    [InlineData("await c.WaitForCallbackAsync<string>(async (id, s, t) => { await Task.Yield(); Work.Build(); });")]
    [InlineData("await c.WaitForConditionAsync<string>(async (state, s, t) => { await Task.Yield(); return Work.Build(); }, new());")]
    [InlineData("await c.RunInChildContextAsync(async (child, t) => { await child.StepAsync((s, u) => Work.Save(Work.Build())); });")]
    [InlineData("await c.Once(async () => { await Task.Yield(); return Work.Build(); });")]
    public void What_a_step_runs_is_no_workflow_code(string body)
    {
        var reached = Probes.At(Usings + "public class F { internal async Task Run(string i, IDurableContext c) { " + body + " } }\n"
            + "public static class Steps { public static Task<string> Once(this IDurableContext c, Func<Task<string>> work) => c.StepAsync((s, t) => work()); }\n" + Helpers);

        Assert.Null(reached["build"].Workflow);
        Assert.NotNull(reached["build"].Handler);
    }

    [Theory]
    [InlineData("await c.RunInChildContextAsync(async (child, t) => { await Task.Yield(); Work.Build(); });")]
    [InlineData("await c.MapAsync<int, string>([1], async (child, item, n, all, t) => { await Task.Yield(); return Work.Build(); });")]
    [InlineData("await c.ParallelAsync<string>([async (child, t) => { await Task.Yield(); return Work.Build(); }]);")]
    [InlineData("foreach (var x in new[] { 1 }.Select(n => Work.Build())) await c.WaitAsync(TimeSpan.FromSeconds(1));")]
    public void Children_and_plain_lambdas_are_workflow_code(string body)
    {
        var reached = Probes.At(Usings + "public class F { internal async Task Run(string i, IDurableContext c) { " + body + " } }\n" + Helpers);

        Assert.Equal("Run → Work.Build", reached["build"].Workflow?.Chain);
    }

    [Fact]
    public void A_plain_handler_has_no_workflow_code()
    {
        var reached = Probes.At("public class F { [LambdaFunction] public string Handle(string s) => Probe.Here(\"body\"); }");

        Assert.NotNull(reached["body"].Handler);
        Assert.Null(reached["body"].Workflow);
    }

    [Fact]
    public void A_workflow_in_an_executable_is_found_behind_the_bootstrap()
    {
        var reached = Probes.At(Usings + """
            await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<DurableExecutionInvocationInput, DurableExecutionInvocationOutput>(Handle).Build().RunAsync();
            static Task<DurableExecutionInvocationOutput> Handle(DurableExecutionInvocationInput i, ILambdaContext l) { Probe.Here("handler"); return DurableFunction.WrapAsync<string>(Run, i, l); }
            static Task Run(string i, IDurableContext c) { Probe.Here("workflow"); return Task.CompletedTask; }
            """, OutputKind.ConsoleApplication);

        Assert.Equal("Run", reached["workflow"].Workflow?.Chain);
        Assert.Equal("Handle", reached["handler"].Handler?.Chain);
        Assert.Null(reached["handler"].Workflow);
    }
}
