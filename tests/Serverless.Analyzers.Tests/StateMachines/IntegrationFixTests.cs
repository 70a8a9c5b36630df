using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.StateMachines;

public sealed class IntegrationFixTests
{
    [Fact]
    public Task The_integration_that_was_meant_keeps_its_pattern() => Check(
        """
            private static State A => State.Task({|SVLS2309:"dynamodb:PutItem"|}, ([BindExecutionInput] Item item) => new { TableName = "t", Item = item }).Next(nameof(B));
            private static State B => State.Task({|SVLS2309:"sqs:sendMesage.waitForTaskToken"|}, ([BindExecutionInput] Item item, TaskToken token) => new { QueueUrl = "q", MessageBody = token }).Next(nameof(C));
            private static State C => State.Task({|SVLS2309:"aws-sdk:logs:describeLogGroups"|}).Next(nameof(D));
            private static State D => State.Task({|SVLS2309:"arn:aws:states:::sns:publish"|}, ([BindExecutionInput] Item item) => new { TopicArn = "t", Message = item.Id });
        """,
        """
            private static State A => State.Task("dynamodb:putItem", ([BindExecutionInput] Item item) => new { TableName = "t", Item = item }).Next(nameof(B));
            private static State B => State.Task("sqs:sendMessage.waitForTaskToken", ([BindExecutionInput] Item item, TaskToken token) => new { QueueUrl = "q", MessageBody = token }).Next(nameof(C));
            private static State C => State.Task("aws-sdk:cloudwatchlogs:describeLogGroups").Next(nameof(D));
            private static State D => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "t", Message = item.Id });
        """);

    [Fact]
    public Task The_argument_and_the_value_that_were_meant() => Check(
        """
            private static State A => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "t", {|SVLS2310:message|} = item.Id, {|SVLS2310:Subjekt|} = "x" }).Next(nameof(B));
            private static State B => State.Task("aws-sdk:kinesis:putRecord", ([BindExecutionInput] Item item) => new { StreamName = "s", {|SVLS2310:partitionKey|} = item.Id }).Next(nameof(C));
            private static State C => State.Task("http:invoke", ([BindExecutionInput] Item item) => new { ApiEndpoint = item.Id, Method = {|SVLS2310:"get"|}, Authentication = new { ConnectionArn = item.Id } });
        """,
        """
            private static State A => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "t", Message = item.Id, Subject = "x" }).Next(nameof(B));
            private static State B => State.Task("aws-sdk:kinesis:putRecord", ([BindExecutionInput] Item item) => new { StreamName = "s", PartitionKey = item.Id }).Next(nameof(C));
            private static State C => State.Task("http:invoke", ([BindExecutionInput] Item item) => new { ApiEndpoint = item.Id, Method = "GET", Authentication = new { ConnectionArn = item.Id } });
        """);

    private static Task Check(string states, string fixedStates)
    {
        const string Start = """
            using System;
            using System.Threading.Tasks;
            using Serverless;
            using Serverless.StepFunctions;
            public sealed record Item(string Id);
            [StateMachine(StartAt = "A")]
            public sealed class Machine
            {

            """;
        return new FixTest<DeclarationAnalyzer, IntegrationFixer>(Start + states + "\n}\n", Start + fixedStates + "\n}\n").RunAsync();
    }
}
