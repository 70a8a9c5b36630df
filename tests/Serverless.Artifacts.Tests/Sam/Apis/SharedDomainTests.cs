using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

/// <summary>A domain exists once, whoever answers under it.</summary>
public sealed class SharedDomainTests
{
    private static readonly DomainSettings Domain = new() { Name = Make.Value("shop.example"), Certificate = Make.Value("arn:aws:acm:eu-west-1:123456789012:certificate/1") };

    [Fact]
    public void APIs_of_one_domain_have_it_made_once_with_a_path_for_each()
    {
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api() with { Domain = Domain with { BasePath = "front" } }]) with
        {
            RestApis = EquatableArray.Of(Make.RestApi() with { Domain = Domain with { BasePath = "shop/v1", HostedZone = Make.Value("Z1"), Truststore = Make.Value("s3://bucket/key") } }),
        });

        Assert.Equal("absent", template.Text("Resources/AppApi/Properties/Domain"));
        Assert.Equal("absent", template.Text("Resources/ShopApi/Properties/Domain"));
        Assert.Equal(["AppApiDomain"], template.Ids().Where(static id => id.EndsWith("Domain", StringComparison.Ordinal)));
        Assert.Equal("""{"TruststoreUri":"s3://bucket/key"}""", template.Text("Resources/AppApiDomain/Properties/MutualTlsAuthentication"));
        Assert.Equal("\"Z1\"", template.Text("Resources/AppApiRecords/Properties/HostedZoneId"));
        Assert.Equal(
            """{"ApiId":{"Ref":"AppApi"},"DomainName":{"Ref":"AppApiDomain"},"Stage":{"Fn::Sub":"${AppApi.Stage}"},"ApiMappingKey":"front"}""",
            template.Text("Resources/AppApiMapping/Properties"));
        Assert.Equal(
            """{"ApiId":{"Ref":"ShopApi"},"DomainName":{"Ref":"AppApiDomain"},"Stage":{"Fn::Sub":"${ShopApi.Stage}"},"ApiMappingKey":"shop/v1"}""",
            template.Text("Resources/ShopApiMapping/Properties"));
    }

    [Fact]
    public void A_domain_of_one_API_is_SAMs()
    {
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api() with { Domain = Domain }, Make.Api("OtherApi") with { Domain = Domain with { Name = Make.Value("other.example") } }]));

        Assert.Equal("\"shop.example\"", template.Text("Resources/AppApi/Properties/Domain/DomainName"));
        Assert.Equal("\"other.example\"", template.Text("Resources/OtherApi/Properties/Domain/DomainName"));
        Assert.DoesNotContain(template.Ids(), static id => id.EndsWith("Mapping", StringComparison.Ordinal));
    }

    /// <summary>API Gateway maps WebSocket APIs to domains of their own.</summary>
    [Fact]
    public void A_WebSocket_API_shares_with_its_kind_alone()
    {
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api() with { Domain = Domain }]) with
        {
            WebSocketApis = EquatableArray.Of(Make.WebSocketApi() with { Domain = Domain with { BasePath = "a" } }, Make.WebSocketApi("NewsApi") with { Domain = Domain with { BasePath = "b" } }),
        });

        Assert.NotEqual("absent", template.Text("Resources/AppApi/Properties/Domain"));
        Assert.Equal("""{"Ref":"ChatApiDomain"}""", template.Text("Resources/NewsApiMapping/Properties/DomainName"));
        Assert.Equal("""{"Ref":"NewsApiStage"}""", template.Text("Resources/NewsApiMapping/Properties/Stage"));
    }
}
