using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Permissions;

public sealed class FunctionPermissionTests
{
    private static readonly string[] OwnLogs = ["Allow logs:CreateLogStream,logs:PutLogEvents on ${WorkLogs.Arn}"];

    [Fact]
    public void Without_grants_a_function_may_write_its_own_logs() => AssertStatements(Make.Function(), []);

    [Fact]
    public void Actions_on_one_resource_become_one_statement_in_order() =>
        AssertStatements(
            Make.Function("Work", null, Make.Allow("dynamodb:Query", "@Items"), Make.Allow("dynamodb:GetItem", "@Items"), Make.Allow("dynamodb:Query", "@Items")),
            ["Allow dynamodb:GetItem,dynamodb:Query on ${Items.Arn}"]);

    [Fact]
    public void One_action_on_several_resources_becomes_one_statement() =>
        AssertStatements(
            Make.Function("Work", null, Make.Allow("dynamodb:Query", "@Items"), Make.Allow("dynamodb:Query", "@Items/index/*")),
            ["Allow dynamodb:Query on ${Items.Arn},${Items.Arn}/index/*"]);

    [Fact]
    public void Different_actions_on_different_resources_are_not_crossed() =>
        AssertStatements(
            Make.Function("Work", null, Make.Allow("s3:GetObject", "@Files/in/*"), Make.Allow("s3:PutObject", "@Files/out/*")),
            ["Allow s3:GetObject on ${Files.Arn}/in/*", "Allow s3:PutObject on ${Files.Arn}/out/*"]);

    [Fact]
    public void A_denial_is_never_merged_with_a_permission() =>
        AssertStatements(
            Make.Function("Work", null, Make.Allow("s3:GetObject", "@Files/*"), Make.Grant(false, "@Files/*", null, "s3:GetObject")),
            ["Allow s3:GetObject on ${Files.Arn}/*", "Deny s3:GetObject on ${Files.Arn}/*"]);

    [Fact]
    public void A_condition_keeps_its_statement_apart() =>
        AssertStatements(
            Make.Function("Work", null, Make.Allow("dynamodb:GetItem", "@Items"), Make.Allow("dynamodb:PutItem", "@Items", """{ "Bool": { "aws:SecureTransport": "true" } }""")),
            ["Allow dynamodb:GetItem on ${Items.Arn}", "Allow dynamodb:PutItem on ${Items.Arn} if"]);

    [Fact]
    public void An_action_without_resource_types_is_granted_on_everything() =>
        AssertStatements(Make.Function("Work", null, Make.Allow("s3:ListAllMyBuckets", null)), ["Allow s3:ListAllMyBuckets on *"]);

    [Fact]
    public void A_grant_to_the_machine_is_not_the_functions() =>
        AssertStatements(Make.Function("Work", null, Make.Allow("s3:GetObject", "@Files/*") with { Target = GrantTarget.StateMachine }), []);

    [Fact]
    public void Tracing_and_a_network_bring_what_they_need()
    {
        var function = Make.Function(settings: new FunctionSettings { Tracing = true, SubnetIds = EquatableArray.Of(Make.Value("subnet-1")), SecurityGroupIds = EquatableArray.Of(Make.Value("sg-1")) });
        var statement = Statements(function).Single(static text => text.EndsWith("on *", StringComparison.Ordinal));

        Assert.Contains("xray:PutTraceSegments", statement, StringComparison.Ordinal);
        Assert.Contains("ec2:CreateNetworkInterface", statement, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_file_and_the_role_grant_the_same()
    {
        var application = EveryKindModel.Create();
        var resolver = new ReferenceResolver(application);
        foreach (var function in application.Functions)
        {
            var statements = FunctionPermissions.Of(function, resolver);
            var inTemplate = PolicyDocument.ForTemplate(statements);
            var inFile = PolicyDocument.ForFile(statements);

            Assert.Equal(
                ((Serverless.Model.Json.JsonArray)inTemplate["Statement"]!).Count,
                ((Serverless.Model.Json.JsonArray)inFile["Statement"]!).Count);
            Assert.Equal(Spell(inTemplate), inFile.ToCompactString());
        }

        // The template's spelling with each intrinsic function replaced by its placeholder.
        static string Spell(Serverless.Model.Json.JsonNode document) => IntrinsicText.Replace(document).ToCompactString();
    }

    private static void AssertStatements(Function function, string[] expected) => Assert.Equal([.. expected, .. OwnLogs], Statements(function));

    private static IEnumerable<string> Statements(Function function)
    {
        var application = Make.Application([function], resources: [Make.Table(), new BucketResource("Files", Make.At)]);
        return FunctionPermissions.Of(function, new ReferenceResolver(application)).Select(StatementText.Of);
    }
}
