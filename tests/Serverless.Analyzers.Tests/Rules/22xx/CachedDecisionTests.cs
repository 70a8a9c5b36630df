using Serverless.Analyzers.Rules;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2206.</summary>
public sealed class CachedDecisionTests
{
    [Theory]
    [InlineData("ResultTtl = 300", "{|SVLS2206:request.Method|} == \"GET\"")]
    [InlineData("ResultTtl = 300", "{|SVLS2206:request.Path|}.Length > 1")]
    [InlineData("ResultTtl = 300", "{|SVLS2206:request.RouteKey|} == \"GET /a\"")]
    [InlineData("ResultTtl = 300", "{|SVLS2206:request.RouteValue(\"id\")|} == key")]
    [InlineData("ResultTtl = 300", "new Func<bool>(() => {|SVLS2206:request.Method|} == \"GET\")()")]
    [InlineData("ResultTtl = 300, IdentitySources = [\"$request.querystring.key\", \"$context.routeKey\"]", "{|SVLS2206:request.RouteValue(\"id\")|} == request.Method")]
    [InlineData("ResultTtl = 300, IdentitySources = [\"$request.querystring.key\", \"$context.routeKey\"]", "request.Method == request.RouteKey + request.Path")]
    [InlineData("ResultTtl = 300, IdentitySources = [\"$request.querystring.key\", \"$context.path\", \"$context.httpMethod\"]", "request.Method == request.Path + request.RouteValue(\"id\")")]
    [InlineData("ResultTtl = 0", "request.Method == \"GET\"")]
    [InlineData("ResultTtl = 300", "request.SourceIp == key && request.Header(\"X\") is null")]
    public Task A_kept_decision_may_read_what_is_in_its_key(string settings, string decision) => Verify($$"""
        using System;
        using Serverless;
        using Serverless.Http;
        public sealed class Gate { [LambdaAuthorizer({{settings}})] public bool Check(string key, RouteRequest request) => {{decision}}; }
        """);

    [Fact]
    public Task Other_methods_may_look_at_the_route() => Verify("""
        using Serverless;
        using Serverless.Http;
        public sealed class Gate { [LambdaAuthorizer(ResultTtl = 300)] public bool Check(string key) => key == "k"; [HttpRoute("GET /a", Authorizer = nameof(Check))] public string A(RouteRequest request) => request.Method; }
        """);

    [Fact]
    public Task Parameters_that_written_sources_leave_out_are_reported() => DeclarationFaults.Verify("""
        using Serverless;
        using Serverless.Http;
        public sealed class Gate
        {
            [LambdaAuthorizer(ResultTtl = 300, IdentitySources = ["$request.header.x-key"])]
            public bool One([BindHeader("X-Key")] string key, [BindHeader("X-Shop")] string {|SVLS2206:shop|}, [BindStageVariable] string {|SVLS2206:mode|}) => key == shop + mode;

            [LambdaAuthorizer(IdentitySources = ["$request.header.X-Key"])]
            public bool Two([BindHeader("X-Key")] string key, [BindHeader("X-Shop")] string shop) => key == shop;

            [LambdaAuthorizer(ResultTtl = 300)]
            public bool Three([BindHeader("X-Key")] string key, [BindHeader("X-Shop")] string? shop = null) => key == shop;
        }
        """);

    private static async Task Verify(string source)
    {
        var project = TestProject.Of(source);
        var reported = await DeclarationFaults.Analyze(project, new CachedDecisionAnalyzer(), new DeclarationAnalyzer());
        DeclarationFaults.Compare(project, reported.Where(static d => d.Id == "SVLS2206"));
    }
}
