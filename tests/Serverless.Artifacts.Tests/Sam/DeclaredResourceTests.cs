using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class DeclaredResourceTests
{
    [Fact]
    public void A_bare_table_is_on_demand_encrypted_recoverable_and_kept()
    {
        var template = Render(Make.Table());

        Assert.Equal("\"PAY_PER_REQUEST\"", template.Text("Resources/Items/Properties/BillingMode"));
        Assert.Equal("""{"SSEEnabled":true}""", template.Text("Resources/Items/Properties/SSESpecification"));
        Assert.Equal("""{"PointInTimeRecoveryEnabled":true}""", template.Text("Resources/Items/Properties/PointInTimeRecoverySpecification"));
        Assert.Equal("\"Retain\"", template.Text("Resources/Items/DeletionPolicy"));
        Assert.Equal("\"Retain\"", template.Text("Resources/Items/UpdateReplacePolicy"));
        Assert.Equal("absent", template.Text("Resources/Items/Properties/TableName"));
        Assert.Equal("absent", template.Text("Resources/Items/Properties/StreamSpecification"));
    }

    [Fact]
    public void An_attribute_that_is_a_key_twice_is_defined_once()
    {
        var id = new TableKey("id", KeyKind.String);
        var template = Render(Make.Table() with { SortKey = new TableKey("at", KeyKind.Number), Indexes = EquatableArray.Of(new TableIndex("byAt", new TableKey("at", KeyKind.Number), id)) });

        Assert.Equal(
            """[{"AttributeName":"id","AttributeType":"S"},{"AttributeName":"at","AttributeType":"N"}]""",
            template.Text("Resources/Items/Properties/AttributeDefinitions"));
        Assert.Equal(
            """[{"AttributeName":"at","KeyType":"HASH"},{"AttributeName":"id","KeyType":"RANGE"}]""",
            template.Text("Resources/Items/Properties/GlobalSecondaryIndexes/0/KeySchema"));
    }

    [Theory]
    [InlineData("Default", "Default", "Retain")]
    [InlineData("Delete", "Default", "Delete")]
    [InlineData("Delete", "Retain", "Retain")]
    [InlineData("Retain", "Delete", "Delete")]
    public void A_resource_stays_or_goes_as_it_says_itself_before_what_the_application_says(string application, string own, string expected)
    {
        var model = Make.Application(resources: [Make.Table() with { Removal = Enum.Parse<RemovalPolicy>(own) }]) with
        {
            Settings = new ApplicationSettings { Removal = Enum.Parse<RemovalPolicy>(application) },
        };

        Assert.Equal($"\"{expected}\"", TemplateAccess.Render(model).Text("Resources/Items/DeletionPolicy"));
    }

    [Fact]
    public void A_queue_without_dead_letters_goes_with_the_stack_and_one_with_them_stays()
    {
        var template = Render(new QueueResource("Plain", Make.At), new QueueResource("Careful", Make.At) { MaxReceiveCount = 3 });

        Assert.Equal("\"Delete\"", template.Text("Resources/Plain/DeletionPolicy"));
        Assert.Equal("\"Retain\"", template.Text("Resources/Careful/DeletionPolicy"));
        Assert.Equal("\"Retain\"", template.Text("Resources/CarefulDeadLetters/DeletionPolicy"));
        Assert.Equal("""{"deadLetterTargetArn":{"Fn::GetAtt":["CarefulDeadLetters","Arn"]},"maxReceiveCount":3}""", template.Text("Resources/Careful/Properties/RedrivePolicy"));
        Assert.Equal("absent", template.Text("Resources/PlainDeadLetters"));
        Assert.Equal("true", template.Text("Resources/Plain/Properties/SqsManagedSseEnabled"));
        Assert.Equal("345600", template.Text("Resources/Plain/Properties/MessageRetentionPeriod"));
    }

    [Fact]
    public void The_dead_letters_of_a_fifo_queue_are_a_fifo_queue()
    {
        var template = Render(new QueueResource("Ordered", Make.At) { Fifo = true, MaxReceiveCount = 1 });

        Assert.Equal("true", template.Text("Resources/Ordered/Properties/FifoQueue"));
        Assert.Equal("true", template.Text("Resources/OrderedDeadLetters/Properties/FifoQueue"));
    }

    [Fact]
    public void A_bucket_is_private_encrypted_and_answers_over_TLS_alone()
    {
        var template = Render(new BucketResource("Files", Make.At));

        Assert.Equal(
            """{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""",
            template.Text("Resources/Files/Properties/PublicAccessBlockConfiguration"));
        Assert.Equal("\"Deny\"", template.Text("Resources/FilesPolicy/Properties/PolicyDocument/Statement/0/Effect"));
        Assert.Equal("""{"Bool":{"aws:SecureTransport":"false"}}""", template.Text("Resources/FilesPolicy/Properties/PolicyDocument/Statement/0/Condition"));
        Assert.Equal("absent", template.Text("Resources/Files/Properties/NotificationConfiguration"));
        Assert.Equal("absent", template.Text("Resources/Files/Properties/LifecycleConfiguration"));
    }

    [Fact]
    public void A_bucket_whose_objects_start_a_machine_sends_its_events_to_EventBridge()
    {
        var machine = Make.Machine(Make.Pass("Only")) with { S3Starts = EquatableArray.Of(new S3Start(Make.Value("@Files"), EquatableArray.Of("s3:ObjectCreated:*"), null, null, Make.At)) };
        var template = TemplateAccess.Render(Make.Application(machines: [machine], resources: [new BucketResource("Files", Make.At), new BucketResource("Other", Make.At)]));

        Assert.Equal("""{"EventBridgeConfiguration":{"EventBridgeEnabled":true}}""", template.Text("Resources/Files/Properties/NotificationConfiguration"));
        Assert.Equal("absent", template.Text("Resources/Other/Properties/NotificationConfiguration"));
    }

    [Fact]
    public void Old_versions_expire_with_the_objects_of_a_versioned_bucket()
    {
        var template = Render(new BucketResource("Files", Make.At) { ExpirationDays = 10, Versioned = true }, new BucketResource("Plain", Make.At) { ExpirationDays = 10 });

        Assert.Equal("""{"NoncurrentDays":10}""", template.Text("Resources/Files/Properties/LifecycleConfiguration/Rules/0/NoncurrentVersionExpiration"));
        Assert.Equal("absent", template.Text("Resources/Plain/Properties/LifecycleConfiguration/Rules/0/NoncurrentVersionExpiration"));
    }

    [Fact]
    public void A_topic_with_an_address_subscribes_it()
    {
        var template = Render(new TopicResource("Alerts", Make.At) { Email = "ops@example.com" }, new TopicResource("Quiet", Make.At));

        Assert.Equal("""[{"Protocol":"email","Endpoint":"ops@example.com"}]""", template.Text("Resources/Alerts/Properties/Subscription"));
        Assert.Equal("absent", template.Text("Resources/Quiet/Properties/Subscription"));
    }

    [Fact]
    public void The_name_of_a_bus_holds_the_stack_so_that_stacks_exist_twice()
    {
        var template = Render(new EventBusResource("Bus", Make.At) { ArchiveDays = 3 });

        Assert.Equal("""{"Fn::Sub":"${AWS::StackName}-Bus"}""", template.Text("Resources/Bus/Properties/Name"));
        Assert.Equal("3", template.Text("Resources/BusArchive/Properties/RetentionDays"));
    }

    private static Serverless.Model.Json.JsonObject Render(params Resource[] resources) => TemplateAccess.Render(Make.Application(resources: resources));
}
