using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.HttpClientTimeoutRule>, Serverless.Analyzers.CodeFixes.HttpClientTimeoutFixer>;

using Aws = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.AwsClientTimeoutRule>, Serverless.Analyzers.CodeFixes.AwsClientTimeoutFixer>;
using Endless = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.InfiniteTimeoutRule>, Serverless.Analyzers.CodeFixes.FiniteTimeoutFixer>;
using Sleep = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.SleepRule>, Serverless.Analyzers.CodeFixes.DelayFixer>;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class TimeoutFixTests
{
    [Fact]
    public Task A_timeout_is_added_everywhere() => Fix.Check(
        """
        static readonly HttpClient A = {|SVLS0401:new()|};
        static readonly HttpClient B = {|SVLS0401:new HttpClient()|}; // b
        static readonly HttpClient C = {|SVLS0401:new HttpClient { MaxResponseContentBufferSize = 9 }|};

        [LambdaFunction]
        public void Handle(Request r) { }
        """,
        """
        static readonly HttpClient A = new() { Timeout = TimeSpan.FromSeconds(5) };
        static readonly HttpClient B = new HttpClient() { Timeout = TimeSpan.FromSeconds(5) }; // b
        static readonly HttpClient C = new HttpClient { MaxResponseContentBufferSize = 9, Timeout = TimeSpan.FromSeconds(5) };

        [LambdaFunction]
        public void Handle(Request r) { }
        """);

    [Fact]
    public Task A_registration_is_configured()
    {
        const string Start = "using Amazon.Lambda.Annotations;\nusing Microsoft.Extensions.DependencyInjection;\n\nstatic class Startup\n{\n    [LambdaFunction] public static void Handle(string s) { }\n    public static void Add(IServiceCollection services)\n    {\n        ";
        return new Fix(
            Start + "{|SVLS0401:services.AddHttpClient(\"a\")|};\n    }\n}\n",
            Start + "services.AddHttpClient(\"a\").ConfigureHttpClient(client => client.Timeout = System.TimeSpan.FromSeconds(5));\n    }\n}\n").RunAsync();
    }

    [Fact]
    public Task A_client_of_aws_gets_its_limit_in_its_configuration() => Aws.Check(
        """
        static readonly AmazonS3Client A = {|SVLS0403:new()|}; // a
        static readonly Amazon.Athena.AmazonAthenaClient B = {|SVLS0403:new(Amazon.RegionEndpoint.EUWest1)|};
        static readonly IAmazonS3 C = {|SVLS0403:new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = 1 })|};
        static readonly IAmazonS3 D = {|SVLS0403:new AmazonS3Client(new Amazon.Runtime.BasicAWSCredentials("", ""))|};
        static readonly IAmazonS3 E = {|SVLS0403:new AmazonS3Client { }|};

        [LambdaFunction]
        public void Handle(Request r) { }
        """,
        """
        static readonly AmazonS3Client A = new(new AmazonS3Config { Timeout = TimeSpan.FromSeconds(5) }); // a
        static readonly Amazon.Athena.AmazonAthenaClient B = new(new Amazon.Athena.AmazonAthenaConfig { RegionEndpoint = Amazon.RegionEndpoint.EUWest1, Timeout = TimeSpan.FromSeconds(5) });
        static readonly IAmazonS3 C = new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = 1, Timeout = TimeSpan.FromSeconds(5) });
        static readonly IAmazonS3 D = new AmazonS3Client(new Amazon.Runtime.BasicAWSCredentials("", ""), new AmazonS3Config { Timeout = TimeSpan.FromSeconds(5) });
        static readonly IAmazonS3 E = new AmazonS3Client(new AmazonS3Config { Timeout = TimeSpan.FromSeconds(5) }) { };

        [LambdaFunction]
        public void Handle(Request r) { }
        """);

    [Theory]
    [InlineData("static readonly AmazonS3Config Config = new(); static readonly AmazonS3Client A = {|SVLS0403:new(Config)|}; [LambdaFunction] public void Handle(Request r) { }")]
    public Task A_configuration_that_others_may_use_is_left(string members) => Aws.CheckNone(members);

    [Fact]
    public Task Endless_limits_become_five_seconds() => Endless.Check(
        """
        static readonly HttpClient Http = new() { Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|} };
        static readonly object Db = Npgsql.NpgsqlDataSource.Create({|SVLS0406:"Host=db;Command Timeout=0;Username=u"|});

        [LambdaFunction]
        public void Handle(Request r) { }

        void Run(System.Data.Common.DbCommand command, CancellationTokenSource cts)
        {
            command.CommandTimeout = {|SVLS0406:0|}; // c
            cts.CancelAfter({|SVLS0406:-1|});
            using var other = new CancellationTokenSource({|SVLS0406:Timeout.Infinite|});
        }
        """,
        """
        static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
        static readonly object Db = Npgsql.NpgsqlDataSource.Create("Host=db;Command Timeout=5;Username=u");

        [LambdaFunction]
        public void Handle(Request r) { }

        void Run(System.Data.Common.DbCommand command, CancellationTokenSource cts)
        {
            command.CommandTimeout = 5; // c
            cts.CancelAfter(5000);
            using var other = new CancellationTokenSource(5000);
        }
        """);

    [Fact]
    public Task A_wait_whose_result_nobody_reads_is_left() => Endless.CheckNone("void Run(WaitHandle h) { h.WaitOne({|SVLS0406:-1|}); } [LambdaFunction] public void Handle(Request r) { }");

    [Fact]
    public Task A_sleep_becomes_a_delay_that_ends_with_the_token() => Sleep.Check(
        """
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken ct)
        {
            {|SVLS0410:Thread.Sleep(100)|}; // a while
            {|SVLS0410:Thread.Sleep(TimeSpan.FromMilliseconds(20))|};
            await Task.Yield();
        }

        [LambdaFunction]
        public async Task Other(Request r)
        {
            {|SVLS0410:Thread.Sleep(100)|};
            await Task.Yield();
        }
        """,
        """
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken ct)
        {
            await Task.Delay(100, ct); // a while
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
            await Task.Yield();
        }

        [LambdaFunction]
        public async Task Other(Request r)
        {
            await Task.Delay(100);
            await Task.Yield();
        }
        """);

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) { {|SVLS0410:Thread.Sleep(100)|}; }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { lock (r) { {|SVLS0410:Thread.Sleep(100)|}; } await Task.Yield(); }")]
    public Task Where_nothing_can_be_awaited_a_sleep_is_left(string members) => Sleep.CheckNone(members);
}
