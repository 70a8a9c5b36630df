using Microsoft.CodeAnalysis;
using Await = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.BlockingInitialisationRule>, Serverless.Analyzers.CodeFixes.AwaitInitialisationFixer>;
using Client = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.ClientCreationRule>, Serverless.Analyzers.CodeFixes.StaticClientFixer>;
using Instance = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.ClientCreationRule>, Serverless.Analyzers.CodeFixes.InstanceClientFixer>;
using Metadata = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.DynamoDbMetadataRule>, Serverless.Analyzers.CodeFixes.DynamoDbMetadataFixer>;

namespace Serverless.Analyzers.Tests.Rules.ColdStart;

public sealed class ColdStartFixTests
{
    [Fact]
    public Task A_client_moves_into_a_static_field_and_is_no_longer_disposed() => Client.Check(
        """
        [LambdaFunction]
        public async Task<object> Handle(Request r)
        {
            // one per call
            using var s3 = {|SVLS0301:new AmazonS3Client()|};
            return await s3.ListBucketsAsync();
        }
        """,
        """
        private static readonly AmazonS3Client S3 = new();

        [LambdaFunction]
        public async Task<object> Handle(Request r)
        {
            return await S3.ListBucketsAsync();
        }
        """);

    [Fact]
    public Task Two_equal_clients_share_one_field() => Client.Check(
        """
        readonly string _name = "a";

        [LambdaFunction]
        public void Handle(Request r)
        {
            using (var http = {|SVLS0301:new HttpClient { Timeout = TimeSpan.FromSeconds(5) }|})
            {
                Console.WriteLine(http);
            }
        }

        [LambdaFunction]
        public void Other(Request r)
        {
            var http = {|SVLS0301:new HttpClient { Timeout = TimeSpan.FromSeconds(5) }|};
            Console.WriteLine(http);
            http.Dispose();
        }
        """,
        """
        private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
        readonly string _name = "a";

        [LambdaFunction]
        public void Handle(Request r)
        {
            Console.WriteLine(Http);
        }

        [LambdaFunction]
        public void Other(Request r)
        {
            Console.WriteLine(Http);
        }
        """);

    [Fact]
    public Task A_client_without_a_name_is_named_after_its_type() => Client.Check(
        """
        [LambdaFunction]
        public Task<Amazon.S3.Model.ListBucketsResponse> Handle(Request r) => {|SVLS0301:new AmazonS3Client()|}.ListBucketsAsync();
        """,
        """
        private static readonly AmazonS3Client S3Client = new();

        [LambdaFunction]
        public Task<Amazon.S3.Model.ListBucketsResponse> Handle(Request r) => S3Client.ListBucketsAsync();
        """);

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) { var http = {|SVLS0301:new HttpClient { BaseAddress = new Uri(r.Path) }|}; }")]
    [InlineData("readonly AmazonS3Config _config = new(); [LambdaFunction] public void Handle(Request r) { var s3 = {|SVLS0301:new AmazonS3Client(_config)|}; }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) { var s3 = {|SVLS0301:new AmazonS3Client()|}; s3 = null!; }")]
    public Task A_client_that_depends_on_the_call_is_left(string members) => Client.CheckNone(members);

    [Fact]
    public Task A_client_that_depends_on_the_object_is_set_by_its_constructor() => Instance.Check(
        """
        readonly AmazonS3Config _config = new();

        public Function()
        {
            Console.WriteLine("made");
        }

        [LambdaFunction]
        public async Task<object> Handle(Request r)
        {
            using var s3 = {|SVLS0301:new AmazonS3Client(_config)|};
            return await s3.ListBucketsAsync();
        }
        """,
        """
        private readonly AmazonS3Client _s3;
        readonly AmazonS3Config _config = new();

        public Function()
        {
            Console.WriteLine("made");
            _s3 = new AmazonS3Client(_config);
        }

        [LambdaFunction]
        public async Task<object> Handle(Request r)
        {
            return await _s3.ListBucketsAsync();
        }
        """);

    [Fact]
    public Task A_client_that_depends_on_primary_constructor_parameters_is_set_by_its_initialiser()
    {
        const string Start = "using System.Threading.Tasks;\nusing Amazon.Lambda.Annotations;\nusing Amazon.S3;\n\npublic class Function(AmazonS3Config config)\n{\n";
        return new Instance(
            Start + "    [LambdaFunction]\n    public async Task<object> Handle(string s)\n    {\n        var s3 = {|SVLS0301:new AmazonS3Client(config)|};\n        return await s3.ListBucketsAsync();\n    }\n}\n",
            Start + "    private readonly AmazonS3Client _s3 = new(config);\n\n    [LambdaFunction]\n    public async Task<object> Handle(string s)\n    {\n        return await _s3.ListBucketsAsync();\n    }\n}\n").RunAsync();
    }

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) { var http = {|SVLS0301:new HttpClient { BaseAddress = new Uri(r.Path) }|}; }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) { var s3 = {|SVLS0301:new AmazonS3Client()|}; }")]
    [InlineData("readonly AmazonS3Config _config = new(); [LambdaFunction] public void Handle(Request r) { var s3 = {|SVLS0301:new AmazonS3Client(_config)|}; }")]
    public Task Without_a_constructor_or_with_values_of_the_call_it_is_left(string members) => Instance.CheckNone(members);

    [Fact]
    public Task A_static_that_can_be_awaited_becomes_a_lazy_task() => Await.Check(
        """
        private static readonly string Secret = {|SVLS0303:LoadAsync().Result|};

        static async Task<string> LoadAsync() { await Task.Yield(); return "x"; }

        [LambdaFunction]
        public async Task<int> Handle(Request r)
        {
            await Task.Yield();
            return Secret.Length;
        }
        """,
        """
        private static readonly Lazy<Task<string>> Secret = new(() => LoadAsync());

        static async Task<string> LoadAsync() { await Task.Yield(); return "x"; }

        [LambdaFunction]
        public async Task<int> Handle(Request r)
        {
            await Task.Yield();
            return (await Secret.Value).Length;
        }
        """);

    [Theory]
    [InlineData("static readonly string S = {|SVLS0303:LoadAsync().Result|}; static Task<string> LoadAsync() => Task.Run(() => \"x\"); [LambdaFunction] public string Handle(Request r) => S;")]
    [InlineData("public Function() { {|SVLS0303:Task.Delay(1).Wait()|}; } [LambdaFunction] public void Handle(Request r) { }")]
    public Task Where_nothing_can_await_it_is_left(string members) => Await.CheckNone(members);

    [Fact]
    public Task A_top_level_program_awaits()
    {
        const string Start = "using System;\nusing System.Threading.Tasks;\nusing Amazon.Lambda.Core;\nusing Amazon.Lambda.RuntimeSupport;\n\n";
        const string End = "\nawait LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); return s; }).Build().RunAsync();\nstatic Task Warm() => Task.CompletedTask;\nstatic Task<string> Load() => Task.Run(() => \"x\");\n";
        var test = new Await(
            Start + "{|SVLS0303:Warm().Wait()|};\nvar length = {|SVLS0303:Load().GetAwaiter().GetResult()|}.Length;\n{|SVLS0303:Task.WaitAll(Warm(), Warm())|};" + End,
            Start + "await Warm();\nvar length = (await Load()).Length;\nawait Task.WhenAll(Warm(), Warm());" + End);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    [Fact]
    public Task A_context_is_built_without_the_look_up() => Metadata.Check(
        """
        static readonly Amazon.DynamoDBv2.AmazonDynamoDBClient Client = new();
        static readonly Amazon.DynamoDBv2.DataModel.DynamoDBContext Db = {|SVLS0309:new(Client)|};

        [LambdaFunction]
        public void Handle(Request r)
        {
            var a = {|SVLS0309:new Amazon.DynamoDBv2.DataModel.DynamoDBContext(Client, new Amazon.DynamoDBv2.DataModel.DynamoDBContextConfig { TableNamePrefix = "x" })|};
            var b = {|SVLS0309:new Amazon.DynamoDBv2.DataModel.DynamoDBContext(Client, new Amazon.DynamoDBv2.DataModel.DynamoDBContextConfig { DisableFetchingTableMetadata = false })|};
        }
        """,
        """
        static readonly Amazon.DynamoDBv2.AmazonDynamoDBClient Client = new();
        static readonly Amazon.DynamoDBv2.DataModel.DynamoDBContext Db = new Amazon.DynamoDBv2.DataModel.DynamoDBContextBuilder().WithDynamoDBClient(() => Client).Build();

        [LambdaFunction]
        public void Handle(Request r)
        {
            var a = new Amazon.DynamoDBv2.DataModel.DynamoDBContext(Client, new Amazon.DynamoDBv2.DataModel.DynamoDBContextConfig { TableNamePrefix = "x", DisableFetchingTableMetadata = true });
            var b = new Amazon.DynamoDBv2.DataModel.DynamoDBContext(Client, new Amazon.DynamoDBv2.DataModel.DynamoDBContextConfig { DisableFetchingTableMetadata = true });
        }
        """);
}
