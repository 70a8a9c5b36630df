using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>Machines that use every kind of state and every field of the model, in both query languages.</summary>
internal static class StateKinds
{
    public static StateMachine Jsonata() => Make.Machine(
        Make.FunctionTask("Read", "FullFunction") with
        {
            Comment = "Reads ${nothing} in particular",
            HeartbeatSeconds = new AslExpression("$states.input.heartbeat"),
            Assign = EquatableArray.Of(new Assignment("item", new AslExpression("$states.result.Payload"))),
            Retry = EquatableArray.Of(
                new RetryRule(EquatableArray.Of("TimeoutException", "IOException"), IntervalSeconds: 3, MaxAttempts: 5, BackoffRate: 1.5, MaxDelaySeconds: 60),
                new RetryRule(EquatableArray.Of("States.ALL"), FullJitter: false)),
            Catch = EquatableArray.Of(
                new CatchRule(EquatableArray.Of("InvalidDataException"), "Refused", EquatableArray.Of(new Assignment("why", new AslExpression("$states.errorOutput.Cause"))), new AslExpression("$states.errorOutput")),
                new CatchRule(EquatableArray.Of("States.ALL"), "Broken")),
            Next = "Shape",
        },
        new PassState
        {
            Name = "Shape",
            Declaration = Make.At,
            Output = Make.Object(
                ("text", new AslText("it's ${literal} text")),
                ("number", Make.Number(3)),
                ("yes", new AslBoolean(true)),
                ("nothing", new AslNull()),
                ("list", new AslList(EquatableArray.Of<AslData>(new AslExpression("$item.a"), new AslText("b"))))),
            Next = "Decide",
        },
        new ChoiceState
        {
            Name = "Decide",
            Declaration = Make.At,
            Choices = EquatableArray.Of(
                new ChoiceRule(new AslExpression("$states.input.number > 2"), "Pause", EquatableArray.Of(new Assignment("large", new AslBoolean(true)))),
                new ChoiceRule(new AslExpression("$states.input.text = '${x}'"), "Until", default, new AslExpression("$states.input.list"))),
            Assign = EquatableArray.Of(new Assignment("large", new AslBoolean(false))),
            Default = "Both",
        },
        new WaitState { Name = "Pause", Declaration = Make.At, Kind = WaitKind.Seconds, Value = Make.Number(60), Next = "Both" },
        new WaitState { Name = "Until", Declaration = Make.At, Kind = WaitKind.Timestamp, Value = new AslExpression("$states.input.at"), Next = "Both" },
        new ParallelState
        {
            Name = "Both",
            Declaration = Make.At,
            Arguments = Make.Object(("id", new AslExpression("$item.id"))),
            Branches = EquatableArray.Of(
                new StateGraph("Left", EquatableArray.Of<State>(Make.Pass("Left"))),
                new StateGraph("Right", EquatableArray.Of<State>(Make.Pass("Right", "Righter"), Make.FunctionTask("Righter", "PlainFunction")))),
            Output = new AslExpression("$states.result[0]"),
            Retry = EquatableArray.Of(new RetryRule(EquatableArray.Of("States.ALL"))),
            Catch = EquatableArray.Of(new CatchRule(EquatableArray.Of("States.ALL"), "Broken")),
            Next = "Each",
        },
        new MapState
        {
            Name = "Each",
            Declaration = Make.At,
            Items = new AslExpression("$states.input.items"),
            ItemSelector = Make.Object(("item", new AslExpression("$states.context.Map.Item.Value")), ("index", new AslExpression("$states.context.Map.Item.Index"))),
            MaxConcurrency = Make.Number(5),
            Processor = new StateGraph("One", EquatableArray.Of<State>(Make.Task("One", "sqs:sendMessage", ("QueueUrl", Make.Reference("@Plain")), ("MessageBody", new AslExpression("$states.input"))))),
            Next = "Ask",
        },
        Make.Task("Ask", "sqs:sendMessage.waitForTaskToken", ("QueueUrl", Make.Reference("@Work")), ("MessageGroupId", new AslText("g")), ("MessageBody", Make.Object(("token", new AslExpression("$states.context.Task.Token"))))) with
        {
            TimeoutSeconds = Make.Number(3600),
            HeartbeatSeconds = Make.Number(600),
            Next = "Store",
        },
        Make.Task("Store", "dynamodb:putItem", ("TableName", Make.Reference("@Items")), ("Item", Make.Object(("id", Make.Object(("S", new AslExpression("$item.id"))))))) with
        {
            Raw = """{ "TimeoutSeconds": 30, "Comment": "raw wins" }""",
            Next = "Tell",
        },
        Make.Task("Tell", "sns:publish", ("TopicArn", Make.Reference("@Alerts")), ("Message", new AslText("done"))) with { Next = "Done" },
        new SucceedState { Name = "Done", Declaration = Make.At, Output = new AslExpression("$item") },
        new FailState { Name = "Refused", Declaration = Make.At, Error = new AslExpression("$states.input.Error"), Cause = new AslText("refused") },
        new FailState { Name = "Broken", Declaration = Make.At }) with
    {
        LogicalId = "JsonataFlow",
        Comment = "Every kind of state",
        Tracing = true,
        LogExecutionData = true,
        LogLevel = StateMachineLogLevel.All,
        NotifyOnFailure = Make.Value("@Alerts"),
        Name = "jsonata-flow",
        Tags = EquatableArray.Of(new Tag("team", "flows")),
        S3Starts = EquatableArray.Of(
            new S3Start(Make.Value("@Inbox"), EquatableArray.Of("s3:ObjectCreated:*"), "in/", ".pdf", Make.At),
            new S3Start(Make.Value("@Archive"), EquatableArray.Of("s3:ObjectCreated:Put", "s3:ObjectRemoved:*"), null, ".txt", Make.At)),
    };

    public static StateMachine JsonPath() => Make.Machine(
        Make.FunctionTask("Call", "PlainFunction") with
        {
            InputPath = "$.order",
            Arguments = Make.Object(("id", new AslPath("$.id")), ("fixed", new AslText("x"))),
            ResultSelector = Make.Object(("total", new AslPath("$.total"))),
            ResultPath = "$.called",
            OutputPath = "$",
            TimeoutSeconds = new AslPath("$.limit"),
            Assign = EquatableArray.Of(new Assignment("total", new AslPath("$.total"))),
            Catch = EquatableArray.Of(new CatchRule(EquatableArray.Of("States.ALL"), "Failed", ResultPath: "$.error")),
            Next = "Choose",
        },
        new ChoiceState
        {
            Name = "Choose",
            Declaration = Make.At,
            Choices = EquatableArray.Of(new ChoiceRule(Make.Object(("Variable", new AslText("$.called.total")), ("NumericGreaterThan", Make.Number(10))), "Rest")),
            Default = "Fixed",
        },
        new PassState { Name = "Fixed", Declaration = Make.At, Result = Make.Object(("a", Make.Number(1))), ResultPath = "null", Next = "Rest" },
        new WaitState { Name = "Rest", Declaration = Make.At, Kind = WaitKind.Seconds, Value = new AslPath("$.seconds"), Next = "All" },
        new MapState
        {
            Name = "All",
            Declaration = Make.At,
            Items = new AslPath("$.items"),
            MaxConcurrency = new AslPath("$.concurrency"),
            ItemSelector = Make.Object(("item", new AslPath("$$.Map.Item.Value"))),
            Processor = new StateGraph("Put", EquatableArray.Of<State>(Make.Task("Put", "dynamodb:putItem", ("TableName", Make.Reference("@ExistingTable")), ("Item", Make.Object(("id", Make.Object(("S", new AslPath("$.item"))))))))),
            Next = "Wrap",
        },
        new ParallelState
        {
            Name = "Wrap",
            Declaration = Make.At,
            Arguments = Make.Object(("all", new AslPath("$"))),
            Branches = EquatableArray.Of(new StateGraph("Inner", EquatableArray.Of<State>(Make.Pass("Inner")))),
            Next = "Ok",
        },
        new SucceedState { Name = "Ok", Declaration = Make.At },
        new FailState { Name = "Failed", Declaration = Make.At, Error = new AslPath("$.error.Error"), Cause = new AslPath("$.error.Cause") }) with
    {
        LogicalId = "JsonPathFlow",
        QueryLanguage = QueryLanguage.JSONPath,
        LogLevel = StateMachineLogLevel.Off,
        NotifyOnFailure = Make.Value("@Alerts"),
    };

    public static StateMachine Express() => Make.Machine(Make.FunctionTask("Only", "PlainFunction")) with
    {
        LogicalId = "ExpressFlow",
        Type = WorkflowType.Express,
        TimeoutSeconds = 300,
        LogLevel = StateMachineLogLevel.Fatal,
    };
}
