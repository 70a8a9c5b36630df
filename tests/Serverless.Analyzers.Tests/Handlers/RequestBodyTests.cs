using System.Text;

namespace Serverless.Analyzers.Tests.Handlers;

public sealed class RequestBodyTests
{
    private const string Good = """{"lines":[{"sku":"a1","quantity":2}],"email":"a@b.example"}""";

    private static Task<Answer> Send(string id, RouteCall call) => Shop.Handlers.Send(id, call);

    [Fact]
    public async Task A_body_is_bound_and_answered_with_the_status_of_the_route()
    {
        var answer = await Send("RoutesOrder", RouteCall.Post("/orders", Good, "application/json; charset=utf-8"));
        Assert.Equal(201, answer.Status);
        Assert.Equal("a1", answer.Json.GetProperty("lines")[0].GetProperty("sku").GetString());
    }

    [Theory]
    [InlineData("""{"lines":[{"sku":"a1","quantity":2}]}""", "body #/email: is required")]
    [InlineData("""{"lines":null,"email":"a@b"}""", "body #/lines: is required")]
    [InlineData("""{"lines":[],"email":"a@b"}""", "body #/lines: must have at least 1 items")]
    [InlineData("""{"lines":[{"sku":"a1"}],"email":"a@b"}""", "body #/lines/0/quantity: must be between 1 and 100\nbody #/lines/0/quantity: is required")]
    [InlineData("""{"lines":[{"sku":"a1","quantity":0},null],"email":"ab"}""", "body #/lines/0/quantity: must be between 1 and 100\nbody #/lines/1: must not be null\nbody #/email: must be an e-mail address")]
    [InlineData("""{"lines":[{"sku":"a1","quantity":1}],"email":"a@b","more":{"x/y":{"sku":"toolong","quantity":1}}}""", "body #/more/*/sku: must have 1 to 5 characters")]
    [InlineData("""{"lines":[{"sku":"a1","quantity":"two"}],"email":"a@b"}""", "body #/lines/0/quantity: is missing a member or has a value of the wrong type")]
    [InlineData("""[]""", "body #: is not the JSON that is expected (line 1, byte 2)")]
    [InlineData("""null""", "body #: must not be null")]
    [InlineData("""{"lines":""", "body #/lines: is missing a member or has a value of the wrong type")]
    public async Task Every_fault_of_a_body_is_named_with_its_place(string body, string faults)
    {
        var answer = await Send("RoutesOrder", RouteCall.Post("/orders", body));
        Assert.Equal(400, answer.Status);
        Assert.Equal(faults, answer.Faults);
    }

    [Theory]
    [InlineData("""{"kind":"circle","colour":"red","radius":3}""", 200, "red 3")]
    [InlineData("""{"kind":"line","colour":"red"}""", 400, null)]
    [InlineData("""{"colour":"red","radius":3}""", 400, null)]
    public async Task An_abstract_type_that_lists_its_derived_types_is_a_body(string body, int status, string? text)
    {
        var answer = await Send("RoutesDraw", RouteCall.Post("/shapes", body));
        Assert.Equal(status, answer.Status);
        if (text is not null)
            Assert.Equal(text, answer.Body);
    }

    [Fact]
    public async Task A_missing_body_is_a_fault_unless_the_parameter_is_nullable()
    {
        Assert.Equal("body #: is required", (await Send("RoutesOrder", RouteCall.Get("/orders"))).Faults);
        Assert.Equal("-1", (await Send("RoutesLines", RouteCall.Get("/lines"))).Body);
        Assert.Equal("1", (await Send("RoutesLines", RouteCall.Post("/lines", """[{"sku":"a","quantity":1}]"""))).Body);
        Assert.Equal("body #/0/quantity: must be between 1 and 100\nbody #/0/quantity: is required", (await Send("RoutesLines", RouteCall.Post("/lines", """[{"sku":"a"}]"""))).Faults);
    }

    [Fact]
    public async Task A_required_member_that_the_serialiser_misses_is_named()
    {
        Assert.Equal("body #/limit: is required", (await Send("RoutesSave", RouteCall.Post("/settings", """{"name":"x"}"""))).Faults);
        Assert.Equal("""{"limit":0,"name":"none"}""", (await Send("RoutesSave", RouteCall.Post("/settings", """{"limit":0}"""))).Body);
    }

    [Fact]
    public async Task An_object_that_validates_itself_is_asked()
    {
        Assert.Equal("body #/to: must not be before from", (await Send("RoutesSavePeriod", RouteCall.Post("/period", """{"from":"2026-02-01","to":"2026-01-01"}"""))).Faults);
        Assert.Equal(200, (await Send("RoutesSavePeriod", RouteCall.Post("/period", """{"from":"2026-01-01","to":"2026-02-01"}"""))).Status);
    }

    [Fact]
    public async Task A_value_that_is_present_and_zero_is_not_absent()
    {
        Assert.Equal("body #/from: is required", (await Send("RoutesSavePeriod", RouteCall.Post("/period", """{"to":"2026-02-01"}"""))).Faults);
        Assert.Equal(200, (await Send("RoutesSavePeriod", RouteCall.Post("/period", """{"from":"0001-01-01","to":"2026-02-01"}"""))).Status);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/problem+json", 201)]
    [InlineData("Application/JSON", 201)]
    public async Task The_content_type_must_be_json(string contentType, int status)
    {
        Assert.Equal(status, (await Send("RoutesOrder", RouteCall.Post("/orders", Good, contentType))).Status);
    }

    [Theory]
    [InlineData("take=0", "query take: must be between 1 and 50")]
    [InlineData("take=51&email=x&word=A1&pick=c&even=3&ids=1", "query take: must be between 1 and 50\nquery email: must be an e-mail address\nquery word: has the wrong form\nquery pick: must be one of the allowed values\nquery even: must be even\nquery ids: must have at least 2 items")]
    public async Task Validation_attributes_of_parameters_are_checked(string query, string faults)
    {
        Assert.Equal(faults, (await Send("RoutesChecked", RouteCall.Get("/checked", query))).Faults);
    }

    [Fact]
    public async Task Valid_parameters_pass()
    {
        Assert.Equal("fine", (await Send("RoutesChecked", RouteCall.Get("/checked", "take=50&email=a@b&word=abc&pick=b&even=4&ids=1&ids=2"))).Body);
    }

    [Fact]
    public async Task Raw_bodies_are_passed_as_they_are()
    {
        var bytes = new byte[] { 0, 200, 13 };
        Assert.Equal(bytes, Convert.FromBase64String((await Send("RoutesBytes", RouteCall.PostBytes("/bytes", bytes, "image/png"))).Body));
        Assert.Equal(bytes, Convert.FromBase64String((await Send("RoutesRaw", RouteCall.PostBytes("/stream", bytes, "image/png"))).Body));
        Assert.Equal("", (await Send("RoutesBytes", RouteCall.Get("/bytes"))).Body);
    }

    [Fact]
    public async Task A_base64_body_is_decoded_before_it_is_read_as_json()
    {
        Assert.Equal(201, (await Send("RoutesOrder", RouteCall.PostBytes("/orders", Encoding.UTF8.GetBytes("\uFEFF" + Good)))).Status);
    }
}
