using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.SnapStart;

public sealed class UniqueValueTests
{
    private const string Handle = " [LambdaFunction] public string Handle(Request r) => r.Id + _id; ";

    private static Task Check(string members, string rest = "", string? option = "serverless_analyzers.snapstart = true") => RuleTests.Check<UniqueValueRule>(
        "using System.Diagnostics;\nusing System.Security.Cryptography;\n" + RuleTests.InFunction(members) + rest,
        test =>
        {
            if (option is not null)
                test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + option));
        });

    [Theory]
    [InlineData("static readonly string _id = {|SVLS0601:Guid.NewGuid().ToString(\"N\")|};")]
    [InlineData("static readonly string _id = {|SVLS0601:$\"{Environment.MachineName}-1\"|};")]
    [InlineData("readonly Guid _id = {|SVLS0601:Guid.CreateVersion7()|};")]
    [InlineData("static DateTime _id = {|SVLS0601:DateTime.UtcNow.AddHours(1)|};")]
    [InlineData("static DateTimeOffset _id = {|SVLS0601:TimeProvider.System.GetUtcNow()|};")]
    [InlineData("static readonly long _id = {|SVLS0601:Stopwatch.GetTimestamp()|};")]
    [InlineData("static readonly int _id = {|SVLS0601:RandomNumberGenerator.GetInt32(10)|};")]
    [InlineData("static readonly int _id = {|SVLS0601:new Random().Next()|};")]
    [InlineData("static readonly int _id = {|SVLS0601:Process.GetCurrentProcess().Id|};")]
    [InlineData("static string _id { get; } = {|SVLS0601:Path.GetRandomFileName()|};")]
    [InlineData("readonly string _id; public Function() { _id = {|SVLS0601:Guid.NewGuid().ToString()|}; }")]
    [InlineData("static readonly string _id = {|SVLS0601:Make()|}; static string Make() => Guid.NewGuid().ToString();")]
    public Task A_value_that_is_kept_is_flagged(string members) => Check(members + Handle);

    [Theory]
    [InlineData("static readonly string _id = Guid.Empty.ToString();")]
    [InlineData("static readonly Lazy<string> _id = new(() => Guid.NewGuid().ToString());")]
    [InlineData("static readonly Func<Guid> _id = () => Guid.NewGuid();")]
    [InlineData("static readonly Random _id = new Random(Environment.TickCount);")]
    [InlineData("static string _id = Guid.NewGuid().ToString(); static Function() => SnapshotRestore.RegisterAfterRestore(() => { _id = Guid.NewGuid().ToString(); return default; });")]
    [InlineData("static string _id = Guid.NewGuid().ToString(); static Function() => SnapshotRestore.RegisterAfterRestore(Renew); static ValueTask Renew() { Again(); return default; } static void Again() => _id = Guid.NewGuid().ToString();")]
    [InlineData("static string _id => Guid.NewGuid().ToString();")]
    [InlineData("static readonly string _id = \"x\"; public Function() { Console.WriteLine(DateTime.UtcNow); }")]
    [InlineData("static string? _id; string Now() => _id = DateTime.UtcNow.ToString();")]
    public Task What_is_made_later_or_again_is_not(string members) => Check(members + Handle);

    [Fact]
    public Task A_value_that_is_only_logged_is_not() => Check(
        "static readonly Stopwatch Watch = Stopwatch.StartNew(); static readonly Guid Unused = Guid.NewGuid(); [LambdaFunction] public void Handle(ILambdaContext c) { c.Logger.LogInformation($\"{Watch.Elapsed}\"); }");

    [Fact]
    public Task An_object_of_one_invocation_has_its_own_value() => Check(
        "[LambdaFunction] public string Handle(Request r) => new Order().Id.ToString() + new Order(r.Id).At;",
        "public class Order { public Order() { At = DateTime.UtcNow; } public Order(string s) : this() { } public Guid Id { get; } = Guid.NewGuid(); public DateTime At { get; } }");

    [Fact]
    public Task Statics_of_types_that_the_handler_touches_are_followed() => Check(
        "[LambdaFunction] public string Handle(Request r) => Instance.Id;",
        "public static class Instance { public static readonly string Id = {|SVLS0601:Guid.NewGuid().ToString()|}; } public static class Unused { public static readonly string Id = Guid.NewGuid().ToString(); }");

    [Theory]
    [InlineData(null, DiagnosticSeverity.Info)]
    [InlineData("serverless_analyzers.snapstart = true", DiagnosticSeverity.Warning)]
    [InlineData("build_property.ServerlessSnapStart = true", DiagnosticSeverity.Warning)]
    public Task It_is_information_until_SnapStart_is_known(string? option, DiagnosticSeverity severity)
    {
        var test = new RuleTest<UniqueValueRule>(RuleTests.Usings + RuleTests.InFunction("static readonly Guid _id = {|#0:Guid.NewGuid()|};" + Handle));
        if (option is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + option));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(SnapStartRules.UniqueValueInSnapshot, "_id", "Guid.NewGuid").WithSeverity(severity));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("serverless_analyzers.snapstart = false")]
    [InlineData("build_property.PublishAot = true")]
    [InlineData("build_property.ServerlessTarget = LambdaManagedInstances")]
    [InlineData("build_property.ServerlessTarget = Fargate")]
    public Task Where_there_are_no_snapshots_nothing_is_said(string option) => Check("static readonly Guid _id = Guid.NewGuid();" + Handle, option: option);

    [Fact]
    public Task A_local_of_the_program_that_the_handler_uses_is_kept_too() => RuleTests.Check<UniqueValueRule>("""
        using Amazon.Lambda.RuntimeSupport;

        var id = {|SVLS0601:Guid.NewGuid().ToString()|};
        var started = DateTime.UtcNow;
        Console.WriteLine(started);
        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); var own = Guid.NewGuid(); return s + id + own; }).Build().RunAsync();
        """, static test => Executable(test));

    private static void Executable(RuleTest<UniqueValueRule> test)
    {
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nserverless_analyzers.snapstart = true"));
    }

    [Fact]
    public async Task Records_and_partial_types_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<UniqueValueRule>(RuleTests.Usings + """
            public partial record Handlers(string Prefix)
            {
                private readonly string _id = {|SVLS0601:Guid.NewGuid() + "-" + 1|};
                [LambdaFunction] public string Handle(string s) => Prefix + _id + _other + Made.Id;
            }
            public partial record Handlers
            {
                private static readonly long _other = {|SVLS0601:Environment.TickCount64|};
            }
            """);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nserverless_analyzers.snapstart = true"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static readonly System.Guid Id = System.Guid.NewGuid(); }"));
        await test.RunAsync();
    }

    // FN: two levels of helpers.
    [Fact]
    public Task A_helper_of_a_helper_is_not_seen() => Check("static readonly string _id = A(); static string A() => B(); static string B() => Guid.NewGuid().ToString();" + Handle);

    private static Task Fix(string before, string after) => FixTest<HostedRule<UniqueValueRule>, RenewAfterRestoreFixer>.Check(before, after, static test =>
    {
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nserverless_analyzers.snapstart = true"));
    });

    [Fact]
    public Task A_hook_makes_a_static_again() => Fix(
        """
        // names the environment
        private static readonly string _id = {|SVLS0601:Guid.NewGuid().ToString()|};

        [LambdaFunction]
        public string Handle(Request r) => r.Id + _id;
        """,
        """
        // names the environment
        private static string _id = Guid.NewGuid().ToString();

        static Function()
        {
            SnapshotRestore.RegisterAfterRestore(() =>
            {
                _id = Guid.NewGuid().ToString();
                return default;
            });
        }

        [LambdaFunction]
        public string Handle(Request r) => r.Id + _id;
        """);

    [Fact]
    public Task A_hook_stands_behind_the_assignment_of_a_constructor() => Fix(
        """
        private readonly string _id;

        public Function()
        {
            _id = {|SVLS0601:Guid.NewGuid().ToString()|};
        }

        [LambdaFunction]
        public string Handle(Request r) => r.Id + _id;
        """,
        """
        private string _id;

        public Function()
        {
            _id = Guid.NewGuid().ToString();
            SnapshotRestore.RegisterAfterRestore(() =>
            {
                _id = Guid.NewGuid().ToString();
                return default;
            });
        }

        [LambdaFunction]
        public string Handle(Request r) => r.Id + _id;
        """);

    [Fact]
    public Task A_property_needs_a_decision() => Fix(
        "static string _id { get; } = {|SVLS0601:Path.GetRandomFileName()|};" + Handle, "static string _id { get; } = {|SVLS0601:Path.GetRandomFileName()|};" + Handle);
}
