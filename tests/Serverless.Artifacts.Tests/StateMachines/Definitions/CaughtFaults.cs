using static Serverless.Artifacts.Tests.StateMachines.Definitions.FaultyDefinition;

namespace Serverless.Artifacts.Tests.StateMachines.Definitions;

/// <summary>Faults that one of the public validators finds as well.</summary>
internal static class CaughtFaults
{
    private const string Branch = "{ \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Succeed\" } } }";

    public static IReadOnlyList<FaultyDefinition> All { get; } =
    [
        .. Graphs, .. Fields, .. Tasks, .. Choices, .. Maps, .. Languages,
    ];

    private static FaultyDefinition[] Graphs =>
    [
        new("No start", "{ {|SVLS2317:\"States\"|}: { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("No states", "{ {|SVLS2317:\"StartAt\"|}: \"A\" }"),
        new("Empty states", "{ \"StartAt\": \"A\", {|SVLS2317:\"States\"|}: {} }"),
        new("A start that does not exist", "{ \"StartAt\": {|SVLS2301:\"Z\"|}, \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("A target that does not exist", Machine("\"A\": { \"Type\": \"Pass\", \"Next\": {|SVLS2301:\"Z\"|} }, \"B\": { \"Type\": \"Succeed\" }").Replace("\"B\":", "{|SVLS2302:\"B\"|}:")),
        new("A target in another casing", Machine("\"A\": { \"Type\": \"Pass\", \"Next\": {|SVLS2301:\"done\"|} }, {|SVLS2302:\"Done\"|}: { \"Type\": \"Succeed\" }")),
        new("A state that nothing leads to", Machine("\"A\": { \"Type\": \"Succeed\" }, {|SVLS2302:\"B\"|}: { \"Type\": \"Succeed\" }")),
        new("A default that does not exist", Machine("\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"B\" } ], \"Default\": {|SVLS2301:\"Z\"|} }, \"B\": { \"Type\": \"Succeed\" }")),
        new("A rule that leads nowhere", Choice("{ \"Variable\": \"$.a\", \"IsNull\": true, \"Next\": {|SVLS2301:\"Z\"|} }")),
        new("A catcher that leads nowhere", Task("\"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": {|SVLS2301:\"Z\"|} } ]")),
        new("No end", "{ \"StartAt\": \"A\", {|SVLS2303:\"States\"|}: { \"A\": { \"Type\": \"Pass\", \"Next\": \"B\" }, \"B\": { \"Type\": \"Pass\", \"Next\": \"A\" } } }"),
        new("A branch without an end", Machine("\"A\": { \"Type\": \"Parallel\", \"Branches\": [ { \"StartAt\": \"B\", {|SVLS2303:\"States\"|}: { \"B\": { \"Type\": \"Pass\", \"Next\": \"B\" } } } ], \"End\": true }")),
        new("A way out of a branch", Machine(
            "\"A\": { \"Type\": \"Parallel\", \"Branches\": [ { \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.a\", \"IsNull\": true, \"Next\": {|SVLS2305:\"C\"|} } ], \"Default\": \"D\" }, "
            + "\"D\": { \"Type\": \"Succeed\" } } } ], \"Next\": \"C\" }, \"C\": { \"Type\": \"Succeed\" }")),
        new("A way into a branch", Machine("\"A\": { \"Type\": \"Parallel\", \"Branches\": [ " + Branch + " ], \"Next\": {|SVLS2305:\"B\"|} }")),
        new("Two states of one name", Machine("\"A\": { \"Type\": \"Parallel\", \"Branches\": [ { \"StartAt\": \"A\", \"States\": { {|SVLS2317:\"A\"|}: { \"Type\": \"Succeed\" } } } ], \"End\": true }")),
        new("A name of 81 characters", "{ \"StartAt\": \"" + new string('n', 81) + "\", \"States\": { {|SVLS2317:\"" + new string('n', 81) + "\"|}: { \"Type\": \"Succeed\" } } }"),
    ];

    private static FaultyDefinition[] Fields =>
    [
        new("A field of the machine that does not exist", "{ {|SVLS2317:\"Coment\"|}: \"x\", \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("Another version", "{ \"Version\": {|SVLS2317:\"2.0\"|}, \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("A timeout of the machine that is text", "{ \"TimeoutSeconds\": {|SVLS2317:\"60\"|}, \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("A query language that does not exist", "{ \"QueryLanguage\": {|SVLS2317:\"JMESPath\"|}, \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }"),
        new("No type", Machine("{|SVLS2317:\"A\"|}: { \"End\": true }").Replace("\"End\": true", "\"Comment\": \"c\"")),
        new("A type that does not exist", Machine("\"A\": { \"Type\": {|SVLS2317:\"Suceed\"|} }")),
        new("A field that does not exist", Machine("\"A\": { \"Type\": \"Succeed\", {|SVLS2317:\"Outputpath\"|}: \"$\" }")),
        new("A retrier on a Pass", Machine("\"A\": { \"Type\": \"Pass\", {|SVLS2317:\"Retry\"|}: [ { \"ErrorEquals\": [ \"X\" ] } ], \"End\": true }")),
        new("A catcher on a Choice", Machine("\"A\": { \"Type\": \"Choice\", {|SVLS2317:\"Catch\"|}: [], \"Choices\": [ { \"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"D\" } ], \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }")),
        new("A timeout on a Map", Map("{|SVLS2317:\"TimeoutSeconds\"|}: 60, ")),
        new("End on a Choice", Machine("\"A\": { \"Type\": \"Choice\", {|SVLS2317:\"End\"|}: true, \"Choices\": [ { \"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"D\" } ], \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }")),
        new("Next on a Succeed", Machine("\"A\": { \"Type\": \"Succeed\", {|SVLS2317:\"Next\"|}: \"A\" }")),
        new("Neither Next nor End", Machine("\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"B\" } ], \"Default\": \"D\" }, {|SVLS2317:\"B\"|}: { \"Type\": \"Pass\" }, \"D\": { \"Type\": \"Succeed\" }")
            .Replace("{|SVLS2317:\"B\"|}", "{|SVLS2303:{|SVLS2317:\"B\"|}|}")),
        new("Next and End", Machine("\"A\": { \"Type\": \"Pass\", \"Next\": \"B\", {|SVLS2317:\"End\"|}: true }, \"B\": { \"Type\": \"Succeed\" }")),
        new("An End that is text", Machine("\"A\": { \"Type\": \"Pass\", \"End\": {|SVLS2317:\"true\"|} }")),
        new("A wait of nothing", Machine("{|SVLS2317:\"A\"|}: { \"Type\": \"Wait\", \"End\": true }")),
        new("A wait of two kinds", Machine("\"A\": { \"Type\": \"Wait\", \"Seconds\": 1, {|SVLS2317:\"Timestamp\"|}: \"2026-01-01T00:00:00Z\", \"End\": true }")),
        new("A wait of negative time", Machine("\"A\": { \"Type\": \"Wait\", \"Seconds\": {|SVLS2317:-1|}, \"End\": true }")),
        new("A wait for seconds as text", Machine("\"A\": { \"Type\": \"Wait\", \"Seconds\": {|SVLS2317:\"10\"|}, \"End\": true }")),
        new("A wait until no instant", Machine("\"A\": { \"Type\": \"Wait\", \"Timestamp\": {|SVLS2317:\"tomorrow\"|}, \"End\": true }")),
        new("An error and its path", Machine("\"A\": { \"Type\": \"Fail\", \"Error\": \"E\", {|SVLS2317:\"ErrorPath\"|}: \"$.e\" }")),
        new("An error that is a number", Machine("\"A\": { \"Type\": \"Fail\", \"Error\": {|SVLS2317:500|} }")),
        new("No branches", Machine("{|SVLS2317:\"A\"|}: { \"Type\": \"Parallel\", \"End\": true }")),
        new("Empty branches", Machine("\"A\": { \"Type\": \"Parallel\", \"Branches\": {|SVLS2317:[]|}, \"End\": true }")),
        new("A path without a dollar", Machine("\"A\": { \"Type\": \"Pass\", \"InputPath\": \"{|SVLS2318:order|}\", \"End\": true }")),
        new("A result path that selects several", Machine("\"A\": { \"Type\": \"Pass\", \"ResultPath\": \"{|SVLS2318:$.orders[*]|}\", \"End\": true }")),
    ];

    private static FaultyDefinition[] Tasks =>
    [
        new("No resource", Machine("{|SVLS2317:\"A\"|}: { \"Type\": \"Task\", \"End\": true }")),
        new("A resource that is no ARN", Call("{|SVLS2309:\"myFunction\"|}", "\"TimeoutSeconds\": 1")),
        new("A timeout of nothing", Task("\"TimeoutSeconds\": {|SVLS2317:0|}")),
        new("A timeout beyond the longest", Task("\"TimeoutSeconds\": {|SVLS2317:100000000|}")),
        new("A timeout that is a fraction", Task("\"TimeoutSeconds\": {|SVLS2317:1.5|}")),
        new("A timeout and its path", Task("\"TimeoutSeconds\": 1, {|SVLS2317:\"TimeoutSecondsPath\"|}: \"$.t\"")),
        new("A retrier without errors", Task("\"Retry\": [ { {|SVLS2317:\"MaxAttempts\"|}: 3 } ]")),
        new("A retrier with no error", Task("\"Retry\": [ { \"ErrorEquals\": {|SVLS2317:[]|} } ]")),
        new("An error that is no text", Task("\"Retry\": [ { \"ErrorEquals\": [ {|SVLS2317:404|} ] } ]")),
        new("An interval that is a fraction", Task("\"Retry\": [ { \"ErrorEquals\": [ \"X\" ], \"IntervalSeconds\": {|SVLS2317:0.5|} } ]")),
        new("Attempts below none", Task("\"Retry\": [ { \"ErrorEquals\": [ \"X\" ], \"MaxAttempts\": {|SVLS2317:-1|} } ]")),
        new("A rate below one", Task("\"Retry\": [ { \"ErrorEquals\": [ \"X\" ], \"BackoffRate\": {|SVLS2317:0.5|} } ]")),
        new("A delay beyond the longest", Task("\"Retry\": [ { \"ErrorEquals\": [ \"X\" ], \"MaxDelaySeconds\": {|SVLS2317:31622401|} } ]")),
        new("A jitter that does not exist", Task("\"Retry\": [ { \"ErrorEquals\": [ \"X\" ], \"JitterStrategy\": {|SVLS2317:\"HALF\"|} } ]")),
        new("A field of a retrier that does not exist", Task("\"Retry\": [ { \"ErrorEquals\": [ \"X\" ], {|SVLS2317:\"MaxAttempt\"|}: 3 } ]")),
        new("A catcher without a target", Task("\"Catch\": [ { {|SVLS2317:\"ErrorEquals\"|}: [ \"X\" ] } ]")),
        new("A key twice, as path and as literal", Task("\"Parameters\": { \"a\": 1, {|SVLS2317:\"a.$\"|}: \"$.a\" }")),
        new("A computed key with a literal", Task("\"Parameters\": { \"a.$\": \"{|SVLS2318:order|}\" }")),
        new("A computed key with a number", Task("\"Parameters\": { \"a.$\": {|SVLS2317:1|} }")),
    ];

    private static FaultyDefinition[] Choices =>
    [
        new("No rules", Machine("{|SVLS2317:\"A\"|}: { \"Type\": \"Choice\", \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }")),
        new("Empty rules", Machine("\"A\": { \"Type\": \"Choice\", \"Choices\": {|SVLS2317:[]|}, \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }")),
        new("A rule without a target", Choice("{ {|SVLS2317:\"Variable\"|}: \"$.a\", \"IsNull\": true }")),
        new("A rule without a variable", Choice("{ {|SVLS2317:\"IsNull\"|}: true, \"Next\": \"D\" }")),
        new("A rule without an operator", Choice("{ {|SVLS2317:\"Variable\"|}: \"$.a\", \"Next\": \"D\" }")),
        new("An operator that does not exist", Choice("{ \"Variable\": \"$.a\", {|SVLS2317:\"StringEqual\"|}: \"x\", \"Next\": \"D\" }")),
        new("Two operators", Choice("{ \"Variable\": \"$.a\", \"NumericGreaterThan\": 1, {|SVLS2317:\"NumericLessThan\"|}: 5, \"Next\": \"D\" }")),
        new("A number compared with text", Choice("{ \"Variable\": \"$.a\", \"NumericEquals\": {|SVLS2317:\"5\"|}, \"Next\": \"D\" }")),
        new("A text compared with a number", Choice("{ \"Variable\": \"$.a\", \"StringEquals\": {|SVLS2317:5|}, \"Next\": \"D\" }")),
        new("A flag compared with text", Choice("{ \"Variable\": \"$.a\", \"BooleanEquals\": {|SVLS2317:\"true\"|}, \"Next\": \"D\" }")),
        new("An instant that is none", Choice("{ \"Variable\": \"$.a\", \"TimestampEquals\": {|SVLS2317:\"2026-01-01\"|}, \"Next\": \"D\" }")),
        new("A target inside of And", Choice("{ \"And\": [ { \"Variable\": \"$.a\", \"IsNull\": true, {|SVLS2317:\"Next\"|}: \"D\" } ], \"Next\": \"D\" }")),
        new("An And of one comparison", Choice("{ \"And\": {|SVLS2317:{ \"Variable\": \"$.a\", \"IsNull\": true }|}, \"Next\": \"D\" }")),
        new("A variable that is no path", Choice("{ \"Variable\": \"{|SVLS2318:a|}\", \"IsNull\": true, \"Next\": \"D\" }")),
    ];

    private static FaultyDefinition[] Maps =>
    [
        new("No processor", Machine("{|SVLS2317:\"A\"|}: { \"Type\": \"Map\", \"End\": true }")),
        new("A processor and an iterator", Map("{|SVLS2317:\"Iterator\"|}: " + Branch.Replace("\"B\"", "\"J\"") + ", ")),
        new("A selector and parameters", Map("\"ItemSelector\": { \"a\": 1 }, {|SVLS2317:\"Parameters\"|}: { \"a\": 1 }, ")),
        new("A mode that does not exist", Map("", "\"Mode\": {|SVLS2317:\"REMOTE\"|}")),
        new("A distributed Map without a type", Map("", "\"Mode\": \"DISTRIBUTED\"").Replace("\"ProcessorConfig\"", "{|SVLS2317:\"ProcessorConfig\"|}")),
        new("A concurrency below none", Map("\"MaxConcurrency\": {|SVLS2317:-1|}, ")),
        new("A share of failures beyond all", Map("\"ToleratedFailurePercentage\": {|SVLS2317:101|}, ")),
        new("A format that does not exist", Map("\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": { \"InputType\": {|SVLS2317:\"XML\"|} }, \"Parameters\": { \"Bucket\": \"b\", \"Key\": \"k\" } }, ")),
        new("A batch that is too large", Map("\"ItemBatcher\": { \"MaxInputBytesPerBatch\": {|SVLS2317:262145|} }, ")),
    ];

    private static FaultyDefinition[] Languages =>
    [
        new("A field of JSONPath in JSONata", JsonataPass("{|SVLS2315:\"InputPath\"|}: \"$\"")),
        new("A field of JSONata in JSONPath", Machine("\"A\": { \"Type\": \"Pass\", {|SVLS2315:\"Output\"|}: 1, \"End\": true }")),
        new("Parameters of a task in JSONata", Jsonata("\"A\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\", {|SVLS2315:\"Parameters\"|}: {}, \"End\": true }")),
        new("A comparison of JSONPath in JSONata", Jsonata(
            "\"A\": { \"Type\": \"Choice\", \"Choices\": [ { {|SVLS2315:\"Variable\"|}: \"$.a\", \"IsNull\": true, \"Next\": \"D\" } ], \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }")),
        new("A condition of JSONata in JSONPath", Choice("{ {|SVLS2315:\"Condition\"|}: \"{% true %}\", \"Next\": \"D\" }")),
        new("An inner state takes over no language", Machine(
            "\"A\": { \"Type\": \"Map\", \"QueryLanguage\": \"JSONata\", \"ItemProcessor\": { \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", {|SVLS2315:\"Output\"|}: 1, \"End\": true } } }, \"End\": true }")),
        new("A condition that is text", Jsonata(
            "\"A\": { \"Type\": \"Choice\", \"Choices\": [ { \"Condition\": {|SVLS2317:\"$states.input.a\"|}, \"Next\": \"D\" } ], \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }")),
        new("An expression without its end", JsonataPass("\"Output\": \"{% $states.input.a + {|SVLS2318:%|}}\"")),
        new("A bracket that is not closed", JsonataPass("\"Output\": { \"a\": \"{% $states.input.a[1 {|SVLS2318:%|}}\" }")),
        new("A function of JSONPath that does not exist", Task("\"Parameters\": { \"id.$\": \"{|SVLS2318:States.Uuid|}()\" }")),
        new("A function of JSONPath with too few arguments", Task("\"Parameters\": { \"n.$\": \"{|SVLS2318:States.MathAdd|}($.a)\" }")),
        new("A call that is not closed", Task("\"Parameters\": { \"n.$\": \"{|SVLS2318:States.MathAdd|}($.a, 1\" }")),
        new("An expression that is not closed", JsonataPass("\"Output\": {|SVLS2318:\"{% $states.input\"|}")),
    ];
}
