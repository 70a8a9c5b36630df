using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Permissions;

public sealed class MachinePermissionTests
{
    [Fact]
    public void A_machine_may_do_exactly_what_its_states_do()
    {
        var application = DocumentPipelineModel.Create();

        Assert.Equal(
            [
                "Allow lambda:InvokeFunction on ${DocumentPipelineCheckFile.Arn},${DocumentPipelineGetMetadata.Arn},${DocumentPipelineGetThumbnail.Arn},${DocumentPipelineExtractText.Arn}",
                "Allow dynamodb:PutItem on ${DocumentsTable.Arn}",
                "Allow sns:Publish on ${Alerts.Arn}",
            ],
            Statements(application.StateMachines[0] with { LogLevel = StateMachineLogLevel.Off }, application));
    }

    [Fact]
    public void Logging_and_tracing_have_no_resources_to_name()
    {
        var statement = Assert.Single(Statements(Make.Machine(Make.Pass("Only")) with { Tracing = true }));

        Assert.EndsWith(" on *", statement, StringComparison.Ordinal);
        Assert.Contains("logs:CreateLogDelivery", statement, StringComparison.Ordinal);
        Assert.Contains("xray:GetSamplingRules", statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dynamodb:getItem", "TableName", "@Items", "dynamodb:GetItem on ${Items.Arn}")]
    [InlineData("dynamodb:updateItem", "TableName", "@Given", "dynamodb:UpdateItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Given}")]
    [InlineData("dynamodb:deleteItem", "TableName", "items", "dynamodb:DeleteItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/items")]
    [InlineData("dynamodb:putItem", "TableName", "arn:aws:dynamodb:eu-central-1:1:table/items", "dynamodb:PutItem on arn:aws:dynamodb:eu-central-1:1:table/items")]
    [InlineData("sns:publish", "TopicArn", "@Alerts", "sns:Publish on ${Alerts.Arn}")]
    [InlineData("sns:publish", "TargetArn", "@Alerts", "sns:Publish on ${Alerts.Arn}")]
    [InlineData("sns:publish", "PhoneNumber", "+4912345", "sns:Publish on *")]
    [InlineData("sqs:sendMessage", "QueueUrl", "@Jobs", "sqs:SendMessage on ${Jobs.Arn}")]
    [InlineData("sqs:sendMessage.waitForTaskToken", "QueueUrl", "@Jobs", "sqs:SendMessage on ${Jobs.Arn}")]
    [InlineData("sqs:sendMessage", "QueueUrl", "https://sqs.eu-central-1.amazonaws.com/123456789012/jobs", "sqs:SendMessage on arn:${AWS::Partition}:sqs:eu-central-1:123456789012:jobs")]
    [InlineData("lambda:invoke.waitForTaskToken", "FunctionName", "@Fn", "lambda:InvokeFunction on ${Fn.Arn}")]
    public void An_integration_is_granted_on_the_resource_that_its_argument_names(string resource, string argument, string value, string expected)
    {
        var parsed = Make.Value(value);
        var data = parsed.Kind == AwsValueKind.Literal ? (AslData)new AslText(value) : new AslReference(parsed);

        Assert.Equal(["Allow " + expected], Statements(Off(Make.Task("Only", resource, (argument, data)))));
    }

    [Theory]
    [InlineData("dynamodb:putItem", "TableName", "dynamodb:PutItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*")]
    [InlineData("sns:publish", "TopicArn", "sns:Publish on arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*")]
    [InlineData("sqs:sendMessage", "QueueUrl", "sqs:SendMessage on arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:*")]
    public void A_resource_that_is_computed_at_run_time_widens_to_its_kind_in_this_account(string resource, string argument, string expected) =>
        Assert.Equal(["Allow " + expected], Statements(Off(Make.Task("Only", resource, (argument, new AslExpression("$states.input.x"))))));

    [Fact]
    public void A_version_of_a_function_is_granted_and_not_the_function()
    {
        var task = Make.Task("Only", "lambda:invoke", ("FunctionName", Make.Reference("@Fn")), ("Qualifier", new AslText("live")));

        Assert.Equal(["Allow lambda:InvokeFunction on ${Fn.Arn}:live"], Statements(Off(task)));
    }

    [Fact]
    public void A_task_with_credentials_needs_only_the_right_to_take_that_role()
    {
        var task = Make.Task("Only", "dynamodb:putItem", ("TableName", Make.Reference("@Items"))) with { CredentialsRole = Make.Value("arn:aws:iam::210987654321:role/writer") };

        Assert.Equal(["Allow sts:AssumeRole on arn:aws:iam::210987654321:role/writer"], Statements(Off(task)));
    }

    [Fact]
    public void States_of_branches_and_processors_count()
    {
        var map = new MapState { Name = "Each", Declaration = Make.At, Processor = new StateGraph("Inner", EquatableArray.Of<State>(Make.FunctionTask("Inner", "Fn"))) };
        var parallel = new ParallelState { Name = "Both", Declaration = Make.At, Branches = EquatableArray.Of(new StateGraph("Each", EquatableArray.Of<State>(map))) };

        Assert.Equal(["Allow lambda:InvokeFunction on ${Fn.Arn}"], Statements(Off(parallel)));
    }

    [Fact]
    public void Grants_to_the_machine_are_added()
    {
        var machine = Off(Make.Pass("Only")) with { Grants = EquatableArray.Of(Make.Allow("s3:GetObject", "arn:aws:s3:::b/*") with { Target = GrantTarget.StateMachine }) };

        Assert.Equal(["Allow s3:GetObject on arn:aws:s3:::b/*"], Statements(machine));
    }

    [Fact]
    public void A_machine_that_needs_nothing_has_no_policy_file()
    {
        var files = ArtifactSet.Render(Make.Application(machines: [Off(Make.Pass("Only"))]), default);

        Assert.DoesNotContain(files, static file => file.Path.StartsWith("policies/", StringComparison.Ordinal));
    }

    private static StateMachine Off(State state) => Make.Machine(state) with { LogLevel = StateMachineLogLevel.Off };

    private static IEnumerable<string> Statements(StateMachine machine, Application? application = null)
    {
        application ??= Make.Application([Make.Function("Fn")], [machine], [Make.Table(), new TopicResource("Alerts", Make.At), new QueueResource("Jobs", Make.At)]) with
        {
            Parameters = EquatableArray.Of(new TemplateParameter("Given", "String", null, null, null, default, false, Make.At)),
        };
        return MachinePermissions.Of(machine, new ReferenceResolver(application)).Select(StatementText.Of);
    }
}
