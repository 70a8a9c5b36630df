using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Permissions;

public sealed class WildcardActionFileTests
{
    private static Task Check(string properties, string resources = "") => FileRuleTests.Check<WildcardActionFileRule>("template.yaml", FileRuleTests.Sam("Handler: x\n" + properties, resources));

    [Theory]
    [InlineData("Policies:\n  - Statement:\n      - Effect: Allow\n        Action: {|SVLS1101:'dynamodb:*'|}\n        Resource: '*'", "")]
    [InlineData("Policies:\n  Statement: {Effect: Allow, Action: [s3:GetObject, {|SVLS1101:'s3:*'|}], Resource: x}", "")]
    [InlineData("Policies: {|SVLS1101:AdministratorAccess|}", "")]
    [InlineData("Policies:\n  - AWSLambdaBasicExecutionRole\n  - {|SVLS1101:AmazonS3FullAccess|}\n  - {|SVLS1101:arn:aws:iam::aws:policy/PowerUserAccess|}", "")]
    [InlineData("", "R:\n  Type: AWS::IAM::Role\n  Properties:\n    ManagedPolicyArns: [{|SVLS1101:!Sub 'arn:${AWS::Partition}:iam::aws:policy/AmazonSQSFullAccess'|}]\n    Policies:\n      - PolicyDocument: {Statement: [{Effect: Allow, Action: {|SVLS1101:'*'|}, Resource: '*'}]}")]
    [InlineData("", "P:\n  Type: AWS::IAM::ManagedPolicy\n  Properties: {PolicyDocument: {Statement: {Effect: Allow, Action: {|SVLS1101:'sqs:*'|}, Resource: '*'}}}")]
    [InlineData("", "M:\n  Type: AWS::Serverless::StateMachine\n  Properties: {Policies: [{Statement: [{Effect: Allow, Action: {|SVLS1101:'lambda:*'|}, Resource: '*'}]}]}")]
    public Task A_policy_that_allows_everything_is_flagged(string properties, string resources) => Check(properties, resources);

    [Theory]
    [InlineData("Policies:\n  - Statement: [{Effect: Deny, Action: 's3:*', Resource: '*'}]", "")]
    [InlineData("Policies:\n  - Statement: [{Effect: Allow, Action: ['s3:Get*', 'dynamodb:PutItem'], Resource: '*'}]", "")]
    [InlineData("Policies:\n  - Statement: [{Effect: !Ref E, Action: 's3:*', Resource: '*'}]", "")]
    [InlineData("Policies:\n  - Statement: [{Effect: Allow, Action: !Ref Actions, Resource: '*'}]", "")]
    [InlineData("Policies:\n  - Statement: [{Effect: Allow, NotAction: 'iam:*', Resource: '*'}]", "")]
    [InlineData("Policies:\n  - S3FullAccessPolicy: {BucketName: x}\n  - DynamoDBCrudPolicy: {TableName: !Ref T}\n  - AWSLambdaBasicExecutionRole\n  - !Ref Managed", "")]
    [InlineData("", "K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: [{Effect: Allow, Principal: {AWS: root}, Action: 'kms:*', Resource: '*'}]}}}")]
    [InlineData("", "B: {Type: AWS::S3::BucketPolicy, Properties: {PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: 's3:*', Resource: '*'}]}}}")]
    [InlineData("", "R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: 'sts:*', Principal: {Service: x}}]}}}")]
    public Task Denials_resource_policies_and_narrow_actions_are_not(string properties, string resources) => Check(properties, resources);

    [Fact]
    public Task What_Annotations_writes_is_not() => FileRuleTests.Check<WildcardActionFileRule>(
        "serverless.template",
        """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Metadata": { "Tool": "Amazon.Lambda.Annotations" }, "Properties": { "Policies": [ "AdministratorAccess" ] } } } }""");

    [Fact]
    public Task The_message_names_the_resource_and_the_service() => FileRuleTests.Check<WildcardActionFileRule>(
        "template.json",
        """{ "Resources": { "P": { "Type": "AWS::IAM::Policy", "Properties": { "PolicyDocument": { "Statement": [ { "Effect": "Allow", "Action": "s3:*" } ] } } } } }""",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(PermissionRules.WildcardAction).WithSpan("template.json", 1, 135, 1, 141).WithArguments("P", "every action of 's3'")));

    [Fact]
    public Task The_policy_of_the_project_templates_is_information() => FileRuleTests.Check<WildcardActionFileRule>(
        "serverless.template",
        """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Policies": [ "AWSLambda_FullAccess" ] } } } }""",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(PermissionRules.WildcardAction.Id, Microsoft.CodeAnalysis.DiagnosticSeverity.Info)
            .WithSpan("serverless.template", 1, 92, 1, 114).WithMessageFormat(PermissionRules.WildcardAction.MessageFormat).WithArguments("F", "what the policy AWSLambda_FullAccess lists")));
}
