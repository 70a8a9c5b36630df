using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.BlockingHandlerRule>, Serverless.Analyzers.CodeFixes.AwaitBlockedTaskFixer>;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class BlockingFixTests
{
    private const string Load = "\nstatic Task<string> LoadAsync() => Task.Run(() => \"x\");";

    [Fact]
    public Task Waits_in_an_asynchronous_method_become_awaits() => Fix.Check(
        """
        [LambdaFunction]
        public async Task<int> Handle(Request r)
        {
            await Task.Yield();
            // waits
            var length = {|SVLS0509:LoadAsync().Result|}.Length; // after
            {|SVLS0509:LoadAsync().Wait()|};
            {|SVLS0509:Task.WaitAll(LoadAsync(), LoadAsync())|};
            return length + {|SVLS0509:LoadAsync().ConfigureAwait(false).GetAwaiter().GetResult()|}.Length;
        }
        """ + Load,
        """
        [LambdaFunction]
        public async Task<int> Handle(Request r)
        {
            await Task.Yield();
            // waits
            var length = (await LoadAsync()).Length; // after
            await LoadAsync();
            await Task.WhenAll(LoadAsync(), LoadAsync());
            return length + (await LoadAsync().ConfigureAwait(false)).Length;
        }
        """ + Load);

    [Fact]
    public Task A_handler_that_nobody_calls_becomes_asynchronous() => Fix.Check(
        """
        // the handler
        [LambdaFunction]
        public string Handle(Request r)
        {
            {|SVLS0509:LoadAsync().Wait()|};
            return {|SVLS0509:LoadAsync().Result|};
        }

        [LambdaFunction]
        public void Forget(Request r) => {|SVLS0509:LoadAsync().Wait()|};
        """ + Load,
        """
        // the handler
        [LambdaFunction]
        public async Task<string> Handle(Request r)
        {
            await LoadAsync();
            return await LoadAsync();
        }

        [LambdaFunction]
        public async Task Forget(Request r) => await LoadAsync();
        """ + Load);

    [Fact]
    public Task The_asynchronous_form_of_a_call_is_given_the_token() => Fix.Check(
        """
        class Db : Microsoft.EntityFrameworkCore.DbContext;
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken deadline)
        {
            await Task.Yield();
            using var db = new Db();
            {|SVLS0509:db.SaveChanges()|};
            var rows = {|SVLS0509:db.SaveChanges(true)|};
        }
        """,
        """
        class Db : Microsoft.EntityFrameworkCore.DbContext;
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken deadline)
        {
            await Task.Yield();
            using var db = new Db();
            await db.SaveChangesAsync(deadline);
            var rows = await db.SaveChangesAsync(true, deadline);
        }
        """);

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) => Save(); void Save() => {|SVLS0509:LoadAsync().Wait()|};")]
    [InlineData("[LambdaFunction] public void Handle(Request r) => {|SVLS0509:LoadAsync().Wait(100)|};")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { await Task.Yield(); lock (this) { {|SVLS0509:LoadAsync().Wait()|}; } }")]
    [InlineData("[LambdaFunction] public int Handle(Request r) { Span<int> s = stackalloc int[1]; return s[0] + {|SVLS0509:LoadAsync().Result|}.Length; }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) => r.Items.ForEach(i => {|SVLS0509:LoadAsync().Wait()|});")]
    [InlineData("[LambdaFunction] public Task<int> Handle(Request r) => Task.FromResult({|SVLS0509:LoadAsync().Result|}.Length);")]
    public Task Where_a_signature_or_a_place_forbids_it_nothing_is_offered(string members) => Fix.CheckNone(members + Load);
}
