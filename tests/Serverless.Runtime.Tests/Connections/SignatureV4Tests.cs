using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.SQS;
using Amazon.SQS.Model;
using Serverless.Runtime;

namespace Serverless.Tests.Connections;

public sealed class SignatureV4Tests
{
    private static readonly AwsCredentials Example = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);
    private static readonly DateTimeOffset ExampleTime = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    /// <summary>Cases of the test suite that AWS publishes for the algorithm: the name says which.</summary>
    [Theory]
    [InlineData("get-vanilla", "GET", "/", "", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-query-order-key-case", "GET", "/", "Param2=value2&Param1=value1", "", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("post-vanilla", "POST", "/", "", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("get-utf8", "GET", "/ሴ", "", "", "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("get-space", "GET", "/example space/", "", "", "", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741")]
    [InlineData("post-x-www-form-urlencoded", "POST", "/", "", "application/x-www-form-urlencoded", "Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void Published_vectors_are_met(string name, string method, string path, string query, string contentType, string body, string signature)
    {
        List<(string, string)> headers = [("X-Amz-Date", "20150830T123600Z"), ("Host", "example.amazonaws.com")];
        if (contentType.Length > 0)
            headers.Add(("Content-Type", contentType));
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Split('=')).Select(static p => (p[0], p[1]));
        var authorization = SignatureV4.Authorization(method, path, pairs, headers, Encoding.UTF8.GetBytes(body), Example, "us-east-1", "service", ExampleTime);
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={(contentType.Length > 0 ? "content-type;" : "")}host;x-amz-date, Signature={signature}",
            authorization);
        Assert.NotEmpty(name);
    }

    /// <summary>The SDK of AWS signs the same request; its own set of headers is signed here too.</summary>
    [Theory]
    [InlineData("abc=", "hello", null)]
    [InlineData("L0SM9cOFvHcCIhw=", "{\"a\":1}", "token/with+signs==")]
    [InlineData("a+b/c=", "", null)]
    public void The_sdk_signs_alike(string connectionId, string body, string? token)
    {
        var time = new DateTime(2026, 11, 28, 10, 0, 0, DateTimeKind.Utc);
        var request = new DefaultRequest(new SendMessageRequest(), "execute-api")
        {
            HttpMethod = "POST",
            Endpoint = new Uri("https://api.execute-api.eu-central-1.amazonaws.com"),
            ResourcePath = "/live/@connections/{ConnectionId}",
            Content = Encoding.UTF8.GetBytes(body),
        };
        request.AddPathResource("{ConnectionId}", connectionId);
        if (token is not null)
            request.Headers["X-Amz-Security-Token"] = token;
        var config = new AmazonSQSConfig { AuthenticationRegion = "eu-central-1", AuthenticationServiceName = "execute-api" };
        var expected = new AWS4Signer().SignRequest(request, config, null, "AKIDEXAMPLE", Example.SecretAccessKey, time);

        var wire = AmazonServiceClient.ComposeUrl(request);
        var signed = expected.SignedHeaders.Split(';');
        var headers = request.Headers.Where(h => signed.Contains(h.Key.ToLowerInvariant(), StringComparer.Ordinal)).Select(static h => (h.Key, h.Value)).ToList();
        var ours = SignatureV4.Authorization("POST", wire.AbsolutePath, [], headers, Encoding.UTF8.GetBytes(body), Example, "eu-central-1", "execute-api", new DateTimeOffset(time));
        Assert.EndsWith("Signature=" + expected.Signature, ours, StringComparison.Ordinal);
        Assert.Contains("SignedHeaders=" + expected.SignedHeaders, ours, StringComparison.Ordinal);
        Assert.Equal(time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), expected.ISO8601DateTime);
    }

    [Fact]
    public void Credentials_do_not_print_their_secrets() =>
        Assert.Equal("AKIDEXAMPLE", new AwsCredentials("AKIDEXAMPLE", "secret", "token").ToString());
}
