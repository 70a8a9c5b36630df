using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>Everything the model can say, in one application: what the gates have to accept.</summary>
internal static class EveryKindModel
{
    private const string Fragment = """
        {
          "Conditions": { "IsProduction": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } },
          "Resources": {
            "Secret": { "Type": "AWS::SecretsManager::Secret", "Properties": { "GenerateSecretString": {} } },
            "Items": { "Properties": { "DeletionProtectionEnabled": { "Fn::If": ["IsProduction", true, false] } } },
            "FullFunction": { "Properties": { "MemorySize": 2048 } }
          },
          "Outputs": { "SecretArn": { "Value": { "Ref": "Secret" } } }
        }
        """;

    public static Application Create() => new()
    {
        Project = Make.Project,
        Settings = new ApplicationSettings
        {
            Description = "Everything.",
            PermissionsBoundary = Make.Value("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/Boundary"),
            Tags = EquatableArray.Of(new Tag("team", "shop"), new Tag("cost", "42")),
        },
        Parameters = EquatableArray.Of(
            new TemplateParameter("Stage", "String", "dev", "Where this runs", "[a-z]+", EquatableArray.Of("dev", "prod"), false, Make.At),
            new TemplateParameter("ExistingTable", "String", null, null, null, default, false, Make.At),
            new TemplateParameter("Password", "String", null, null, null, default, true, Make.At)),
        Outputs = EquatableArray.Of(new TemplateOutput("TableArn", Make.Value("@Items.Arn"), "The table", "${AWS::StackName}-table", Make.At)),
        Fragments = EquatableArray.Of(Make.Fragment(Fragment, "Secret=AWS::SecretsManager::Secret")),
        HttpApis = EquatableArray.Of(FullApi(), Make.Api("PlainApi") with { AccessLogs = false }),
        Functions = EquatableArray.Of(FullFunction(), Make.Function("PlainFunction") with
        {
            Routes = EquatableArray.Of(Make.Route("$default", "", "PlainApi"), Make.Route("ANY", "/files/{path+}", "PlainApi")),
        }),
        StateMachines = EquatableArray.Of(StateKinds.Jsonata(), StateKinds.JsonPath(), StateKinds.Express()),
        Resources = EquatableArray.Of<Resource>(
            new BucketResource("Archive", Make.At) { ExpirationDays = 30, Versioned = true, Removal = RemovalPolicy.Delete },
            new EventBusResource("Bus", Make.At) { ArchiveDays = 7 },
            new TableResource("Items", Make.At)
            {
                PartitionKey = new TableKey("id", KeyKind.String),
                SortKey = new TableKey("year", KeyKind.Number),
                Indexes = EquatableArray.Of(new TableIndex("byHash", new TableKey("hash", KeyKind.Binary), null), new TableIndex("byYear", new TableKey("year", KeyKind.Number), new TableKey("id", KeyKind.String))),
                TimeToLive = "expires",
                Stream = true,
            },
            new TopicResource("Alerts", Make.At) { Email = "ops@example.com" },
            new TopicResource("Ordered", Make.At) { Fifo = true },
            new QueueResource("Work", Make.At) { Fifo = true, VisibilityTimeout = 120, MaxReceiveCount = 5, RetentionDays = 7 },
            new QueueResource("Plain", Make.At),
            new BucketResource("Inbox", Make.At)),
    };

    private static HttpApi FullApi() => Make.Api("FullApi") with
    {
        Name = "full",
        Description = "An API with every setting",
        StageName = "live",
        ThrottleRate = 12.5,
        ThrottleBurst = 25,
        DisableExecuteApiEndpoint = true,
        AccessLogRetentionDays = 7,
        Cors = new CorsSettings(
            EquatableArray.Of("https://a.example", "https://b.example"), EquatableArray.Of("GET", "POST"), EquatableArray.Of("content-type"), EquatableArray.Of("etag"), 600, true),
        Tags = EquatableArray.Of(new Tag("cost", "7")),
    };

    private static Function FullFunction() => Make.Function(
        "FullFunction",
        new FunctionSettings
        {
            MemorySize = 1024,
            Timeout = 20,
            Architecture = "x86_64",
            ReservedConcurrency = 0,
            EphemeralStorage = 1024,
            Tracing = true,
            LogFormat = "Text",
            LogRetentionDays = 90,
            FunctionName = "full",
            KmsKey = Make.Value("arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"),
            Layers = EquatableArray.Of(Make.Value("arn:aws:lambda:eu-central-1:123456789012:layer:tools:3")),
            SubnetIds = EquatableArray.Of(Make.Value("subnet-11111111"), Make.Value("subnet-22222222")),
            SecurityGroupIds = EquatableArray.Of(Make.Value("sg-11111111")),
        },
        Make.Allow("dynamodb:GetItem", "@Items"),
        Make.Allow("dynamodb:Query", "@Items/index/*"),
        Make.Allow("dynamodb:PutItem", "@ExistingTable", """{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/tenant}"] } }""".Replace("${aws", "${!aws", StringComparison.Ordinal)),
        Make.Allow("secretsmanager:GetSecretValue", "@Secret"),
        Make.Allow("sqs:SendMessage", "@Work"),
        Make.Allow("sns:Publish", "@Alerts"),
        Make.Allow("s3:ListAllMyBuckets", null),
        Make.Allow("events:PutEvents", "@Bus"),
        Make.Grant(false, "@Archive/locked/*", null, "s3:DeleteObject", "s3:DeleteObjectVersion")) with
    {
        Description = "A function with every setting",
        ManagedPolicies = EquatableArray.Of(Make.Value("CloudWatchLambdaInsightsExecutionRolePolicy"), Make.Value("arn:aws:iam::123456789012:policy/own")),
        Environment = EquatableArray.Of(
            new EnvironmentVariable("TABLE", Make.Value("@Items")),
            new EnvironmentVariable("QUEUE", Make.Value("@Work")),
            new EnvironmentVariable("TOPIC_NAME", Make.Value("@Alerts.TopicName")),
            new EnvironmentVariable("BUCKET_PATH", Make.Value("s3://${Archive}/${Stage}")),
            new EnvironmentVariable("AT", Make.Value("@@home")),
            new EnvironmentVariable("URL", Make.Value("{{resolve:ssm:/orders/url}}"))),
        Tags = EquatableArray.Of(new Tag("team", "platform")),
        Routes = EquatableArray.Of(
            Make.Route("GET", "/items/{id}", "FullApi") with { TimeoutMilliseconds = 5000, ThrottleRate = 5 },
            Make.Route("GET", "/items/{id}/", "FullApi"),
            Make.Route("GET", "/items-id", "FullApi") with { ThrottleBurst = 3 }),
    };
}
