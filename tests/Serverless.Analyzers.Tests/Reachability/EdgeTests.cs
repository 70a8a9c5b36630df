namespace Serverless.Analyzers.Tests.Reachability;

/// <summary>Every way in which one body makes another run, calls that do not stand in the text included.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("_ = new V() + new V();", "public struct V { public static V operator +(V a, V b) { Probe.Here(\"x\"); return a; } }")]
    [InlineData("var v = new V(); v += new V();", "public struct V { public static V operator +(V a, V b) { Probe.Here(\"x\"); return a; } }")]
    [InlineData("var v = new V(); v++;", "public struct V { public static V operator ++(V a) { Probe.Here(\"x\"); return a; } }")]
    [InlineData("_ = -new V();", "public struct V { public static V operator -(V a) { Probe.Here(\"x\"); return a; } }")]
    [InlineData("string v = new V();", "public class V { public static implicit operator string(V a) => Probe.Here(\"x\"); }")]
    [InlineData("_ = (string)new V();", "public class V { public static explicit operator string(V a) => Probe.Here(\"x\"); }")]
    [InlineData("var (a, b) = new V();", "public class V { public void Deconstruct(out int a, out int b) { Probe.Here(\"x\"); a = b = 0; } }")]
    [InlineData("_ = new V() is (1, 2);", "public class V { public void Deconstruct(out int a, out int b) { Probe.Here(\"x\"); a = b = 0; } }")]
    [InlineData("_ = new V() with { N = 2 };", "public record V { public int N { get; init; } = 1; public V() { } protected V(V other) => Probe.Here(\"x\"); }")]
    [InlineData("await new V();", "public class V { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() { Probe.Here(\"x\"); return Task.CompletedTask.GetAwaiter(); } }")]
    [InlineData("await new V();", "public class V { public A GetAwaiter() => new(); } public class A : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public void GetResult() => Probe.Here(\"x\"); public void OnCompleted(Action a) { } }")]
    [InlineData("foreach (var i in new V()) { }", "public class V { public E GetEnumerator() => new(); } public class E { public int Current => Probe.Here(\"x\").Length; public bool MoveNext() => false; }")]
    [InlineData("await foreach (var i in new V()) { }", "public class V { public async IAsyncEnumerator<int> GetAsyncEnumerator() { Probe.Here(\"x\"); await Task.Yield(); yield return 1; } }")]
    [InlineData("await foreach (var i in V.All()) { }", "public class V { public static async IAsyncEnumerable<int> All() { Probe.Here(\"x\"); await Task.Yield(); yield return 1; } }")]
    [InlineData("using var v = new V();", "public class V : IDisposable { public void Dispose() => Probe.Here(\"x\"); }")]
    [InlineData("await using (new V()) { }", "public class V : IAsyncDisposable { public ValueTask DisposeAsync() { Probe.Here(\"x\"); return default; } }")]
    [InlineData("_ = new V { 1 };", "public class V : List<int> { public new void Add(int n) => Probe.Here(\"x\"); }")]
    [InlineData("_ = new V { [1] = 2 };", "public class V { public int this[int n] { set => Probe.Here(\"x\"); } }")]
    [InlineData("_ = new V { N = 2 };", "public class V { public int N { set => Probe.Here(\"x\"); } }")]
    [InlineData("V.Log($\"a {1}\");", "[System.Runtime.CompilerServices.InterpolatedStringHandler] public struct H { public H(int a, int b) { } public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) => Probe.Here(\"x\"); } public static class V { public static void Log(H h) { } }")]
    [InlineData("V.Changed += (_, _) => Probe.Here(\"x\"); V.Raise();", "public static class V { public static event EventHandler? Changed; public static void Raise() => Changed?.Invoke(null, EventArgs.Empty); }")]
    [InlineData("V.Changed += V.On; V.Raise();", "public static class V { public static event EventHandler? Changed; public static void Raise() => Changed?.Invoke(null, EventArgs.Empty); public static void On(object? s, EventArgs e) => Probe.Here(\"x\"); }")]
    [InlineData("Activator.CreateInstance<V>();", "public class V { public V() => Probe.Here(\"x\"); }")]
    [InlineData("Activator.CreateInstance(typeof(V));", "public class V { public V() => Probe.Here(\"x\"); }")]
    [InlineData("new Repo<string>().Save(s);", "public class Repo<T> { public void Save(T item) => Probe.Here(\"x\"); }")]
    [InlineData("IV v = new V(); v.Save();", "public interface IV { void Save(); } public class V : IV { public void Save() => Probe.Here(\"x\"); }")]
    [InlineData("Make<V>();", "public interface IV { static abstract void Save(); } public class V : IV { public static void Save() => Probe.Here(\"x\"); }")]
    [InlineData("new V();", "public class B { protected B() => Probe.Here(\"x\"); } public class V : B;")]
    [InlineData("new V();", "public class V { private readonly string _s = Probe.Here(\"x\"); }")]
    [InlineData("new[] { s }.Select(V.Map).ToList();", "public static class V { public static string Map(string s) => Probe.Here(\"x\"); }")]
    [InlineData("await new MediatR.Mediator().Send(new Ask());", "namespace_MediatR public class Ask; public class Answer : MediatR.IRequestHandler<Ask> { public Task Handle(Ask a) { Probe.Here(\"x\"); return Task.CompletedTask; } }")]
    public void Runs_in_the_invocation(string body, string types)
    {
        types = types.Replace("namespace_MediatR", "namespace MediatR { public interface IRequestHandler<T> { Task Handle(T t); } public class Mediator { public Task Send(object o) => Task.CompletedTask; } }", StringComparison.Ordinal);
        var reached = Probes.At("public class F { [LambdaFunction] public async Task Handle(string s) { await Task.Yield(); " + body + " } static void Make<T>() " + (types.StartsWith("public interface IV { static", StringComparison.Ordinal) ? "where T : IV { T.Save(); }" : "{ }") + " } " + types);

        Assert.NotNull(reached["x"].Handler);
    }

    [Fact]
    public void A_call_of_the_base_does_not_run_overrides()
    {
        var reached = Probes.At("""
            public class F { [LambdaFunction] public void Handle(string s) => new Used().Save(); }
            public class Base { public virtual void Save() => Probe.Here("base"); }
            public class Used : Base { public override void Save() => base.Save(); }
            public class Unused : Base { public override void Save() => Probe.Here("unused"); }
            """);

        Assert.NotNull(reached["base"].Handler);
        Assert.Null(reached["unused"].Handler);
    }

    [Theory]
    [InlineData("s.AddSingleton(typeof(IStore), typeof(A));", true, false)]
    [InlineData("s.AddSingleton<IStore, A>();", true, false)]
    [InlineData("s.AddSingleton<IStore, A>(); s.AddSingleton<IStore, B>();", true, true)]
    [InlineData("s.AddSingleton<IStore>(x => new A());", true, true)]
    [InlineData("", true, true)]
    public void The_one_registered_implementation_is_the_one_that_runs(string registration, bool a, bool b)
    {
        var reached = Probes.At("""
            using Microsoft.Extensions.DependencyInjection;
            public interface IStore { void Save(); }
            public class A : IStore { public void Save() => Probe.Here("a"); }
            public class B : IStore { public void Save() => Probe.Here("b"); }
            public class F(IStore store) { [LambdaFunction] public void Handle(string s) => store.Save(); }
            [LambdaStartup] public class Startup { public void ConfigureServices(IServiceCollection s) { REGISTER } }
            public static class More { public static void AddSingleton(this IServiceCollection s, Type a, Type b) { } }
            """.Replace("REGISTER", registration, StringComparison.Ordinal));

        Assert.Equal((a, b), (reached["a"].Handler is not null, reached["b"].Handler is not null));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Too_many_implementations_are_not_followed_and_the_answer_says_so(int count, bool complete)
    {
        var types = string.Concat(Enumerable.Range(0, count).Select(static n => $"public class V{n} : IV {{ public void Save() => Probe.Here(\"{n}\"); }}\n"));
        var compilation = Probes.Compile("public interface IV { void Save(); } public class F(IV v) { [LambdaFunction] public void Handle(string s) => v.Save(); }\n" + types);
        var model = Probes.Model(compilation);

        Assert.All(Probes.At(compilation, model).Values, reach => Assert.Equal(complete, reach.Handler is not null));
        Assert.Equal(complete, model.IsComplete(CancellationToken.None));
    }
}
