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

    private const string Here = ":${AWS::Region}:${AWS::AccountId}:";

    [Theory]
    [InlineData("dynamodb:query", "dynamodb:Query on ${Items.Arn}", "TableName=@Items")]
    [InlineData("dynamodb:query", "dynamodb:Query on ${Items.Arn}/index/byDate", "TableName=@Items", "IndexName=byDate")]
    [InlineData("dynamodb:describeTable", "dynamodb:DescribeTable on arn:${AWS::Partition}:dynamodb" + Here + "table/items", "TableName=items")]
    [InlineData("s3:getObject", "s3:GetObject on arn:${AWS::Partition}:s3:::reports/a/b.json", "Bucket=reports", "Key=a/b.json")]
    [InlineData("s3:getObject", "s3:GetObjectVersion on arn:${AWS::Partition}:s3:::reports/a", "Bucket=reports", "Key=a", "VersionId=1")]
    [InlineData("s3:listObjectsV2", "s3:ListBucket on arn:${AWS::Partition}:s3:::reports", "Bucket=reports", "Prefix=a/")]
    [InlineData("s3:deleteBucketTagging", "s3:PutBucketTagging on arn:${AWS::Partition}:s3:::reports", "Bucket=reports")]
    [InlineData("secretsmanager:getSecretValue", "secretsmanager:GetSecretValue on arn:${AWS::Partition}:secretsmanager" + Here + "secret:db-*", "SecretId=db")]
    [InlineData("ssm:getParameter", "ssm:GetParameter on arn:${AWS::Partition}:ssm" + Here + "parameter/app/key", "Name=/app/key")]
    [InlineData("sqs:receiveMessage", "sqs:ReceiveMessage on ${Jobs.Arn}", "QueueUrl=@Jobs")]
    [InlineData("sqs:sendMessageBatch", "sqs:SendMessage on ${Jobs.Arn}", "QueueUrl=@Jobs")]
    [InlineData("sns:publish", "sns:Publish on ${Alerts.Arn}", "TopicArn=@Alerts")]
    [InlineData("sns:subscribe", "sns:Subscribe on ${Alerts.Arn}", "TopicArn=@Alerts")]
    [InlineData("lambda:invoke", "lambda:InvokeFunction on ${Fn.Arn}", "FunctionName=@Fn")]
    [InlineData("lambda:getFunction", "lambda:GetFunction on ${Fn.Arn}", "FunctionName=@Fn")]
    [InlineData("sfn:startSyncExecution", "states:StartSyncExecution on ${Flow.Arn}", "StateMachineArn=@Flow")]
    [InlineData("sfn:describeExecution", "states:DescribeExecution on arn:aws:states:eu-central-1:1:execution:a:b", "ExecutionArn=arn:aws:states:eu-central-1:1:execution:a:b")]
    [InlineData("eventbridge:putEvents", "events:PutEvents on arn:${AWS::Partition}:events" + Here + "event-bus/default")]
    [InlineData("kinesis:putRecord", "kinesis:PutRecord on arn:${AWS::Partition}:kinesis" + Here + "stream/clicks", "StreamName=clicks")]
    [InlineData("kinesis:putRecord", "kinesis:PutRecord on arn:aws:kinesis:eu-central-1:1:stream/clicks", "StreamARN=arn:aws:kinesis:eu-central-1:1:stream/clicks")]
    [InlineData("glue:startCrawler", "glue:StartCrawler on arn:${AWS::Partition}:glue" + Here + "crawler/crawl", "Name=crawl")]
    [InlineData("ec2:describeInstances", "ec2:DescribeInstances on *")]
    [InlineData("kms:decrypt", "kms:Decrypt on arn:${AWS::Partition}:kms" + Here + "key/*", "CiphertextBlob=x")]
    [InlineData("athena:getQueryResults", "athena:GetQueryResults on arn:${AWS::Partition}:athena" + Here + "workgroup/*|s3:GetObject on arn:${AWS::Partition}:s3:::* if", "QueryExecutionId=x")]
    public void A_call_of_the_sdk_is_granted_on_what_its_arguments_name(string call, string expected, params string[] arguments)
    {
        var data = arguments.Select(static argument => argument.Split('=', 2)).Select(static pair => (pair[0], Data(pair[1]))).ToArray();

        Assert.Equal(expected.Split('|').Select(static s => "Allow " + s), Statements(Off(Make.Task("Only", "aws-sdk:" + call, data))));
    }

    [Fact]
    public void A_transaction_is_granted_each_of_its_actions_on_its_table()
    {
        var items = new AslList(EquatableArray.Of<AslData>(
            Make.Object(("Put", Make.Object(("TableName", Make.Reference("@Items"))))),
            Make.Object(("ConditionCheck", Make.Object(("TableName", new AslText("stock"))))),
            Make.Object(("Update", Make.Object(("TableName", Make.Reference("@Items")))))));

        Assert.Equal(
            [
                "Allow dynamodb:ConditionCheckItem on arn:${AWS::Partition}:dynamodb" + Here + "table/stock",
                "Allow dynamodb:PutItem,dynamodb:UpdateItem on ${Items.Arn}",
            ],
            Statements(Off(Make.Task("Only", "aws-sdk:dynamodb:transactWriteItems", ("TransactItems", items)))));
    }

    [Theory]
    [InlineData("SELECT * FROM items", "dynamodb:PartiQLSelect")]
    [InlineData("delete from items", "dynamodb:PartiQLDelete")]
    [InlineData(null, "dynamodb:PartiQLDelete,dynamodb:PartiQLInsert,dynamodb:PartiQLSelect,dynamodb:PartiQLUpdate")]
    public void A_statement_of_PartiQL_is_granted_by_its_first_word(string? statement, string expected) =>
        Assert.Equal(
            ["Allow " + expected + " on arn:${AWS::Partition}:dynamodb" + Here + "table/*"],
            Statements(Off(Make.Task("Only", "aws-sdk:dynamodb:executeStatement", ("Statement", statement is null ? new AslExpression("$states.input.q") : new AslText(statement))))));

    [Fact]
    public void A_schedule_passes_its_role_to_the_scheduler()
    {
        var target = Make.Object(("Arn", Make.Reference("@Fn.Arn")), ("RoleArn", new AslText("arn:aws:iam::1:role/caller")));
        var task = Make.Task("Only", "aws-sdk:scheduler:createSchedule", ("Name", new AslText("later")), ("Target", target));

        Assert.Equal(
            ["Allow scheduler:CreateSchedule on arn:${AWS::Partition}:scheduler" + Here + "schedule/default/later", "Allow iam:PassRole on arn:aws:iam::1:role/caller if"],
            Statements(Off(task)));
    }

    [Fact]
    public void A_role_that_a_call_hands_over_is_passed_and_none_that_it_may_hand_over()
    {
        var task = Make.Task("Only", "aws-sdk:firehose:createDeliveryStream", ("DeliveryStreamName", new AslText("logs")));

        Assert.Equal(["Allow firehose:CreateDeliveryStream on arn:${AWS::Partition}:firehose" + Here + "deliverystream/logs"], Statements(Off(task)));
    }

    [Fact]
    public void An_unknown_call_of_a_known_service_is_granted_on_everything_rather_than_not() =>
        Assert.Equal(["Allow dynamodb:BrandNewCall on *"], Statements(Off(Make.Task("Only", "aws-sdk:dynamodb:brandNewCall"))));

    private static AslData Data(string value)
    {
        var parsed = Make.Value(value);
        return parsed.Kind == AwsValueKind.Literal ? new AslText(value) : new AslReference(parsed);
    }

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

    [Theory]
    [InlineData("Objects", null, false, "s3:ListBucket on arn:${AWS::Partition}:s3:::in")]
    [InlineData("Objects", null, true, "s3:ListBucket on arn:${AWS::Partition}:s3:::in|s3:GetObject on arn:${AWS::Partition}:s3:::in/a/*")]
    [InlineData("File", null, false, "s3:GetObject on arn:${AWS::Partition}:s3:::in/items.csv")]
    [InlineData("File", "S3_INVENTORY", false, "s3:GetObject on arn:${AWS::Partition}:s3:::in/*")]
    [InlineData("File", "ATHENA_DATA", false, "s3:GetObject on arn:${AWS::Partition}:s3:::in/items.csv|s3:GetObject on arn:${AWS::Partition}:s3:::* if")]
    public void A_distributed_map_runs_its_own_machine_and_reads_and_writes_what_it_names(string source, string? manifest, bool flattens, string expected)
    {
        var location = Make.Object(("Bucket", new AslText("in")), ("Prefix", new AslText("a/")), ("Key", new AslText("items.csv")));
        var map = Distributed(new DistributedMap
        {
            Label = "each",
            Reader = new ItemReader { Source = Enum.Parse<ItemSource>(source), Location = location, ManifestType = manifest, LoadAndFlatten = flattens },
            Writer = new ResultWriter { Location = Make.Object(("Bucket", new AslText("out")), ("Prefix", new AslText("results/"))) },
        });

        const string Executions = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Flow.Name}";
        Assert.Equal(
            [
                "Allow states:StartExecution on ${Flow.Arn}",
                "Allow states:DescribeExecution,states:StopExecution on " + Executions + ":*," + Executions + "/each:*",
                "Allow states:RedriveExecution on " + Executions + "/each:*",
                .. expected.Split('|').Select(static line => "Allow " + line),
                "Allow s3:AbortMultipartUpload,s3:GetObject,s3:ListMultipartUploadParts,s3:PutObject on arn:${AWS::Partition}:s3:::out/results/*",
            ],
            Statements(Off(map)));
    }

    [Fact]
    public void What_a_machine_does_with_itself_stands_beside_its_role_which_the_machine_needs_first()
    {
        var machine = Off(Distributed(new DistributedMap())) with { Grants = EquatableArray.Of(Make.Allow("s3:GetObject", "arn:aws:s3:::b/*") with { Target = GrantTarget.StateMachine }) };
        var template = ArtifactSet.Render(Make.Application(machines: [machine]), default).Single(static file => file.Path == "template.json").Text;
        var resources = System.Text.Json.JsonDocument.Parse(template).RootElement.GetProperty("Resources");

        var role = resources.GetProperty("FlowRole").GetRawText();
        Assert.DoesNotContain("Flow.Name", role, StringComparison.Ordinal);
        Assert.Contains("s3:GetObject", role, StringComparison.Ordinal);
        Assert.Contains("stateMachine:*", role, StringComparison.Ordinal);
        var policy = resources.GetProperty("FlowOwnPolicy");
        Assert.Equal("AWS::IAM::Policy", policy.GetProperty("Type").GetString());
        Assert.Contains("states:StartExecution", policy.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3:GetObject", policy.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("FlowRole", policy.GetProperty("Properties").GetProperty("Roles")[0].GetProperty("Ref").GetString());
    }

    [Fact]
    public async Task The_validators_accept_a_machine_that_runs_itself()
    {
        var machine = Off(Distributed(new DistributedMap { Reader = new ItemReader { Source = ItemSource.Objects, Location = Make.Object(("Bucket", new AslText("in"))) } }));
        var files = ArtifactSet.Render(Make.Application(machines: [machine]), default);

        var findings = await Serverless.Testing.Tools.ArtifactValidator.ValidateAsync(files.Where(static f => f.Path.EndsWith(".json", StringComparison.Ordinal) && f.Path != "application.json").Select(static f => new KeyValuePair<string, string>(f.Path, f.Text)));
        Assert.DoesNotContain(findings, static finding => finding.IsError);
    }

    private static MapState Distributed(DistributedMap map) => new()
    {
        Name = "Each", Declaration = Make.At, Distributed = map, Items = null, Processor = new StateGraph("Inner", EquatableArray.Of<State>(Make.Pass("Inner"))),
    };

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
