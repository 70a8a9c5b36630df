using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.SnapStart;

public sealed class SnapshotHookTests
{
    private const string Refresh = "static ValueTask Refresh() => default; ";

    private static Task Check(string members, string rest = "", Action<RuleTest<SnapshotHookRule>>? configure = null) =>
        RuleTests.Check(RuleTests.InFunction(Refresh + members) + rest, configure);

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) { {|SVLS0605:SnapshotRestore.RegisterAfterRestore(Refresh)|}; }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) => {|SVLS0605:SnapshotRestore.RegisterBeforeSnapshot(() => default)|};")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { await Task.Yield(); if (r.Id.Length > 0) {|SVLS0605:SnapshotRestore.RegisterAfterRestore(Refresh)|}; }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) => Later(); void Later() => {|SVLS0605:SnapshotRestore.RegisterAfterRestore(Refresh)|};")]
    [InlineData("readonly Lazy<int> _x = new(() => { {|SVLS0605:SnapshotRestore.RegisterAfterRestore(Refresh)|}; return 1; }); [LambdaFunction] public int Handle(Request r) => _x.Value;")]
    public Task Registration_in_an_invocation_is_flagged(string members) => Check(members);

    [Fact]
    public Task Registration_of_our_own_hooks_in_an_invocation_is_flagged_too() => Check(
        "[LambdaFunction] public void Handle(Request r) { {|SVLS0605:Serverless.SnapshotHooks.RegisterAfterRestore(Refresh)|}; }",
        " namespace Serverless { public static class SnapshotHooks { public static void RegisterAfterRestore(Func<ValueTask> f) { } } }");

    [Theory]
    [InlineData("public Function() { SnapshotRestore.RegisterAfterRestore(Refresh); } [LambdaFunction] public void Handle(Request r) { }")]
    [InlineData("static Function() { SnapshotRestore.RegisterBeforeSnapshot(Refresh); } [LambdaFunction] public void Handle(Request r) { }")]
    [InlineData("public Function() => Setup(); static void Setup() => SnapshotRestore.RegisterAfterRestore(Refresh); [LambdaFunction] public void Handle(Request r) { }")]
    [InlineData("public Function() => Setup(); static void Setup() => SnapshotRestore.RegisterAfterRestore(Refresh); [LambdaFunction] public void Handle(Request r) => Setup();")]
    [InlineData("[LambdaFunction] public void Handle(Request r) => Mine.SnapshotRestore.RegisterAfterRestore(Refresh);")]
    [InlineData("[LambdaFunction] public void Handle(Request r) { } static void Unused() => SnapshotRestore.RegisterAfterRestore(Refresh);")]
    public Task Registration_in_initialisation_is_not(string members) => Check(
        members, " namespace Mine { public static class SnapshotRestore { public static void RegisterAfterRestore(Func<ValueTask> f) { } } }");

    [Theory]
    [InlineData("[LambdaFunction] public void Handle(Request r) { {|#0:SnapshotRestore.RegisterAfterRestore(Refresh)|}; }", DiagnosticSeverity.Error, "in an invocation (by Handle)")]
    [InlineData("[LambdaFunction] public void Handle(Request r) => Later(); void Later() { {|#0:SnapshotRestore.RegisterAfterRestore(Refresh)|}; }", DiagnosticSeverity.Warning, "in an invocation (by Handle → Function.Later)")]
    public Task It_is_an_error_where_it_is_certain(string members, DiagnosticSeverity severity, string place)
    {
        var test = new RuleTest<SnapshotHookRule>(RuleTests.Usings + RuleTests.InFunction(Refresh + members));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(SnapStartRules.SnapshotHookTooLate, "RegisterAfterRestore", place).WithSeverity(severity));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("serverless_analyzers.snapstart = false")]
    [InlineData("build_property.PublishAot = true")]
    [InlineData("build_property.ServerlessTarget = Fargate")]
    [InlineData("build_property.ServerlessTarget = LambdaManagedInstances")]
    public Task Where_there_are_no_snapshots_nothing_is_said(string option) => Check(
        "[LambdaFunction] public void Handle(Request r) => SnapshotRestore.RegisterAfterRestore(Refresh);", configure:
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + option)));

    [Fact]
    public Task After_the_program_serves_it_is_too_late()
    {
        var test = new RuleTest<SnapshotHookRule>(RuleTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;

            SnapshotRestore.RegisterBeforeSnapshot(Refresh);
            if (args.Length > 0)
                SnapshotRestore.RegisterBeforeSnapshot(Refresh);
            await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); return s; }).Build().RunAsync();
            {|#0:SnapshotRestore.RegisterAfterRestore(Refresh)|};
            static ValueTask Refresh() => default;
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.ExpectedDiagnostics.Add(RuleTests.Expect(SnapStartRules.SnapshotHookTooLate, "RegisterAfterRestore", "after 'LambdaBootstrap.RunAsync', which returns when the environment ends").WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    [Fact]
    public Task A_web_application_registers_before_Run() => RuleTests.Check<SnapshotHookRule>("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder();
        builder.Services.AddAWSLambdaHosting(1);
        var app = builder.Build();
        app.MapGet("/", () => "Welcome");
        if (args.Length > 9) { app.Run(); return; }
        SnapshotRestore.RegisterBeforeSnapshot(async () => await Task.Yield());
        app.Run();
        {|SVLS0605:SnapshotRestore.RegisterAfterRestore(() => default)|};
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public async Task Every_form_of_code_is_read_but_generated()
    {
        var test = new RuleTest<SnapshotHookRule>(RuleTests.Usings + """
            public partial record Handlers(string Prefix)
            {
                [LambdaFunction] public async Task Handle(string s)
                {
                    await Task.Run(async () => { await Task.Yield(); {|SVLS0605:SnapshotRestore.RegisterAfterRestore(() => default)|}; });
                    Local(); Keep(Prefix + s); Made.Run();
                    static void Local() => {|SVLS0605:SnapshotRestore.RegisterAfterRestore(() => default)|};
                }
                private partial void Keep(string id);
            }
            public partial record Handlers
            {
                private partial void Keep(string id) => {|SVLS0605:SnapshotRestore.RegisterAfterRestore(() => default)|};
            }
            """);
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() => Amazon.Lambda.Core.SnapshotRestore.RegisterAfterRestore(() => default); }"));
        await test.RunAsync();
    }

    // FN: the program starts to serve under a condition.
    [Fact]
    public Task A_start_under_a_condition_is_not_seen() => RuleTests.Check<SnapshotHookRule>("""
        using Amazon.Lambda.RuntimeSupport;

        if (args.Length == 0)
            await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); return s; }).Build().RunAsync();
        SnapshotRestore.RegisterAfterRestore(() => default);
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);
}
