using static Serverless.Artifacts.Tests.StateMachines.Definitions.FaultyDefinition;

namespace Serverless.Artifacts.Tests.StateMachines.Definitions;

/// <summary>Definitions that Step Functions takes and that have no hazard: what is close to a fault and is none.</summary>
internal static class GoodDefinitions
{
    private const string Function = "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\"";

    private const string Done = ", \"D\": { \"Type\": \"Succeed\" }";

    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        ("One state", Machine("\"A\": { \"Type\": \"Succeed\" }")),
        ("All fields of the machine", "{ \"Comment\": \"c\", \"Version\": \"1.0\", \"QueryLanguage\": \"JSONPath\", \"TimeoutSeconds\": 60, \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\", \"Comment\": \"c\" } } }"),
        ("A name with signs", Machine("\"A\": { \"Type\": \"Pass\", \"Next\": \"Is it done? (yes/no) *\" }, \"Is it done? (yes/no) *\": { \"Type\": \"Succeed\" }")),
        ("A name of 80 characters", Machine("\"A\": { \"Type\": \"Pass\", \"Next\": \"" + new string('n', 80) + "\" }, \"" + new string('n', 80) + "\": { \"Type\": \"Succeed\" }")),
        ("A loop with a way out", Machine("\"A\": { \"Type\": \"Wait\", \"Seconds\": 5, \"Next\": \"B\" }, \"B\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.done\", \"BooleanEquals\": true, \"Next\": \"D\" } ], \"Default\": \"A\" }" + Done)),
        ("A choice that leaves nothing over", Machine("\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.x\", \"IsPresent\": true, \"Next\": \"D\" }, { \"Variable\": \"$.x\", \"IsPresent\": false, \"Next\": \"D\" } ] }" + Done)),
        ("A choice and its negation", Machine("\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.x\", \"NumericEquals\": 1, \"Next\": \"D\" }, { \"Not\": { \"Variable\": \"$.x\", \"NumericEquals\": 1 }, \"Next\": \"D\" } ] }" + Done)),
        ("All ways to combine", Choice("{ \"And\": [ { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Or\": [ { \"Variable\": \"$.a\", \"StringMatches\": \"x*\" }, { \"Not\": { \"Variable\": \"$.b\", \"TimestampLessThanPath\": \"$.c\" } } ] } ], \"Next\": \"D\" }")),
        ("Numbers with a fraction", Choice("{ \"Variable\": \"$.a\", \"NumericGreaterThanEquals\": 1.5, \"Next\": \"D\" }")),
        ("An instant with an offset", Choice("{ \"Variable\": \"$.a\", \"TimestampEquals\": \"2026-01-31T12:00:00.5+01:00\", \"Next\": \"D\" }")),
        ("Every wait", Machine(
            "\"A\": { \"Type\": \"Wait\", \"Seconds\": 0, \"Next\": \"B\" }, \"B\": { \"Type\": \"Wait\", \"SecondsPath\": \"$.s\", \"Next\": \"C\" }, \"C\": { \"Type\": \"Wait\", \"Timestamp\": \"2026-01-31T12:00:00Z\", \"Next\": \"E\" }, "
            + "\"E\": { \"Type\": \"Wait\", \"TimestampPath\": \"$.t\", \"Next\": \"D\" }" + Done)),
        ("Null paths", Machine("\"A\": { \"Type\": \"Pass\", \"InputPath\": null, \"OutputPath\": null, \"ResultPath\": null, \"End\": true }")),
        ("Paths of every kind", Task("\"InputPath\": \"$.a[0]['b c']\", \"Parameters\": { \"all.$\": \"$.orders[*].id\", \"some.$\": \"$..price\", \"part.$\": \"$.orders[0:2]\", \"cheap.$\": \"$.orders[?(@.price < 10)]\", \"me.$\": \"$$.Execution.Id\" }, \"ResultPath\": \"$.result.x\"")),
        ("Filters as people write them", Task("\"ResultSelector\": { \"labels.$\": \"$.Labels[?(@.Name==Receipt)]\" }")),
        ("Functions in functions", Task("\"Parameters\": { \"a.$\": \"States.Format('{} of {}', States.ArrayLength($.a), States.UUID())\", \"b.$\": \"States.ArrayGetItem(States.StringSplit($.b, ','), 0)\" }")),
        ("Text that starts with a dollar", Task("\"Parameters\": { \"price\": \"$5\", \"note\": \"costs $.50\", \"code\": \"States of America\" }")),
        ("A result with a key of a dollar", Machine("\"A\": { \"Type\": \"Pass\", \"Result\": { \"price.$\": \"none\", \"path\": \"$.x\" }, \"End\": true }")),
        ("Retriers and catchers in order", Task(
            "\"Retry\": [ { \"ErrorEquals\": [ \"Busy\", \"Lambda.TooManyRequestsException\" ], \"IntervalSeconds\": 2, \"MaxAttempts\": 0, \"BackoffRate\": 1.0, \"MaxDelaySeconds\": 30, \"JitterStrategy\": \"FULL\" }, { \"ErrorEquals\": [ \"States.Timeout\" ] }, { \"ErrorEquals\": [ \"States.ALL\" ] } ], "
            + "\"TimeoutSeconds\": 60, \"HeartbeatSeconds\": 59")),
        ("An error of HTTP", Task("\"Retry\": [ { \"ErrorEquals\": [ \"States.Http.StatusCode.429\", \"States.Http.Socket\" ] } ]")),
        ("A callback with its token", Call("\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"", "\"Parameters\": { \"QueueUrl\": \"https://sqs.eu-west-1.amazonaws.com/1/q\", \"MessageBody\": { \"input.$\": \"$\", \"token.$\": \"$$.Task.Token\" } }, \"HeartbeatSeconds\": 60")),
        ("A token in a call", Call("\"arn:aws:states:::sns:publish.waitForTaskToken\"", "\"Parameters\": { \"TopicArn\": \"t\", \"Message.$\": \"States.Format('answer with {}', $$.Task.Token)\" }")),
        ("Any action of the SDK", Call("\"arn:aws-cn:states:::aws-sdk:dynamodb:query\"", "\"Parameters\": { \"TableName\": \"t\", \"Whatever\": 1 }")),
        ("A nested machine", Call("\"arn:aws:states:::states:startExecution.sync:2\"", "\"Parameters\": { \"StateMachineArn\": \"arn:aws:states:eu-west-1:123456789012:stateMachine:m\", \"Input\": { \"a.$\": \"$.a\", \"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$\": \"$$.Execution.Id\" } }")),
        ("An activity", Machine("\"A\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:states:eu-west-1:123456789012:activity:a\", \"TimeoutSecondsPath\": \"$.t\", \"End\": true }")),
        ("Placeholders", Machine("\"A\": { \"Type\": \"Task\", \"Resource\": \"${PayFunctionArn}\", \"Next\": \"B\" }, \"B\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": { \"FunctionName\": \"${PayFunctionArn}\", \"Payload.$\": \"$\" }, \"End\": true }")),
        ("A legacy Map", Machine("\"A\": { \"Type\": \"Map\", \"ItemsPath\": \"$.items\", \"Parameters\": { \"item.$\": \"$$.Map.Item.Value\" }, \"Iterator\": { \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"End\": true } } }, \"MaxConcurrency\": 0, \"End\": true }")),
        ("A distributed Map in full", Map(
            "\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": { \"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": [ \"id\" ], \"MaxItems\": 10 }, \"Parameters\": { \"Bucket\": \"b\", \"Key.$\": \"$.key\" } }, "
            + "\"ItemBatcher\": { \"MaxItemsPerBatch\": 10, \"BatchInput\": { \"run.$\": \"$$.Execution.Name\" } }, \"ResultWriter\": { \"Resource\": \"arn:aws:states:::s3:putObject\", \"Parameters\": { \"Bucket\": \"b\", \"Prefix\": \"p\" } }, "
            + "\"Label\": \"items\", \"MaxConcurrency\": 1000, \"ToleratedFailurePercentage\": 5, ")),
        ("Variables of JSONPath", Machine(
            "\"A\": { \"Type\": \"Pass\", \"Assign\": { \"id.$\": \"$.id\", \"count\": 0 }, \"Next\": \"B\" }, \"B\": { " + Function + ", \"Parameters\": { \"id.$\": \"$id\", \"n.$\": \"States.MathAdd($count, 1)\" }, \"End\": true }")),
        ("A state of JSONata in a machine of JSONPath", Machine("\"A\": { \"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.input.a %}\", \"Next\": \"B\" }, \"B\": { \"Type\": \"Pass\", \"InputPath\": \"$.b\", \"End\": true }")),
        ("JSONata in every field", Jsonata(
            "\"A\": { " + Function + ", \"Arguments\": { \"id\": \"{% $states.input.id %}\", \"at\": \"{% $now() %}\", \"raw\": 5 }, \"TimeoutSeconds\": \"{% $states.input.t %}\", \"Output\": \"{% $states.result.Payload %}\", \"Assign\": { \"total\": \"{% $sum($states.result.lines.(price * count)) %}\" }, "
            + "\"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Output\": { \"why\": \"{% $states.errorOutput.Cause %}\" }, \"Assign\": { \"total\": 0 }, \"Next\": \"B\" } ], \"Next\": \"B\" }, "
            + "\"B\": { \"Type\": \"Fail\", \"Error\": \"{% 'Total' & $string($total) %}\", \"Cause\": \"none\" }")),
        ("JSONata with names of its own", JsonataPass(
            "\"Output\": \"{% ( $twice := function($x) { $x * 2 }; $map($states.input.prices, function($p, $i) { $twice($p) + $i }) ~> $sum() ) %}\"")),
        ("JSONata inside of paths and filters", JsonataPass("\"Output\": \"{% $states.input.orders[total > 10 and $.open].{ 'id': id, 'lines': lines^(>price)[0] } %}\"")),
        ("Functions of the service", JsonataPass("\"Output\": \"{% { 'a': $uuid(), 'b': $partition([1, 2, 3], 2), 'c': $range(0, 10, 2), 'd': $hash('x', 'SHA-256'), 'e': $random(), 'f': $parse('{}') } %}\"")),
        ("A variable that is asked for", Jsonata(
            "\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Condition\": \"{% $states.input.x %}\", \"Assign\": { \"a\": 1 }, \"Next\": \"B\" } ], \"Default\": \"B\" }, \"B\": { \"Type\": \"Pass\", \"Output\": \"{% $exists($a) ? $a : 0 %}\", \"End\": true }")),
        ("Inner graphs read outer variables", Jsonata(
            "\"A\": { \"Type\": \"Pass\", \"Assign\": { \"a\": 1 }, \"Next\": \"M\" }, \"M\": { \"Type\": \"Map\", \"Items\": \"{% $states.input.items %}\", \"ItemSelector\": { \"n\": \"{% $states.context.Map.Item.Index + $a %}\" }, "
            + "\"ItemProcessor\": { \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"Assign\": { \"b\": \"{% $a %}\" }, \"Next\": \"J\" }, \"J\": { \"Type\": \"Pass\", \"Output\": \"{% $a + $b %}\", \"End\": true } } }, \"End\": true }")),
        ("A token in JSONata", Jsonata(
            "\"A\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke.waitForTaskToken\", \"Arguments\": { \"FunctionName\": \"f\", \"Payload\": { \"token\": \"{% $states.context.Task.Token %}\" } }, \"HeartbeatSeconds\": 60, \"End\": true }")),
    ];
}
