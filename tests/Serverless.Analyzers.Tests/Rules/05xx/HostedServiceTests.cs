using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class HostedServiceTests
{
    private const string Usings = "using Microsoft.AspNetCore.Builder;\nusing Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.Hosting;\n";
    private const string Hosting = "builder.Services.AddAWSLambdaHosting(1);";
    private const string Services = """

        public sealed class Pump : BackgroundService { protected override async Task ExecuteAsync(CancellationToken t) { while (!t.IsCancellationRequested) await Task.Delay(1000, t); } }
        public sealed class Warm : IHostedService { public async Task StartAsync(CancellationToken t) => await Task.Delay(1, t); public Task StopAsync(CancellationToken t) => Task.CompletedTask; }
        public sealed class Ticking : IHostedService
        {
            private Timer? _timer;
            public Task StartAsync(CancellationToken t) { _timer = new Timer(_ => { }, null, 0, 1000); return Task.CompletedTask; }
            public Task StopAsync(CancellationToken t) => Task.CompletedTask;
        }
        public sealed class Started : IHostedService
        {
            private Task? _run;
            public Task StartAsync(CancellationToken t) { _run = RunAsync(t); return Task.CompletedTask; }
            public Task StopAsync(CancellationToken t) => _run ?? Task.CompletedTask;
            private static Task RunAsync(CancellationToken t) => Task.Delay(-1, t);
        }
        public sealed class NoService;
        """;

    private static RuleTest<HostedServiceRule> Program(string registration, string hosting = Hosting, string rest = "")
    {
        var test = new RuleTest<HostedServiceRule>(RuleTests.Usings + Usings + $"var builder = WebApplication.CreateBuilder();\n{hosting}\n{registration}\nbuilder.Build().Run();\n" + Services + rest);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test;
    }

    [Theory]
    [InlineData("{|SVLS0504:builder.Services.AddHostedService<Pump>()|};")]
    [InlineData("{|SVLS0504:builder.Services.AddHostedService(_ => new Pump())|};")]
    [InlineData("{|SVLS0504:builder.Services.AddSingleton<IHostedService, Pump>()|};")]
    [InlineData("{|SVLS0504:builder.Services.AddHostedService<Ticking>()|};")]
    [InlineData("{|SVLS0504:builder.Services.AddHostedService<Started>()|};")]
    public Task A_service_that_goes_on_is_flagged(string registration) => Program(registration).RunAsync();

    [Theory]
    [InlineData("builder.Services.AddSingleton<NoService>();")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"AWS_LAMBDA_FUNCTION_NAME\") is null) builder.Services.AddHostedService<Pump>();")]
    [InlineData("Local.Add(builder.Services);")]
    [InlineData("Mine.AddHostedService<Pump>();")]
    [InlineData("builder.Services.AddSingleton<object, Pump>();")]
    public Task Other_services_and_other_hosts_are_not(string registration) => Program(
        registration, rest: " public static class Local { public static void Add(IServiceCollection s) => s.AddHostedService<Pump>(); } public static class Mine { public static void AddHostedService<T>() { } }").RunAsync();

    [Fact]
    public Task An_application_that_Lambda_does_not_serve_is_not_flagged() => Program("builder.Services.AddHostedService<Pump>();", hosting: "").RunAsync();

    [Fact]
    public Task A_container_may_have_it()
    {
        var test = Program("builder.Services.AddHostedService<Pump>();");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = Fargate"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_message_names_the_service()
    {
        var test = Program("{|#0:builder.Services.AddHostedService<Pump>()|};");
        test.ExpectedDiagnostics.Add(RuleTests.Expect(
            ConcurrencyRules.BackgroundServiceOnLambda, "Pump", "is started in every environment and stands still between requests: what it has in hand is done late, twice or never",
            "give the work to a function of its own behind a schedule, a queue or a stream"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_warm_up_is_information()
    {
        var test = Program("{|#0:builder.Services.AddHostedService<Warm>()|};");
        test.ExpectedDiagnostics.Add(RuleTests.Expect(
            ConcurrencyRules.BackgroundServiceOnLambda, "Warm", "is started before the first request: its StartAsync makes every cold start longer, and its StopAsync may never run",
            "do in it only what must be done before the first request").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task The_older_base_class_and_helpers_are_read() => RuleTests.Check<HostedServiceRule>(Usings + """
        public class LambdaEntryPoint : APIGatewayProxyFunction;
        public class APIGatewayProxyFunction;
        public partial record Startup(string Name)
        {
            public void ConfigureServices(IServiceCollection services) => services.AddWorkers();
        }
        public static class Workers
        {
            public static void AddWorkers(this IServiceCollection services)
            {
                Local();
                Action late = () => {|SVLS0504:services.AddHostedService<Pump>()|};
                late();
                void Local() => {|SVLS0504:services.AddHostedService<Pump>()|};
            }
        }
        """ + Services);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = Program("");
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing Microsoft.Extensions.DependencyInjection;\nstatic class Made { public static void Add(IServiceCollection s) => s.AddHostedService<Pump>(); }"));
        return test.RunAsync();
    }

    // FN: a library's own registration.
    [Fact]
    public Task A_registration_inside_a_library_is_not_seen() => Program("builder.Services.AddHttpClient(\"with its own refresh\");").RunAsync();
}
