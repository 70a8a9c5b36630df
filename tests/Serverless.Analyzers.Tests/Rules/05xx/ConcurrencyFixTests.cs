using Await = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.UnawaitedWorkRule>, Serverless.Analyzers.CodeFixes.AwaitWorkFixer>;
using Return = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.AsyncVoidRule>, Serverless.Analyzers.CodeFixes.AsyncTaskFixer>;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class ConcurrencyFixTests
{
    private const string Save = "\nstatic Task SaveAsync(string s) => Task.CompletedTask;";

    [Fact]
    public Task Work_is_awaited() => Await.Check(
        """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            await Task.Yield();
            // saves
            _ = {|SVLS0501:SaveAsync(r.Id)|}; // later
            {|SVLS0501:SaveAsync(r.Id)|};
            var task = {|SVLS0501:SaveAsync(r.Id)|};
        }
        """ + Save,
        """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            await Task.Yield();
            // saves
            await SaveAsync(r.Id); // later
            await SaveAsync(r.Id);
            await SaveAsync(r.Id);
        }
        """ + Save);

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) { _ = {|SVLS0501:SaveAsync(r.Id)|}; }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { await Task.Yield(); {|SVLS0501:ThreadPool.QueueUserWorkItem(_ => { })|}; }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { await Task.Yield(); r.Items.ForEach(i => {|SVLS0501:SaveAsync(i)|}); }")]
    public Task Where_await_cannot_stand_it_is_left(string members) => Await.CheckNone(members + Save);

    [Fact]
    public Task Methods_return_tasks_and_their_callers_await() => Return.Check(
        """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            Save();
            Local();
            async void {|SVLS0502:Local|}() => await Task.Yield();
        }

        private async void {|SVLS0502:Save|}() => await Task.Yield();
        """,
        """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            await Save();
            await Local();
            async Task Local() => await Task.Yield();
        }

        private async Task Save() => await Task.Yield();
        """);

    [Fact]
    public Task A_lambda_for_each_item_becomes_a_loop() => Return.Check(
        """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            r.Items.ForEach({|SVLS0502:async i => await SaveAsync(i)|});
        }
        """ + Save,
        """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            foreach (var i in r.Items)
                await SaveAsync(i);
        }
        """ + Save);

    [Theory]
    [InlineData("public event EventHandler? Done; async void {|SVLS0502:OnDone|}(object? s, EventArgs e) => await Task.Yield(); [LambdaFunction] public void Handle(Request r) => Done += OnDone;")]
    [InlineData("async void {|SVLS0502:Run|}() => await Task.Yield(); [LambdaFunction] public void Handle(Request r) { Action a = Run; a(); }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) { Action a = {|SVLS0502:async () => await Task.Yield()|}; a(); }")]
    public Task A_signature_that_others_ask_for_is_left(string members) => Return.CheckNone(members);
}
