using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Header = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.SharedClientReconfiguredRule>, Serverless.Analyzers.CodeFixes.RequestSettingFixer>;
using Keep = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.SharedClientDisposedRule>, Serverless.Analyzers.CodeFixes.KeepSharedClientFixer>;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class SharedClientFixTests
{
    [Fact]
    public Task The_disposal_of_a_shared_client_is_removed_in_every_form() => Keep.Check(
        """
        private static readonly HttpClient Http = new();
        private readonly AmazonS3Client _s3 = new();

        [LambdaFunction]
        public async Task Handle(Request r)
        {
            // the bucket
            using var s3 = {|SVLS0113:_s3|};
            using ({|SVLS0113:Http|})
            {
                // the page
                await Http.GetAsync(r.Path);
                await Task.Yield();
            }

            using (var http = {|SVLS0113:Http|})
            {
                await http.GetAsync(r.Path);
            }

            try
            {
                await s3.ListBucketsAsync();
            }
            finally
            {
                {|SVLS0113:Http.Dispose()|};
            }

            {|SVLS0113:_s3?.Dispose()|};
        }
        """,
        """
        private static readonly HttpClient Http = new();
        private readonly AmazonS3Client _s3 = new();

        [LambdaFunction]
        public async Task Handle(Request r)
        {
            // the bucket
            var s3 = _s3;
            // the page
            await Http.GetAsync(r.Path);
            await Task.Yield();

            {
                var http = Http;
                await http.GetAsync(r.Path);
            }

            await s3.ListBucketsAsync();
        }
        """);

    [Fact]
    public Task A_catch_keeps_its_try() => Keep.Check(
        """
        private static readonly HttpClient Http = new();

        [LambdaFunction]
        public async Task Handle(Request r)
        {
            try
            {
                await Http.GetAsync(r.Path);
            }
            catch (HttpRequestException)
            {
            }
            finally
            {
                {|SVLS0113:Http.Dispose()|};
            }
        }
        """,
        """
        private static readonly HttpClient Http = new();

        [LambdaFunction]
        public async Task Handle(Request r)
        {
            try
            {
                await Http.GetAsync(r.Path);
            }
            catch (HttpRequestException)
            {
            }
        }
        """);

    [Fact]
    public Task A_disposal_that_is_an_expression_is_left() =>
        Keep.CheckNone("private static readonly HttpClient Http = new(); [LambdaFunction] public void Handle(Request r) => {|SVLS0113:Http.Dispose()|};");

    [Fact]
    public Task A_header_goes_on_the_request() => Header.Check(
        """
        private static readonly HttpClient Http = new();

        [LambdaFunction]
        public async Task<string> Handle(Request r, CancellationToken ct)
        {
            {|SVLS0110:Http.DefaultRequestHeaders.Authorization = new("Bearer", r.Id)|};
            {|SVLS0110:Http.DefaultRequestHeaders.Add("x-tenant", r.Id)|};
            // asks
            var response = await Http.GetAsync(r.Path, ct);
            return response.StatusCode.ToString();
        }
        """,
        """
        private static readonly HttpClient Http = new();

        [LambdaFunction]
        public async Task<string> Handle(Request r, CancellationToken ct)
        {
            // asks
            using var request = new HttpRequestMessage(HttpMethod.Get, r.Path);
            request.Headers.Authorization = new("Bearer", r.Id);
            request.Headers.Add("x-tenant", r.Id);
            var response = await Http.SendAsync(request, ct);
            return response.StatusCode.ToString();
        }
        """);

    [Fact]
    public Task A_body_and_a_message_in_hand_are_kept() => Header.Check(
        """
        private readonly HttpClient _http = new();

        [LambdaFunction]
        public async Task Handle(Request r)
        {
            {|SVLS0110:_http.DefaultRequestHeaders.Authorization = new("Bearer", r.Id)|};
            await _http.PostAsync(r.Path, new StringContent(r.Id));
        }

        [LambdaFunction]
        public async Task Other(Request r)
        {
            var message = new HttpRequestMessage(HttpMethod.Get, r.Path);
            {|SVLS0110:_http.DefaultRequestHeaders.Authorization = new("Bearer", r.Id)|};
            await _http.SendAsync(message);
        }
        """,
        """
        private readonly HttpClient _http = new();

        [LambdaFunction]
        public async Task Handle(Request r)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, r.Path) { Content = new StringContent(r.Id) };
            request.Headers.Authorization = new("Bearer", r.Id);
            await _http.SendAsync(request);
        }

        [LambdaFunction]
        public async Task Other(Request r)
        {
            var message = new HttpRequestMessage(HttpMethod.Get, r.Path);
            message.Headers.Authorization = new("Bearer", r.Id);
            await _http.SendAsync(message);
        }
        """);

    [Theory]
    [InlineData("{|SVLS0110:Http.Timeout = TimeSpan.FromSeconds(1)|}; Http.GetAsync(r.Path);")]
    [InlineData("{|SVLS0110:Http.DefaultRequestHeaders.Host = r.Id|}; Http.GetStringAsync(r.Path);")]
    [InlineData("{|SVLS0110:Http.DefaultRequestHeaders.Host = r.Id|}; Http.GetAsync(r.Path); Http.GetAsync(r.Path);")]
    [InlineData("{|SVLS0110:Http.DefaultRequestHeaders.Host = r.Id|}; Http.GetAsync(r.Path, HttpCompletionOption.ResponseHeadersRead);")]
    [InlineData("{|SVLS0110:Http.DefaultRequestHeaders.Host = r.Id|}; var request = 1; Http.GetAsync(r.Path);")]
    [InlineData("{|SVLS0110:Http.DefaultRequestHeaders.Host = r.Id|};")]
    public Task What_no_single_request_can_carry_is_left(string statements) =>
        Header.CheckNone($"static readonly HttpClient Http = new(); [LambdaFunction] public void Handle(Request r) {{ {statements} }}");

    [Fact]
    public void Both_can_fix_everything()
    {
        Assert.NotNull(new RequestSettingFixer().GetFixAllProvider());
        Assert.NotNull(new KeepSharedClientFixer().GetFixAllProvider());
        Assert.Equal([StateRules.SharedClientReconfigured.Id], new RequestSettingFixer().FixableDiagnosticIds.ToArray());
    }
}
