using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2701.</summary>
public sealed class TemplateFragmentTests
{
    private const string Function = "using Serverless; public sealed class Orders { [ServerlessFunction] public int Count() => 1; }";

    [Theory]
    [InlineData("""{ "Resources": { "A": {|SVLS2701:x|} } }""")]
    [InlineData("""{|SVLS2701:[]|}""")]
    [InlineData("""{ {|SVLS2701:"Resource"|}: {} }""")]
    [InlineData("""{ {|SVLS2701:"Resources"|}: [] }""")]
    [InlineData("""{ "Resources": { {|SVLS2701:"A"|}: 1 } }""")]
    [InlineData("""{ "Resources": { "A": { "Type": "AWS::SQS::Queue" } }, "Parameters": { {|SVLS2701:"A"|}: { "Type": "String" } } }""")]
    public Task A_fragment_that_cannot_be_merged_is_reported_where_it_breaks(string json) => DeclarationFaults.Verify(TestProject.Of(Function).WithFragment(json));

    [Fact]
    public Task One_id_may_stand_in_one_fragment() => DeclarationFaults.Verify(TestProject.Of(Function)
        .WithFragment("""{ "Resources": { "A": { "Type": "AWS::SQS::Queue" } } }""", "a.json")
        .WithFragment("""{ "Resources": { {|SVLS2701:"A"|}: { "Type": "AWS::SQS::Queue" } } }""", "b.json"));

    [Fact]
    public Task Comments_other_sections_and_an_overlay_of_a_generated_resource_are_fine() => DeclarationFaults.Verify(TestProject.Of(Function).WithFragment("""
        {
          // ours
          "AWSTemplateFormatVersion": "2010-09-09",
          "Conditions": { "IsProd": { "Fn::Equals": ["a", "b"] } },
          "Resources": { "OrdersCount": { "Properties": { "Tags": { "team": "shop" } } } },
          "Outputs": { "A": { "Value": "b" } }
        }
        """));

    [Fact]
    public void A_project_that_only_has_a_fragment_generates_nothing()
    {
        var run = GeneratorRun.Of(TestProject.Of("public sealed class Plain;").WithFragment("{"));

        Assert.Empty(run.Files);
    }

    [Fact]
    public void The_fault_reaches_the_artifact_class_by_file_name()
    {
        var run = GeneratorRun.Of(TestProject.Of(Function).WithFragment("[]"));

        Assert.StartsWith("SVLS2701\tresources.json\tresources.json: ", run.Faults, StringComparison.Ordinal);
    }
}
