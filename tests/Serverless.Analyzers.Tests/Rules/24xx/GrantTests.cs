using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2403, SVLS2404 and SVLS2405.</summary>
public sealed class GrantTests
{
    [Theory]
    [InlineData("dynamodb:GetItem")]
    [InlineData("dynamodb:*")]
    [InlineData("s3:Get*")]
    [InlineData("sns:Publish")]
    [InlineData("sqs:sendmessage")]
    [InlineData("states:StartExecution")]
    [InlineData("lambda:InvokeFunction")]
    [InlineData("events:PutEvents")]
    [InlineData("secretsmanager:GetSecretValue")]
    [InlineData("ssm:GetParameter?")]
    [InlineData("kms:Decrypt")]
    public Task An_action_on_a_resource_must_say_which(string action) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction, Allow("sqs:ListQueues", {|SVLS2403:"{{action}}"|})] public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("sqs:ListQueues")]
    [InlineData("s3:ListAllMyBuckets")]
    [InlineData("dynamodb:ListTables")]
    [InlineData("kms:GenerateRandom")]
    [InlineData("unknown:Anything")]
    public Task An_action_without_resource_may_leave_it_out(string action) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction, Allow("{{action}}"), Deny("dynamodb:DeleteTable")] public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("GetItem")]
    [InlineData("dynamodb:")]
    [InlineData("dynamodb:Get Item")]
    public Task An_action_has_a_service_and_a_name(string action) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction, Allow({|SVLS2005:"{{action}}"|}, On = "*")] public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \\\"StringEqual\\\": { \\\"aws:RequestTag/a\\\": \\\"b\\\" } }")]
    [InlineData("{ \\\"StringEquals\\\": \\\"b\\\" }")]
    [InlineData("{ \\\"StringEquals\\\": { \\\"key\\\": \\\"b\\\" } }")]
    [InlineData("{ \\\"StringEquals\\\": { \\\"aws:a\\\": { } } }")]
    [InlineData("{ \\\"NullIfExists\\\": { \\\"aws:a\\\": true } }")]
    public Task A_condition_that_IAM_would_refuse_is_reported(string condition) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction, Allow("dynamodb:GetItem", On = "*", Condition = {|SVLS2404:"{{condition}}"|})] public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("{ \\\"ForAllValues:StringEquals\\\": { \\\"dynamodb:LeadingKeys\\\": [\\\"a\\\", \\\"b\\\"] } }")]
    [InlineData("{ \\\"StringEqualsIfExists\\\": { \\\"aws:a\\\": \\\"b\\\" }, \\\"Bool\\\": { \\\"aws:SecureTransport\\\": true } }")]
    [InlineData("{ \\\"Null\\\": { \\\"aws:a\\\": \\\"true\\\" } }")]
    public Task A_condition_of_operators_keys_and_values_is_taken(string condition) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction, Allow("dynamodb:GetItem", On = "*", Condition = "{{condition}}")] public int Count() => 1;
        }
        """);

    [Fact]
    public Task Grants_beside_an_explicit_role_are_attached_to_nothing() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: Allow("sqs:ListQueues")]
        [{|SVLS2405:Allow("s3:ListAllMyBuckets")|}]
        public sealed class Orders
        {
            [ServerlessFunction(Role = "arn:aws:iam::123456789012:role/orders")]
            [{|SVLS2405:Allow("dynamodb:GetItem", On = "*")|}, {|SVLS2405:ManagedPolicy("ReadOnlyAccess")|}]
            public int Count() => 1;

            [ServerlessFunction, Allow("dynamodb:GetItem", On = "*")]
            public int Other() => 1;
        }
        """);

    [Fact]
    public void Grants_of_assembly_class_and_method_are_added_up()
    {
        var run = GeneratorRun.Of("""
            using Serverless;
            [assembly: Allow("sqs:ListQueues")]
            [Allow("s3:ListAllMyBuckets")]
            public sealed class Orders
            {
                [ServerlessFunction, Allow("dynamodb:GetItem", On = "*", Sid = "Read"), Deny("dynamodb:DeleteItem", On = "*")]
                public int Count() => 1;
            }
            """);

        Assert.Equal(
            ["True sqs:ListQueues", "True s3:ListAllMyBuckets", "True dynamodb:GetItem", "False dynamodb:DeleteItem"],
            Assert.Single(run.Application.Functions).Grants.Select(static g => $"{g.IsAllow} {g.Actions[0]}"));
    }
}
