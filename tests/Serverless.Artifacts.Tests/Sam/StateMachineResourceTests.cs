using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class StateMachineResourceTests
{
    [Fact]
    public void The_template_and_the_file_hold_the_same_definition()
    {
        var application = DocumentPipelineModel.Create();
        var template = TemplateAccess.Render(application);
        var file = ArtifactSet.Render(application, default).Single(static artifact => artifact.Path.EndsWith(".asl.json", StringComparison.Ordinal));

        Assert.Equal(file.Text, template.At("Resources/DocumentPipeline/Properties/Definition") + "\n");
    }

    [Fact]
    public void A_start_has_a_role_that_may_start_this_machine_alone()
    {
        var template = TemplateAccess.Render(DocumentPipelineModel.Create());

        Assert.Equal(
            """[{"Effect":"Allow","Action":"states:StartExecution","Resource":{"Ref":"DocumentPipeline"}}]""",
            template.Text("Resources/DocumentPipelineStartRole/Properties/Policies/0/PolicyDocument/Statement"));
        Assert.Equal("""{"Fn::GetAtt":["DocumentPipelineStartRole","Arn"]}""", template.Text("Resources/DocumentPipelineStart/Properties/Targets/0/RoleArn"));
    }

    [Fact]
    public void The_input_of_an_upload_is_JSON_with_the_members_of_the_event_type()
    {
        var transformer = Start(new S3Start(Make.Value("@Files"), EquatableArray.Of("s3:ObjectCreated:*"), null, null, Make.At)).At("Targets/0/InputTransformer");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bucket"] = "\"b\"", ["key"] = "\"k\"", ["size"] = "5", ["eTag"] = "e", ["versionId"] = "", ["eventName"] = "\"Object Created\"",
        };
        var template = ((Serverless.Model.Json.JsonString)transformer.At("InputTemplate")!).Value;
        foreach (var (name, value) in values)
            template = template.Replace("<" + name + ">", value, StringComparison.Ordinal);

        using var input = System.Text.Json.JsonDocument.Parse(template);

        Assert.Equal(values.Keys, input.RootElement.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(values.Keys, ((Serverless.Model.Json.JsonObject)transformer.At("InputPathsMap")!).Members.Select(static member => member.Name));
        Assert.Equal(5, input.RootElement.GetProperty("size").GetInt64());
    }

    [Theory]
    [InlineData("in/", null, """[{"prefix":"in/"}]""")]
    [InlineData(null, ".pdf", """[{"suffix":".pdf"}]""")]
    [InlineData("in/", ".pdf", """[{"wildcard":"in/*.pdf"}]""")]
    [InlineData("a*b", ".c", """[{"wildcard":"a\\*b*.c"}]""")]
    [InlineData(null, null, "absent")]
    public void A_prefix_and_a_suffix_both_hold(string? prefix, string? suffix, string expected) =>
        Assert.Equal(expected, Start(new S3Start(Make.Value("@Files"), EquatableArray.Of("s3:ObjectCreated:*"), prefix, suffix, Make.At)).Text("EventPattern/detail/object/key"));

    [Fact]
    public void Specific_events_of_one_kind_share_a_pattern()
    {
        var start = Start(new S3Start(Make.Value("@Files"), EquatableArray.Of("s3:ObjectCreated:Put", "s3:ObjectCreated:Copy"), null, null, Make.At));

        Assert.Equal("""["Object Created"]""", start.Text("EventPattern/detail-type"));
        Assert.Equal("""["PutObject","CopyObject"]""", start.Text("EventPattern/detail/reason"));
    }

    [Fact]
    public void An_event_of_every_kind_makes_the_specific_one_needless()
    {
        var start = Start(new S3Start(Make.Value("@Files"), EquatableArray.Of("s3:ObjectCreated:Put", "s3:ObjectCreated:*"), null, null, Make.At));

        Assert.Equal("absent", start.Text("EventPattern/detail/reason"));
    }

    [Fact]
    public void Events_with_different_conditions_are_alternatives_and_have_no_size_when_one_has_none()
    {
        var start = Start(new S3Start(Make.Value("@Files"), EquatableArray.Of("s3:ObjectCreated:*", "s3:ObjectRemoved:DeleteMarkerCreated"), null, null, Make.At));

        Assert.Equal("""["Object Created"]""", start.Text("EventPattern/$or/0/detail-type"));
        Assert.Equal("""["Delete Marker Created"]""", start.Text("EventPattern/$or/1/detail/deletion-type"));
        Assert.Equal("absent", start.Text("Targets/0/InputTransformer/InputPathsMap/size"));
        Assert.Contains("\\\"size\\\": 0,", start.Text("Targets/0/InputTransformer/InputTemplate"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_that_hears_of_two_machines_has_one_policy_for_both()
    {
        var machines = new[] { "First", "Second" }.Select(static id => Make.Machine(Make.Pass("Only")) with { LogicalId = id, NotifyOnFailure = Make.Value("@Alerts") });
        var template = TemplateAccess.Render(Make.Application(machines: machines, resources: [new TopicResource("Alerts", Make.At)]));

        Assert.Equal("""{"ArnEquals":{"aws:SourceArn":{"Fn::GetAtt":["FirstFailure","Arn"]}}}""", template.Text("Resources/AlertsPolicy/Properties/PolicyDocument/Statement/0/Condition"));
        Assert.Equal("""{"ArnEquals":{"aws:SourceArn":{"Fn::GetAtt":["SecondFailure","Arn"]}}}""", template.Text("Resources/AlertsPolicy/Properties/PolicyDocument/Statement/1/Condition"));
        Assert.Equal("""["FAILED","TIMED_OUT","ABORTED"]""", template.Text("Resources/FirstFailure/Properties/EventPattern/detail/status"));
    }

    [Fact]
    public void The_policy_of_a_topic_that_exists_elsewhere_is_left_alone()
    {
        var machine = Make.Machine(Make.Pass("Only")) with { NotifyOnFailure = Make.Value("arn:aws:sns:eu-central-1:123456789012:ops") };
        var template = TemplateAccess.Render(Make.Application(machines: [machine]));

        Assert.Equal("\"arn:aws:sns:eu-central-1:123456789012:ops\"", template.Text("Resources/FlowFailure/Properties/Targets/0/Arn"));
        Assert.DoesNotContain(template.Ids(), static id => id.EndsWith("Policy", StringComparison.Ordinal));
    }

    private static Serverless.Model.Json.JsonNode Start(S3Start start)
    {
        var machine = Make.Machine(Make.Pass("Only")) with { S3Starts = EquatableArray.Of(start) };
        return TemplateAccess.Render(Make.Application(machines: [machine], resources: [new BucketResource("Files", Make.At)])).At("Resources/FlowStart/Properties")!;
    }
}
