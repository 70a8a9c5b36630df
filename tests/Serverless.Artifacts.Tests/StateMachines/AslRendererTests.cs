using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.StateMachines;

public sealed class AslRendererTests
{
    private const string ServiceErrors =
        """{"ErrorEquals":["Lambda.ClientExecutionTimeoutException","Lambda.ServiceException","Lambda.AWSLambdaException","Lambda.SdkClientException"],"IntervalSeconds":2,"MaxAttempts":6,"BackoffRate":2}""";

    [Fact]
    public void A_function_task_reads_in_the_order_of_the_documentation()
    {
        var task = Make.FunctionTask("Get", "Fn") with
        {
            Arguments = new AslExpression("$document"),
            Assign = EquatableArray.Of(new Assignment("metadata", new AslExpression("$states.result.Payload"))),
            Catch = EquatableArray.Of(new CatchRule(EquatableArray.Of("States.ALL"), "Alert")),
            Next = "Analyse",
        };

        Assert.Equal(
            """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"${Fn}","Payload":"{% $document %}"},"""
            + """ "Output":"{% $states.result.Payload %}","Assign":{"metadata":"{% $states.result.Payload %}"},"TimeoutSeconds":60,"Retry":[""".TrimStart() + ServiceErrors
            + """],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Alert"}],"Next":"Analyse"}""",
            Render(task));
    }

    [Fact]
    public void A_function_task_without_arguments_gets_the_input() =>
        Assert.Contains("\"Payload\":\"{% $states.input %}\"", Render(Make.FunctionTask("Get", "Fn")), StringComparison.Ordinal);

    [Fact]
    public void The_recommended_retrier_comes_first_and_only_when_asked_for()
    {
        var own = new RetryRule(EquatableArray.Of("States.ALL"), MaxAttempts: 1);
        var task = Make.FunctionTask("Get", "Fn") with { Retry = EquatableArray.Of(own) };
        const string Own = """{"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"MaxAttempts":1,"BackoffRate":2,"JitterStrategy":"FULL"}""";

        Assert.Contains("\"Retry\":[" + ServiceErrors + "," + Own + "]", Render(task), StringComparison.Ordinal);
        Assert.Contains("\"Retry\":[" + Own + "]", Render(task with { RetryServiceErrors = false }), StringComparison.Ordinal);
        Assert.DoesNotContain("Retry", Render(Make.FunctionTask("Get", "Fn") with { RetryServiceErrors = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_of_a_function_is_not_unwrapped()
    {
        var rendered = Render(Make.FunctionTask("Ask", "Fn") with { Resource = "lambda:invoke.waitForTaskToken" });

        Assert.Contains("arn:aws:states:::lambda:invoke.waitForTaskToken", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("Output", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSONPath_function_task_calls_the_function_by_its_ARN() =>
        Assert.Equal(
            """{"Type":"Task","Resource":"${Fn}","Parameters":{"id.$":"$.id"},"ResultPath":"$.x","TimeoutSecondsPath":"$.limit","End":true}""",
            Render(
                new TaskState
                {
                    Name = "Get", Declaration = Make.At, Function = "Fn", Arguments = Make.Object(("id", new AslPath("$.id"))), ResultPath = "$.x", TimeoutSeconds = new AslPath("$.limit"),
                },
                QueryLanguage.JSONPath));

    [Fact]
    public void A_discarded_result_is_null_and_not_a_text() =>
        Assert.Equal("""{"Type":"Pass","ResultPath":null,"End":true}""", Render(Make.Pass("P") with { ResultPath = "null" }, QueryLanguage.JSONPath));

    [Theory]
    [InlineData("a\nb\r\nc", "{% a b  c %}")]
    [InlineData("'${x}'", "{% '$' & '{x}' %}")]
    [InlineData("\"a${x}\"", "{% \"a$\" & \"{x}\" %}")]
    [InlineData("${'a': 1}", "{% $ {'a': 1} %}")]
    [InlineData("\"\\\"${\"", "{% \"\\\"$\" & \"{\" %}")]
    [InlineData("$x{'a': 1}", "{% $x{'a': 1} %}")]
    public void An_expression_is_one_line_without_a_substitution_in_it(string jsonata, string expected) => Assert.Equal(expected, DefinitionText.Expression(jsonata));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{ no expression", "{ no expression")]
    [InlineData("{% 1 %}", "{% \"{% 1 %}\" %}")]
    [InlineData("it's ${x}", "{% \"it's $\" & \"{x}\" %}")]
    public void Text_stays_text_even_when_it_looks_like_more(string text, string expected) => Assert.Equal(expected, DefinitionText.JsonataConstant(text));

    [Fact]
    public void A_reference_is_named_after_its_id_and_what_is_wanted_of_it()
    {
        var application = Make.Application(resources: [Make.Table(), new QueueResource("Jobs", Make.At)]);
        var task = Make.Task("Put", "dynamodb:putItem", ("TableName", Make.Reference("@Items")), ("Item", Make.Object(("arn", Make.Reference("@Items.Arn")), ("QueueArn", Make.Reference("@Jobs")), ("QueueUrl", Make.Reference("@Jobs")))));
        var document = AslRenderer.Render(Make.Machine(task), new ReferenceResolver(application));

        Assert.Equal("""{"TableName":"${Items}","Item":{"arn":"${ItemsArn}","QueueArn":"${JobsArn}","QueueUrl":"${Jobs}"}}""", document.Definition.Text("States/Put/Arguments"));
        Assert.Equal(["Items", "ItemsArn", "JobsArn", "Jobs"], document.Substitutions.Select(static entry => entry.Key));
    }

    [Fact]
    public void Two_values_with_one_name_get_two_names()
    {
        var task = Make.Task("Put", "sns:publish", ("TopicArn", Make.Reference("arn:${AWS::Partition}:sns:a")), ("TargetArn", Make.Reference("arn:${AWS::Partition}:sns:b")), ("Again", Make.Reference("arn:${AWS::Partition}:sns:a")));
        var document = AslRenderer.Render(Make.Machine(task), new ReferenceResolver(Make.Application()));

        Assert.Equal("""{"TopicArn":"${Value}","TargetArn":"${Value2}","Again":"${Value}"}""", document.Definition.Text("States/Put/Arguments"));
    }

    [Fact]
    public void Raw_fields_win_over_emitted_ones_and_null_takes_them_away()
    {
        var rendered = Render(Make.Task("Put", "dynamodb:putItem", ("TableName", new AslText("t"))) with { TimeoutSeconds = Make.Number(9), Raw = """{ "TimeoutSeconds": null, "Arguments": { "ReturnValues": "ALL_OLD" } }""" });

        Assert.Equal("""{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Arguments":{"TableName":"t","ReturnValues":"ALL_OLD"},"End":true}""", rendered);
    }

    [Fact]
    public void Every_other_kind_of_state_has_its_fields()
    {
        Assert.Equal("""{"Type":"Succeed"}""", Render(new SucceedState { Name = "S", Declaration = Make.At }));
        Assert.Equal("""{"Type":"Fail","Error":"E","Cause":"{% $states.input.x %}"}""", Render(new FailState { Name = "S", Declaration = Make.At, Error = new AslText("E"), Cause = new AslExpression("$states.input.x") }));
        Assert.Equal("""{"Type":"Wait","Timestamp":"{% $at %}","Next":"N"}""", Render(new WaitState { Name = "S", Declaration = Make.At, Kind = WaitKind.Timestamp, Value = new AslExpression("$at"), Next = "N" }));
        Assert.Equal(
            """{"Type":"Choice","Choices":[{"Condition":"{% $a %}","Assign":{"b":true},"Next":"X"}],"Assign":{"b":false},"Default":"Y"}""",
            Render(new ChoiceState
            {
                Name = "S", Declaration = Make.At, Default = "Y",
                Choices = EquatableArray.Of(new ChoiceRule(new AslExpression("$a"), "X", EquatableArray.Of(new Assignment("b", new AslBoolean(true))))),
                Assign = EquatableArray.Of(new Assignment("b", new AslBoolean(false))),
            }));
        Assert.Equal(
            """{"Type":"Map","Items":"{% $all %}","MaxConcurrency":10,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}""",
            Render(new MapState { Name = "S", Declaration = Make.At, Items = new AslExpression("$all"), MaxConcurrency = Make.Number(10), Processor = new StateGraph("I", EquatableArray.Of<State>(Make.Pass("I"))) }));
    }

    private static string Render(State state, QueryLanguage language = QueryLanguage.JSONata)
    {
        var machine = Make.Machine(state) with { QueryLanguage = language };
        return AslRenderer.Render(machine, new ReferenceResolver(Make.Application([Make.Function("Fn")]))).Definition.Text("States/" + state.Name);
    }
}
