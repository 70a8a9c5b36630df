namespace Serverless.StepFunctions.Local.Tests;

/// <summary>What Step Functions refuses is refused, and so is what is not known here.</summary>
public sealed class DefinitionTests
{
    [Theory]
    [InlineData("""{ "A": { "Type": "Pass", "Result": 1, "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "ResultPath": "$", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "Output": 1, "End": true } }""", false)]
    [InlineData("""{ "A": { "Type": "Pass" } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "End": false } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "Next": "A", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Odd", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "0", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "Next": "Missing" } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "Odd": 1, "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "Output": "{% 1 ", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "TimeoutSeconds": 0, "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "TimeoutSeconds": 5, "HeartbeatSeconds": 5, "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "TimeoutSeconds": 5, "TimeoutSecondsPath": "$.t", "End": true } }""", false)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": [] } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": ["States.ALL", "E"] } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": ["States.ALL"] }, { "ErrorEquals": ["E"] } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": ["E"], "BackoffRate": 0.5 } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": ["E"], "IntervalSeconds": 0 } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Catch": [ { "ErrorEquals": ["E"], "Next": "B" } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "Catch": [ { "ErrorEquals": ["E"], "Next": "A", "ResultPath": "$" } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Wait", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Wait", "Seconds": 1, "Timestamp": "2026-01-01T00:00:00Z", "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Choice", "Choices": [] } }""", true)]
    [InlineData("""{ "A": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "Odd": 1, "Next": "A" } ] } }""", false)]
    [InlineData("""{ "A": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNull": true, "IsString": true, "Next": "A" } ] } }""", false)]
    [InlineData("""{ "A": { "Type": "Choice", "Choices": [ { "Not": { "Variable": "$.a", "IsNull": true, "Next": "A" }, "Next": "A" } ] } }""", false)]
    [InlineData("""{ "A": { "Type": "Parallel", "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Pass", "Next": "A" } } } ], "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Map", "Label": "l", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "End": true } }""", true)]
    [InlineData("""{ "A": { "Type": "Pass", "QueryLanguage": "JSONPath", "End": true } }""", true)]
    public void What_is_wrong_is_refused(string states, bool isJsonata) =>
        Assert.Throws<InvalidDefinitionException>(() => isJsonata ? Machines.Jsonata(states) : Machines.JsonPath(states));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "StartAt": "A", "States": {} }""")]
    [InlineData("""{ "StartAt": "B", "States": { "A": { "Type": "Succeed" } } }""")]
    [InlineData("""{ "StartAt": "A", "Odd": 1, "States": { "A": { "Type": "Succeed" } } }""")]
    [InlineData("""{ "StartAt": "A", "Version": "2.0", "States": { "A": { "Type": "Succeed" } } }""")]
    [InlineData("""{ "StartAt": "A", "TimeoutSeconds": 1.5, "States": { "A": { "Type": "Succeed" } } }""")]
    [InlineData("""{ "StartAt": "A", "QueryLanguage": "SQL", "States": { "A": { "Type": "Succeed" } } }""")]
    public void A_text_that_is_no_definition_is_refused(string text) => Assert.Throws<InvalidDefinitionException>(() => StateMachineRunner.FromDefinition(text));

    [Theory]
    [InlineData("arn:aws:states:::batch:submitJob.sync")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:Weld")]
    public void An_Express_machine_has_no_jobs_and_callbacks(string resource) =>
        Assert.Throws<InvalidDefinitionException>(() => Machines.Jsonata($$"""{ "A": { "Type": "Task", "Resource": "{{resource}}", "End": true } }""", isExpress: true));

    [Fact]
    public void A_fault_names_its_place()
    {
        var exception = Assert.Throws<InvalidDefinitionException>(() => Machines.Jsonata("""{ "P": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Pass", "Next": "C" } } } ], "End": true } }"""));
        Assert.Equal("States.P.Branches[0].States.B", exception.Place);
    }

    [Fact]
    public async Task Placeholders_stand_for_their_names_or_for_what_the_test_says()
    {
        var runner = StateMachineRunner.FromDefinition("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "${Table} ${Queue.Arn} ${AWS::Region}", "End": true } } }""");
        Assert.Equal("Table Queue us-east-1", (await runner.RunAsync()).Output<string>());
        runner.Substitute("Table", "orders");
        Assert.Equal("orders Queue us-east-1", (await runner.RunAsync()).Output<string>());
    }
}
