using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>Applications as the field's templates write them: nothing may be said about them but what could be better at start-up and at the end of their time, as information.</summary>
public sealed class HealthyApplicationTests
{
    /// <summary>A client and a host builder with every default, and a handler without a deadline: as the templates have them.</summary>
    private static readonly string[] Advice = ["SVLS0310", "SVLS0403", "SVLS0404"];

    public static TheoryData<string, string, bool> Applications { get; } = new()
    {
        { "class library", "public class Function { public string FunctionHandler(string input, ILambdaContext context) { context.Logger.LogInformation(input); return input.ToUpperInvariant(); } }", false },
        {
            "object storage with an injectable client",
            """
            public class Function
            {
                IAmazonS3 S3Client { get; set; }
                public Function() { S3Client = new AmazonS3Client(); }
                public Function(IAmazonS3 client) { S3Client = client; }
                public async Task FunctionHandler(List<string> keys, ILambdaContext context)
                {
                    foreach (var key in keys ?? new List<string>())
                    {
                        try { context.Logger.LogInformation((await S3Client.ListBucketsAsync()).Prefix); }
                        catch (Exception e) { context.Logger.LogInformation(e.Message + key); throw; }
                    }
                }
            }
            """, false
        },
        {
            "annotations with start-up",
            """
            using Microsoft.Extensions.DependencyInjection;
            [LambdaStartup] public class Startup { public void ConfigureServices(IServiceCollection services) { services.AddSingleton<ICalculator, Calculator>(); services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client()); } }
            public interface ICalculator { int Add(int x, int y); }
            public class Calculator : ICalculator { public int Add(int x, int y) => x + y; }
            public class Functions(ICalculator calculator)
            {
                [LambdaFunction] public string Default() => "home";
                [LambdaFunction] public int Add(int x, int y, ILambdaContext context) { context.Logger.LogInformation($"{x} plus {y}"); return calculator.Add(x, y); }
            }
            """, false
        },
        {
            "custom runtime",
            """
            using Amazon.Lambda.RuntimeSupport;
            Func<string, ILambdaContext, Task<string>> handler = async (input, context) => { await Task.CompletedTask; return input.ToUpperInvariant(); };
            await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
            """, true
        },
        {
            "native executable",
            """
            using Amazon.Lambda.RuntimeSupport;
            public class Function
            {
                private static async Task Main()
                {
                    Func<string, ILambdaContext, string> handler = FunctionHandler;
                    await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
                }
                public static string FunctionHandler(string input, ILambdaContext context) => input.ToUpperInvariant();
            }
            """, true
        },
        {
            "minimal API",
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddAWSLambdaHosting(1);
            var app = builder.Build();
            app.MapGet("/", () => "Welcome");
            app.MapGet("/calculator/add/{x}/{y}", (int x, int y) => x + y);
            app.Run();
            """, true
        },
        {
            "our routes with injected clients",
            """
            public sealed record Order(Guid Id, string Email);
            public sealed class Orders(IAmazonS3 s3, HttpClient http)
            {
                private static readonly string Bucket = Environment.GetEnvironmentVariable("BUCKET")!;
                private static readonly Lazy<Task<string>> Config = new(() => Task.FromResult("x"));

                [HttpRoute("GET /orders/{id}")]
                public async Task<Order?> GetOrder(Guid id, CancellationToken deadline)
                {
                    var text = await http.GetStringAsync("https://example.com/" + id, deadline);
                    return text.Length > 0 ? new Order(id, text + await Config.Value) : null;
                }

                [S3Trigger("@Shipments"), ServerlessFunction(Timeout = 60)]
                public Task MarkShipped(Order message, CancellationToken deadline) => s3.PutObjectAsync(new() { BucketName = Bucket, Key = message.Id.ToString() }, deadline);
            }
            """, false
        },
        {
            "state machine tasks with parallel work and temporary files",
            """
            public sealed class Pipeline(IAmazonS3 s3)
            {
                [Serverless.StepFunctions.TaskState(Next = "Second", TimeoutSeconds = 60)]
                public async Task<int> First(List<string> keys, CancellationToken deadline)
                {
                    var results = await Task.WhenAll(keys.Take(20).Select(async key => { await s3.PutObjectAsync(new() { BucketName = "b", Key = key }, deadline); return key.Length; }));
                    var path = Path.GetTempFileName();
                    try { await File.WriteAllTextAsync(path, "x", deadline); return results.Sum() + (int)new FileInfo(path).Length; }
                    finally { File.Delete(path); }
                }
            }
            """, false
        },
    };

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task Nothing_is_said(string name, string source, bool executable)
    {
        var compilation = AllRules.Compile(RuleTests.Usings + source, executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var said = (await AllRules.RunAsync(compilation)).Where(static d => d.Severity != DiagnosticSeverity.Info || !Advice.Contains(d.Id, StringComparer.Ordinal)).ToList();
        Assert.True(said.Count == 0, name + ": " + string.Join("\n", said));
    }
}
