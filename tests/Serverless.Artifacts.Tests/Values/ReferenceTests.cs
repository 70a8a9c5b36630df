using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Values;

public sealed class ReferenceTests
{
    private static readonly Application Application = Make.Application(
        [Make.Function("Fn")],
        [Make.Machine(Make.Pass("Only"))],
        [Make.Table(), new QueueResource("Queue", Make.At), new TopicResource("Topic", Make.At), new BucketResource("Bucket", Make.At), new EventBusResource("Bus", Make.At)],
        [Make.Api()]) with
    {
        Parameters = EquatableArray.Of(new TemplateParameter("Given", "String", null, null, null, default, false, Make.At)),
        Fragments = EquatableArray.Of(Make.Fragment("{}", "Secret=AWS::SecretsManager::Secret", "Own=Custom::Thing", "Job=AWS::Glue::Job", "Items=AWS::SNS::Topic")),
    };

    [Theory]
    [InlineData("@Items", "Ref", """{"Ref":"Items"}""")]
    [InlineData("@Items", "Name", """{"Ref":"Items"}""")]
    [InlineData("@Items", "Arn", """{"Fn::GetAtt":["Items","Arn"]}""")]
    [InlineData("@Queue", "Ref", """{"Ref":"Queue"}""")]
    [InlineData("@Queue", "Url", """{"Ref":"Queue"}""")]
    [InlineData("@Queue", "Name", """{"Fn::GetAtt":["Queue","QueueName"]}""")]
    [InlineData("@Queue", "Arn", """{"Fn::GetAtt":["Queue","Arn"]}""")]
    [InlineData("@Topic", "Arn", """{"Ref":"Topic"}""")]
    [InlineData("@Topic", "Name", """{"Fn::GetAtt":["Topic","TopicName"]}""")]
    [InlineData("@Flow", "Arn", """{"Ref":"Flow"}""")]
    [InlineData("@Flow", "Name", """{"Fn::GetAtt":["Flow","Name"]}""")]
    [InlineData("@Fn", "Name", """{"Ref":"Fn"}""")]
    [InlineData("@Fn", "Arn", """{"Fn::GetAtt":["Fn","Arn"]}""")]
    [InlineData("@Bucket", "Arn", """{"Fn::GetAtt":["Bucket","Arn"]}""")]
    [InlineData("@Bus", "Arn", """{"Fn::GetAtt":["Bus","Arn"]}""")]
    [InlineData("@AppApi", "Arn", """{"Fn::Sub":"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${AppApi}"}""")]
    [InlineData("@Secret", "Arn", """{"Ref":"Secret"}""")]
    [InlineData("@Own", "Arn", """{"Fn::GetAtt":["Own","Arn"]}""")]
    [InlineData("@Job", "Arn", """{"Fn::Sub":"arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:job/${Job}"}""")]
    public void A_reference_becomes_what_the_place_needs(string value, string form, string expected) =>
        Assert.Equal(expected, Resolve(value, form).ToJson().ToCompactString());

    [Theory]
    [InlineData("@Items/index/*", """{"Fn::Sub":"${Items.Arn}/index/*"}""")]
    [InlineData("@Topic/x", """{"Fn::Sub":"${Topic}/x"}""")]
    [InlineData("@Items.StreamArn", """{"Fn::GetAtt":["Items","StreamArn"]}""")]
    [InlineData("@Topic.Arn", """{"Ref":"Topic"}""")]
    [InlineData("@@home", "\"@home\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("${!aws:username}", """{"Fn::Sub":"${!aws:username}"}""")]
    [InlineData("x-${Given}", """{"Fn::Sub":"x-${Given}"}""")]
    [InlineData("{{resolve:ssm:/a}}", "\"{{resolve:ssm:/a}}\"")]
    public void Every_form_of_the_grammar_has_its_intrinsic(string value, string expected) =>
        Assert.Equal(expected, Resolve(value, "Ref").ToJson().ToCompactString());

    [Theory]
    [InlineData("dynamodb", "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Given}")]
    [InlineData("s3", "arn:${AWS::Partition}:s3:::${Given}")]
    [InlineData("sqs", "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Given}")]
    [InlineData("execute-api", "${Given}")]
    public void The_ARN_of_a_parameter_follows_from_the_service(string service, string expected) =>
        Assert.Equal(expected, new ReferenceResolver(Application).Resolve(Make.Value("@Given"), ReferenceForm.Arn, service).ToPlaceholderText());

    [Fact]
    public void What_is_declared_in_code_goes_before_a_fragment() =>
        Assert.Equal("AWS::DynamoDB::Table", new ReferenceResolver(Application).FindType("Items"));

    [Theory]
    [InlineData("@Topic", "Arn", "${Topic.Arn}")]
    [InlineData("@Queue", "Arn", "${Queue.Arn}")]
    [InlineData("@Bucket/in/*", "Arn", "${Bucket.Arn}/in/*")]
    [InlineData("${!aws:username}", "Ref", "${aws:username}")]
    public void In_files_an_ARN_is_always_spelt_as_one(string value, string form, string expected) =>
        Assert.Equal(expected, Resolve(value, form).ToPlaceholderText());

    [Fact]
    public void Only_what_a_deployment_fills_in_is_a_placeholder() =>
        Assert.Equal(["${A}", "${B.Arn}"], DeployedValue.Sub("x${A}y${!no}z${B.Arn}").Placeholders());

    private static DeployedValue Resolve(string value, string form) => new ReferenceResolver(Application).Resolve(Make.Value(value), Enum.Parse<ReferenceForm>(form));
}
