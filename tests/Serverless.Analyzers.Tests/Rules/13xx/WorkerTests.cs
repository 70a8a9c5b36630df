using Serverless.Analyzers.Rules;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules.Fargate;

/// <summary>What is said of invocations and frozen environments is wrong of the loop of a container's worker, which runs once and goes on.</summary>
public sealed class WorkerTests
{
    private const string Worker = """
        using Microsoft.Extensions.Hosting;

        public sealed class Worker : BackgroundService
        {
            private static int s_rounds;
            private int _rounds;

            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
                while (!stoppingToken.IsCancellationRequested)
                {
                    s_rounds++;
                    _rounds++;
                    _ = http.GetStringAsync("https://stock.example", stoppingToken);
                    Thread.Sleep(5000);
                    await Task.Delay(5000, stoppingToken);
                }
            }
        }

        public sealed class Function
        {
            private static int s_calls;

            [LambdaFunction]
            public async Task<string> Handle(string r)
            {
                CALLS
                return "";
            }
        }
        """;

    private static Task Check<TRule>(string calls = "await Task.Yield();")
        where TRule : HazardRule, new()
    {
        var test = new RuleTest<TRule>(RuleTests.Usings + Worker.Replace("CALLS", calls, StringComparison.Ordinal));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = Fargate"));
        return test.RunAsync();
    }

    [Fact]
    public Task It_may_keep_state() => Check<StateWriteRule>("{|SVLS0101:s_calls|}++; await Task.Yield();");

    [Fact]
    public Task It_may_make_clients() => Check<ClientCreationRule>("using var http = {|SVLS0301:new HttpClient()|}; await Task.Yield();");

    [Fact]
    public Task It_may_start_work_and_go_on() => Check<UnawaitedWorkRule>();

    [Fact]
    public Task It_may_sleep() => Check<SleepRule>();
}
