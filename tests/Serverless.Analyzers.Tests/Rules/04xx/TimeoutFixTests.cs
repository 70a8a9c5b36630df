using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.HttpClientTimeoutRule>, Serverless.Analyzers.CodeFixes.HttpClientTimeoutFixer>;

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
}
