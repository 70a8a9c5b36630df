using Deadline = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.RemainingTimeRule>, Serverless.Analyzers.CodeFixes.DeadlineFixer>;
using Forward = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.TokenForwardingRule>, Serverless.Analyzers.CodeFixes.ForwardTokenFixer>;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class DeadlineFixTests
{
    private const string Fields = """
        static readonly HttpClient Http = new();
        static readonly AmazonS3Client S3 = new();


        """;

    [Fact]
    public Task The_token_is_passed_wherever_it_belongs() => Forward.Check(
        Fields + """
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken ct)
        {
            await {|SVLS0405:S3.ListBucketsAsync()|}; // all
            await {|SVLS0405:Http.GetAsync("/", CancellationToken.None)|};
            await {|SVLS0405:Http.GetAsync("/")|};
            await {|SVLS0405:Http.GetStringAsync(requestUri: r.Id)|};
            await {|SVLS0405:Save(r.Id, 1)|};
            await {|SVLS0405:Skip(r.Id)|};
        }

        static Task Save(string id, int count) => Task.CompletedTask;
        static Task Save(string id, int count, CancellationToken token) => Task.CompletedTask;
        static Task Skip(string id, int count = 0, CancellationToken token = default) => Task.CompletedTask;
        """,
        Fields + """
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken ct)
        {
            await S3.ListBucketsAsync(ct); // all
            await Http.GetAsync("/", ct);
            await Http.GetAsync("/", ct);
            await Http.GetStringAsync(requestUri: r.Id, cancellationToken: ct);
            await Save(r.Id, 1, ct);
            await Skip(r.Id, token: ct);
        }

        static Task Save(string id, int count) => Task.CompletedTask;
        static Task Save(string id, int count, CancellationToken token) => Task.CompletedTask;
        static Task Skip(string id, int count = 0, CancellationToken token = default) => Task.CompletedTask;
        """);

    [Fact]
    public Task The_token_of_a_source_is_passed() => Forward.Check(
        Fields + """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            using var cts = new CancellationTokenSource(500);
            await {|SVLS0405:S3.ListBucketsAsync(default)|};
        }
        """,
        Fields + """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            using var cts = new CancellationTokenSource(500);
            await S3.ListBucketsAsync(cts.Token);
        }
        """);

    [Fact]
    public Task A_deadline_is_derived_at_the_top_and_passed_to_the_calls() => Deadline.Check(
        Fields + """
        [LambdaFunction]
        public async Task<string> {|SVLS0404:Handle|}(Request r, ILambdaContext context)
        {
            // first
            await Http.GetStringAsync(r.Id);
            return await Http.GetStringAsync((await S3.ListBucketsAsync().ConfigureAwait(false)).ToString());
        }

        [LambdaFunction]
        public async Task<string> {|SVLS0404:Short|}(Request r, ILambdaContext context) => await Http.GetStringAsync(r.Id);
        """,
        Fields + """
        [LambdaFunction]
        public async Task<string> Handle(Request r, ILambdaContext context)
        {
            using var deadline = new CancellationTokenSource(context.RemainingTime * 0.9);
            // first
            await Http.GetStringAsync(r.Id, deadline.Token);
            return await Http.GetStringAsync((await S3.ListBucketsAsync(deadline.Token).ConfigureAwait(false)).ToString(), deadline.Token);
        }

        [LambdaFunction]
        public async Task<string> Short(Request r, ILambdaContext context)
        {
            using var deadline = new CancellationTokenSource(context.RemainingTime * 0.9);
            return await Http.GetStringAsync(r.Id, deadline.Token);
        }
        """);

    [Fact]
    public Task Where_only_a_helper_calls_it_is_left() => Deadline.CheckNone(Fields + """
        [LambdaFunction] public async Task {|SVLS0404:Handle|}(Request r, ILambdaContext context) => await Save();
        static async Task Save() => await S3.ListBucketsAsync();
        """);
}
