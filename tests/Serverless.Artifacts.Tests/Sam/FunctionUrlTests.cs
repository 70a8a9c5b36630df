using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class FunctionUrlTests
{
    [Theory]
    [InlineData(false, false, """{"AuthType":"AWS_IAM","InvokeMode":"BUFFERED"}""")]
    [InlineData(true, false, """{"AuthType":"NONE","InvokeMode":"BUFFERED"}""")]
    [InlineData(false, true, """{"AuthType":"AWS_IAM","InvokeMode":"RESPONSE_STREAM"}""")]
    public void An_address_is_signed_unless_it_is_public(bool isPublic, bool isStreaming, string expected)
    {
        var template = TemplateAccess.Render(Make.Application([Make.Function() with { Url = new FunctionUrl(isPublic, isStreaming, null, Make.At) }]));

        Assert.Equal(expected, template.Text("Resources/Work/Properties/FunctionUrlConfig"));
        Assert.Equal("""{"Fn::GetAtt":["WorkUrl","FunctionUrl"]}""", template.Text("Outputs/WorkUrl/Value"));
    }

    [Fact]
    public void CORS_is_written_as_for_an_HTTP_API()
    {
        var cors = new CorsSettings(EquatableArray.Of("https://a.example"), EquatableArray.Of("GET"), default, default, 60, true);

        Assert.Equal(
            """{"AllowOrigins":["https://a.example"],"AllowMethods":["GET"],"MaxAge":60,"AllowCredentials":true}""",
            TemplateAccess.Render(Make.Application([Make.Function() with { Url = new FunctionUrl(false, false, cors, Make.At) }])).Text("Resources/Work/Properties/FunctionUrlConfig/Cors"));
    }
}
