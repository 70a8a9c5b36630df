using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class FragmentTests
{
    [Fact]
    public void The_users_value_wins_at_any_depth_and_the_rest_stays()
    {
        var template = Merge("""{ "Resources": { "Items": { "Properties": { "SSESpecification": { "SSEType": "KMS" }, "BillingMode": "PROVISIONED" } } } }""");

        Assert.Equal("""{"SSEEnabled":true,"SSEType":"KMS"}""", template.Text("Resources/Items/Properties/SSESpecification"));
        Assert.Equal("\"PROVISIONED\"", template.Text("Resources/Items/Properties/BillingMode"));
        Assert.Equal("\"AWS::DynamoDB::Table\"", template.Text("Resources/Items/Type"));
    }

    [Fact]
    public void Null_takes_a_generated_member_away() =>
        Assert.Equal("absent", Merge("""{ "Resources": { "Items": { "DeletionPolicy": null } } }""").Text("Resources/Items/DeletionPolicy"));

    [Fact]
    public void An_intrinsic_function_replaces_what_stood_there()
    {
        var template = Merge("""{ "Resources": { "Items": { "Properties": { "SSESpecification": { "Fn::If": ["X", 1, 2] } } } } }""");

        Assert.Equal("""{"Fn::If":["X",1,2]}""", template.Text("Resources/Items/Properties/SSESpecification"));
    }

    [Fact]
    public void A_condition_on_a_resource_is_added_to_it()
    {
        var template = Merge("""{ "Resources": { "Items": { "Condition": "IsProduction" } } }""");

        Assert.Equal("\"IsProduction\"", template.Text("Resources/Items/Condition"));
        Assert.Equal("\"AWS::DynamoDB::Table\"", template.Text("Resources/Items/Type"));
    }

    [Fact]
    public void Lists_are_replaced_as_a_whole()
    {
        var template = Merge("""{ "Resources": { "Items": { "Properties": { "KeySchema": [] } } } }""");

        Assert.Equal("[]", template.Text("Resources/Items/Properties/KeySchema"));
    }

    [Fact]
    public void New_sections_and_resources_are_taken_over()
    {
        var template = Merge("""{ "Mappings": { "A": {} }, "Resources": { "Extra": { "Type": "AWS::SNS::Topic" } }, "Unknown": 1, "Description": "Mine" }""");

        Assert.Equal("""{"A":{}}""", template.Text("Mappings"));
        Assert.Equal("\"AWS::SNS::Topic\"", template.Text("Resources/Extra/Type"));
        Assert.Equal("\"Mine\"", template.Text("Description"));
        Assert.Equal("absent", template.Text("Unknown"));
    }

    [Fact]
    public void Another_transform_runs_beside_the_one_of_SAM()
    {
        Assert.Equal("""["AWS::LanguageExtensions","AWS::Serverless-2016-10-31"]""", Merge("""{ "Transform": "AWS::LanguageExtensions" }""").Text("Transform"));
        Assert.Equal("\"AWS::Serverless-2016-10-31\"", Merge("""{ "Transform": ["AWS::Serverless-2016-10-31"] }""").Text("Transform"));
    }

    [Fact]
    public void A_fragment_that_is_not_JSON_adds_nothing() => Assert.Equal("\"AWS::DynamoDB::Table\"", Merge("{ nonsense").Text("Resources/Items/Type"));

    private static Serverless.Model.Json.JsonObject Merge(string fragment) =>
        TemplateAccess.Render(Make.Application(resources: [Make.Table()]) with { Fragments = EquatableArray.Of(Make.Fragment(fragment)) });
}
