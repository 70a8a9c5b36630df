using Serverless.Model.Validation.Definitions;
using static Serverless.Artifacts.Tests.StateMachines.Definitions.FaultyDefinition;

namespace Serverless.Artifacts.Tests.StateMachines.Definitions;

/// <summary>Faults that asl-validator 4.0.0 and amazon-states-language-service 1.16.1 both accept; a test has them say so.</summary>
internal static class MissedFaults
{
    private const string Token = "\"Parameters\": { \"FunctionName\": \"f\", \"Payload\": { \"token.$\": \"$$.Task.Token\" } }, \"HeartbeatSeconds\": 60";

    private const string Function = "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\"";

    private const string Queue = "\"QueueUrl\": \"https://sqs.eu-west-1.amazonaws.com/1/q\"";

    public static IReadOnlyList<FaultyDefinition> All { get; } =
    [
        new("An action that is misspelt", Call("{|SVLS2309:\"arn:aws:states:::lambda:invokes\"|}", "\"Parameters\": { \"FunctionName\": \"f\" }")),
        new("A service that is misspelt", Call("{|SVLS2309:\"arn:aws:states:::dynamo:putItem\"|}", "\"Parameters\": { \"TableName\": \"t\", \"Item\": {} }")),
        new("A service that nobody knows", Call("{|SVLS2309:\"arn:aws:states:::teapot:brew\"|}", "\"Parameters\": {}"), DefinitionSeverity.Warning),
        new("A job pattern that the service does not have", Call("{|SVLS2309:\"arn:aws:states:::dynamodb:putItem.sync\"|}", "\"Parameters\": { \"TableName\": \"t\", \"Item\": {} }")),
        new("A callback that the service does not have", Call(
            "{|SVLS2309:\"arn:aws:states:::glue:startJobRun.waitForTaskToken\"|}", "\"Parameters\": { \"JobName\": \"j\", \"Arguments\": { \"--token.$\": \"$$.Task.Token\" } }")),
        new("A pattern that AWS SDK integrations do not have", Call("{|SVLS2309:\"arn:aws:states:::aws-sdk:batch:submitJob.sync\"|}", "\"Parameters\": {}")),
        new("The casing of an AWS SDK service", Call("{|SVLS2309:\"arn:aws:states:::aws-sdk:DynamoDB:query\"|}", "\"Parameters\": {}")),
        new("The casing of an AWS SDK action", Call("{|SVLS2309:\"arn:aws:states:::aws-sdk:dynamodb:Query\"|}", "\"Parameters\": {}")),
        new("A parameter that the integration needs", Call("\"arn:aws:states:::lambda:invoke\"", "{|SVLS2310:\"Parameters\"|}: { \"Payload.$\": \"$\" }")),
        new("A parameter with another casing", Call("\"arn:aws:states:::sns:publish\"", "\"Parameters\": { {|SVLS2310:\"TopicARN\"|}: \"t\", \"Message\": \"m\" }")),
        new("A parameter that the integration does not have", Call(
            "\"arn:aws:states:::sns:publish\"", "\"Parameters\": { \"TopicArn\": \"t\", \"Message\": \"m\", {|SVLS2310:\"Subjekt\"|}: \"s\" }"), DefinitionSeverity.Warning),
        new("A callback without the token", Machine(
            "\"A\": { \"Type\": \"Task\", {|SVLS2314:\"Resource\"|}: \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Parameters\": { " + Queue + ", \"MessageBody.$\": \"$\" }, \"HeartbeatSeconds\": 60, \"End\": true }"),
            DefinitionSeverity.Warning),
        new("A callback in JSONata without the token", Jsonata(
            "\"A\": { \"Type\": \"Task\", {|SVLS2314:\"Resource\"|}: \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Arguments\": { " + Queue + ", \"MessageBody\": \"{% $states.input %}\" }, \"HeartbeatSeconds\": 60, \"End\": true }"),
            DefinitionSeverity.Warning),
        new("A heartbeat as long as the timeout", Task("\"TimeoutSeconds\": 60, \"HeartbeatSeconds\": {|SVLS2317:60|}")),
        new("A result written to the context", Task("\"ResultPath\": \"{|SVLS2318:$$.result|}\"")),
        new("A literal path", Task("\"Parameters\": { \"order\": {|SVLS2317:\"$.order\"|} }"), DefinitionSeverity.Warning),
        new("A literal path in a list", Task("\"Parameters\": { \"orders\": [ {|SVLS2317:\"$.order\"|} ] }"), DefinitionSeverity.Warning),
        new("A literal call", Task("\"Parameters\": { \"id\": {|SVLS2317:\"States.UUID()\"|} }"), DefinitionSeverity.Warning),
        new("States.ALL beside another error", Task("\"Retry\": [ { \"ErrorEquals\": [ \"Timeout\", {|SVLS2311:\"States.ALL\"|} ] } ]")),
        new("States.ALL before another retrier", Task("\"Retry\": [ { \"ErrorEquals\": [ {|SVLS2311:\"States.ALL\"|} ] }, { \"ErrorEquals\": [ \"Timeout\" ] } ]")),
        new("States.ALL before another catcher", Machine(
            "\"A\": { \"Type\": \"Parallel\", \"Branches\": [ { \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Succeed\" } } } ], "
            + "\"Catch\": [ { \"ErrorEquals\": [ {|SVLS2311:\"States.ALL\"|} ], \"Next\": \"C\" }, { \"ErrorEquals\": [ \"X\" ], \"Next\": \"C\" } ], \"Next\": \"C\" }, \"C\": { \"Type\": \"Succeed\" }")),
        new("An error of the service that does not exist", Task("\"Retry\": [ { \"ErrorEquals\": [ {|SVLS2311:\"States.TimeOut\"|} ] } ]"), DefinitionSeverity.Warning),
        new("An error that is never retried", Task("\"Retry\": [ { \"ErrorEquals\": [ {|SVLS2311:\"States.Runtime\"|} ] } ]"), DefinitionSeverity.Warning),
        new("A retrier whose error an earlier one takes", Task("\"Retry\": [ { \"ErrorEquals\": [ \"Busy\" ] }, { \"ErrorEquals\": [ {|SVLS2311:\"Busy\"|} ] } ]"), DefinitionSeverity.Warning),
        new("A retrier that waits no time", Task("\"Retry\": [ { \"ErrorEquals\": [ \"Busy\" ], \"IntervalSeconds\": {|SVLS2317:0|} } ]")),
        new("A longest delay that is the first", Task("\"Retry\": [ { \"ErrorEquals\": [ \"Busy\" ], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": {|SVLS2317:5|} } ]")),
        new("A reader of a Map that runs inline", Map("{|SVLS2317:\"ItemReader\"|}: { \"Resource\": \"arn:aws:states:::s3:getObject\", \"Parameters\": { \"Bucket\": \"b\", \"Key\": \"k\" } }, ", "\"Mode\": \"INLINE\"")),
        new("Batches of a Map that runs inline", Map("{|SVLS2317:\"ItemBatcher\"|}: { \"MaxItemsPerBatch\": 10 }, ", "\"Mode\": \"INLINE\"")),
        new("A writer of a Map that runs inline", Map("{|SVLS2317:\"ResultWriter\"|}: { \"Resource\": \"arn:aws:states:::s3:putObject\", \"Parameters\": { \"Bucket\": \"b\", \"Prefix\": \"p\" } }, ", "\"Mode\": \"INLINE\"")),
        new("Tolerated failures of a Map that runs inline", Map("{|SVLS2317:\"ToleratedFailureCount\"|}: 3, ", "\"Mode\": \"INLINE\"")),
        new("A label of a Map that runs inline", Map("{|SVLS2317:\"Label\"|}: \"items\", ", "\"Mode\": \"INLINE\"")),
        new("A label of more than 40 characters", Map("\"Label\": {|SVLS2317:\"" + new string('a', 41) + "\"|}, ")),
        new("A label with a wildcard", Map("\"Label\": {|SVLS2317:\"orders*\"|}, ")),
        new("A batch without a limit", Map("{|SVLS2317:\"ItemBatcher\"|}: { \"BatchInput\": { \"a\": 1 } }, ")),
        new("Headers that are given nowhere", Map(
            "\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:getObject\", \"Parameters\": { \"Bucket\": \"b\", \"Key\": \"k\" }, \"ReaderConfig\": { \"InputType\": \"CSV\", \"CSVHeaderLocation\": {|SVLS2317:\"GIVEN\"|} } }, ")),
        new("A reader that does not read", Map("\"ItemReader\": { \"Resource\": {|SVLS2317:\"arn:aws:states:::s3:headObject\"|}, \"Parameters\": { \"Bucket\": \"b\", \"Key\": \"k\" } }, ")),
        new("A literal result in JSONata", JsonataPass("{|SVLS2315:\"Result\"|}: 1")),
        new("The input as in JSONPath", JsonataPass("\"Output\": \"{% {|SVLS2318:$|}.order %}\"")),
        new("The root of JSONata", JsonataPass("\"Output\": \"{% {|SVLS2318:$$|}.order %}\"")),
        new("A name without data", JsonataPass("\"Output\": { \"order\": \"{% {|SVLS2318:order|}.id %}\" }")),
        new("A result before there is one", Jsonata("\"A\": { " + Function + ", \"Arguments\": { \"x\": \"{% {|SVLS2318:$states.result|}.id %}\" }, \"End\": true }"), DefinitionSeverity.Warning),
        new("A result of a Pass", JsonataPass("\"Output\": \"{% {|SVLS2318:$states.result|} %}\""), DefinitionSeverity.Warning),
        new("An error outside of a catcher", Jsonata("\"A\": { " + Function + ", \"Output\": \"{% {|SVLS2318:$states.errorOutput|}.Cause %}\", \"End\": true }")),
        new("A result in a catcher", Jsonata(
            "\"A\": { " + Function + ", \"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Output\": \"{% {|SVLS2318:$states.result|} %}\", \"Next\": \"B\" } ], \"Next\": \"B\" }, \"B\": { \"Type\": \"Succeed\" }"), DefinitionSeverity.Warning),
        new("A member that $states does not have", JsonataPass("\"Output\": \"{% {|SVLS2318:$states.inputs|}.id %}\""), DefinitionSeverity.Warning),
        new("A function that Step Functions leaves out", JsonataPass("\"Output\": \"{% {|SVLS2318:$eval|}('1 + 1') %}\""), DefinitionSeverity.Warning),
        new("A function that does not exist", JsonataPass("\"Output\": \"{% {|SVLS2318:$toUpper|}('a') %}\""), DefinitionSeverity.Warning),
        new("A variable that nobody assigns", JsonataPass("\"Output\": \"{% {|SVLS2307:$order|}.id %}\""), DefinitionSeverity.Warning),
        new("A variable that the state assigns itself", JsonataPass("\"Assign\": { \"a\": 1 }, \"Output\": \"{% {|SVLS2307:$a|} %}\""), DefinitionSeverity.Warning),
        new("A variable that one way does not assign", Jsonata(
            "\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Condition\": \"{% $states.input.x %}\", \"Assign\": { \"a\": 1 }, \"Next\": \"B\" } ], \"Default\": \"B\" }, \"B\": { \"Type\": \"Pass\", \"Output\": \"{% {|SVLS2307:$a|} %}\", \"End\": true }"), DefinitionSeverity.Info),
        new("A variable of a branch behind it", Jsonata(
            "\"A\": { \"Type\": \"Parallel\", \"Branches\": [ { \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"Assign\": { \"a\": 1 }, \"End\": true } } } ], \"Next\": \"B\" }, "
            + "\"B\": { \"Type\": \"Pass\", \"Output\": \"{% {|SVLS2307:$a|} %}\", \"End\": true }"), DefinitionSeverity.Warning),
        new("A variable that a catcher's way does not assign", Jsonata(
            "\"A\": { " + Function + ", \"Assign\": { \"a\": 1 }, \"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": \"B\" } ], \"Next\": \"B\" }, "
            + "\"B\": { \"Type\": \"Pass\", \"Output\": \"{% {|SVLS2307:$a|} %}\", \"End\": true }"), DefinitionSeverity.Info),
        new("A variable of JSONPath that nobody assigns", Task("\"Parameters\": { \"id.$\": \"{|SVLS2307:$order|}.id\" }"), DefinitionSeverity.Warning),
        new("A variable within a call that nobody assigns", Task("\"Parameters\": { \"id.$\": \"States.Format('{}', {|SVLS2307:$order|}.id)\" }"), DefinitionSeverity.Warning),
        new("A variable outside of a distributed Map", Machine(
            "\"A\": { \"Type\": \"Pass\", \"Assign\": { \"a\": 1 }, \"Next\": \"M\" }, \"M\": { \"Type\": \"Map\", \"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }, "
            + "\"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"{|SVLS2307:$a|}\" }, \"End\": true } } }, \"End\": true }"), DefinitionSeverity.Warning),
        new("A variable that hides one outside", Jsonata(
            "\"A\": { \"Type\": \"Pass\", \"Assign\": { \"a\": 1 }, \"Next\": \"P\" }, \"P\": { \"Type\": \"Parallel\", \"Branches\": [ { \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", "
            + "\"Assign\": { {|SVLS2307:\"a\"|}: 2 }, \"End\": true } } } ], \"End\": true }")),
        new("A variable that starts with a digit", JsonataPass("\"Assign\": { {|SVLS2307:\"1st\"|}: 1 }")),
        new("A variable with a blank", JsonataPass("\"Assign\": { {|SVLS2307:\"my order\"|}: 1 }")),
        new("A variable of 81 characters", JsonataPass("\"Assign\": { {|SVLS2307:\"" + new string('v', 81) + "\"|}: 1 }")),
        new("A variable of the reserved name", JsonataPass("\"Assign\": { {|SVLS2307:\"states\"|}: 1 }")),
        new("A format with too many places", Task("\"Parameters\": { \"id.$\": \"States.Format({|SVLS2318:'{}-{}'|}, $.id)\" }"), DefinitionSeverity.Warning),
        new("A member that the context does not have", Task("\"Parameters\": { \"id.$\": \"{|SVLS2318:$$.Execution2.Id|}\" }"), DefinitionSeverity.Warning),
        new("A state of JSONPath in a machine of JSONata", Jsonata("\"A\": { \"Type\": \"Pass\", \"QueryLanguage\": {|SVLS2315:\"JSONPath\"|}, \"End\": true }")),
        new("A key of JSONPath in JSONata", Jsonata(
            "\"A\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\", \"Arguments\": { {|SVLS2315:\"order.$\"|}: \"$.order\" }, \"End\": true }"), DefinitionSeverity.Warning),
        new("A control character in a name", Machine("{|SVLS2317:\"A\\u0007\"|}: { \"Type\": \"Succeed\" }").Replace("\"StartAt\": \"A\"", "\"StartAt\": \"A\\u0007\""), DefinitionSeverity.Warning),
        new("A definition of more than 1 MB", "{ \"Comment\": \"" + new string('x', 1_048_576) + "\", \"StartAt\": {|SVLS2317:\"A\"|}, \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("A job in Express", Call("{|SVLS2304:\"arn:aws:states:::glue:startJobRun.sync\"|}", "\"Parameters\": { \"JobName\": \"j\" }"), IsExpress: true),
        new("A callback in Express", Call("{|SVLS2304:\"arn:aws:states:::lambda:invoke.waitForTaskToken\"|}", Token), IsExpress: true),
        new("An activity in Express", Call("{|SVLS2304:\"arn:aws:states:eu-west-1:123456789012:activity:a\"|}", "\"TimeoutSeconds\": 9"), IsExpress: true),
        new("A distributed Map in Express", Map("").Replace("\"Mode\":", "{|SVLS2304:\"Mode\"|}:"), IsExpress: true),
        new("A job in the Express executions of a Map", Machine(
            "\"A\": { \"Type\": \"Map\", \"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"EXPRESS\" }, \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Task\", "
            + "\"Resource\": {|SVLS2304:\"arn:aws:states:::glue:startJobRun.sync\"|}, \"Parameters\": { \"JobName\": \"j\" }, \"End\": true } } }, \"End\": true }")),
        new("A query language of the processor", Machine(
            "\"A\": { \"Type\": \"Map\", \"ItemProcessor\": { {|SVLS2317:\"QueryLanguage\"|}: \"JSONata\", \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"End\": true } } }, \"End\": true }")),
        new("A result with paths", Machine("\"A\": { \"Type\": \"Pass\", \"Result\": { {|SVLS2317:\"id.$\"|}: \"$.id\" }, \"End\": true }"), DefinitionSeverity.Warning),
        new("A state that never comes to an end", Machine(
            "\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.a\", \"IsPresent\": true, \"Next\": \"B\" } ], \"Default\": \"D\" }, "
            + "{|SVLS2303:\"B\"|}: { \"Type\": \"Pass\", \"Next\": \"C\" }, \"C\": { \"Type\": \"Pass\", \"Next\": \"B\" }, \"D\": { \"Type\": \"Succeed\" }"), DefinitionSeverity.Warning),
    ];
}
