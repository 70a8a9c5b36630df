using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;
using Serverless.Testing.Tools;

namespace Serverless.StepFunctions.Local.Tests.CrossChecks;

/// <summary>
/// The machines of the samples, with success and with a failure at each step, on the runner and on the tests' interpreter around the
/// reference JSONata: equal outputs, errors, causes and visited states.
/// </summary>
public sealed class SampleMachineTests(JsonataEvaluator evaluator) : IClassFixture<JsonataEvaluator>
{
    private static readonly Dictionary<string, (string[] Inputs, Dictionary<string, string> Answers)> Samples = new(StringComparer.Ordinal)
    {
        ["DocumentPipeline"] = (
            ["""{ "bucket": "b", "key": "in/a.txt", "size": 5 }"""],
            new()
            {
                ["CheckFile"] = """{ "bucket": "b", "key": "in/a.txt", "contentType": "text/plain", "size": 5 }""",
                ["GetMetadata"] = """{ "title": "A", "pages": 2 }""",
                ["GetThumbnail"] = """{ "key": "t/a.svg", "width": 1, "height": 2 }""",
                ["ExtractText"] = """{ "key": "x/a.txt", "words": 7 }""",
                ["Insert"] = "{}",
                ["AlertUser"] = """{ "MessageId": "1" }""",
            }),
        ["PurchaseApproval"] = (
            [
                """{ "id": "1", "total": 20000, "skus": ["A1", "B2"] }""", """{ "id": "2", "total": 5, "skus": ["A1"] }""", """{ "id": "3", "total": 5, "skus": [] }""",
                """{ "id": "TEST-4", "total": 5, "skus": [] }""",
            ],
            new() { ["AskHuman"] = """{ "approved": true, "by": "eva" }""", ["Pick"] = "\"picked\"" }),
        ["NightlyImport"] = (
            ["""{ "day": "2026-11-28" }"""],
            new()
            {
                ["Normalise"] = """{ "JobRunState": "SUCCEEDED" }""",
                ["ImportBatch"] = """{ "files": 20, "sales": 40, "cents": 7 }""",
                ["AddUp"] = """{ "QueryExecution": { "QueryExecutionId": "q-1" } }""",
                ["Report"] = """{ "Output": { "report": "done" }, "Status": "SUCCEEDED" }""",
                ["Alarm"] = """{ "MessageId": "1" }""",
            }),
        ["Quote"] = (
            ["""{ "customer": "c", "skus": ["tea"], "voucher": "TEATIME" }""", """{ "customer": "c", "skus": ["tea"], "voucher": null }""", """{ "customer": "c", "skus": [], "voucher": null }"""],
            new() { ["Price"] = """{ "id": "q", "customer": "c", "total": 12.5 }""", ["Archive"] = "{}" }),
    };

    /// <summary>Runs in executions of its own, whose states are not the parent's.</summary>
    private const string Child = "ImportBatch";

    private const int Files = 45;

    /// <summary>States of branches and iterations.</summary>
    private static readonly string[] Together = ["GetThumbnail", "ExtractText", "Pick", Child];

    public static TheoryData<string, int, string, string> Cases()
    {
        var cases = new TheoryData<string, int, string, string>();
        foreach (var (sample, (inputs, answers)) in Samples)
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                cases.Add(sample, i, "", "");
                foreach (var state in answers.Keys)
                {
                    foreach (var error in new[] { "BoomException", "TimeoutException", "Lambda.ServiceException", "States.Timeout", "UnknownArticleException" })
                        cases.Add(sample, i, state, error);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Both_engines_agree(string sample, int input, string failing, string error)
    {
        var (inputs, answers) = Samples[sample];
        var text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", sample, "expected", "statemachines", sample + ".asl.json"));
        var runner = StateMachineRunner.FromDefinition(text, isExpress: sample == "Quote");
        runner.When(static _ => true, call => call.State == failing ? throw new TaskFailedException(error, "said so") : Answer(answers[call.State], call.Resource == "lambda:invoke"));
        // Only those that wait for a token are asked: a human, a container.
        foreach (var state in answers.Keys)
            runner.Callback(state, call => call.State == failing ? throw new TaskFailedException(error, "said so") : JsonNode.Parse(answers[call.State]));
        for (var i = 0; i < Files; i++)
            runner.S3Object("Landing", $"sales/{i:00}.jsonl", "{}");
        var ours = await runner.Start(JsonNode.Parse(inputs[input]), "run").Ended;

        var definition = JsonNode.Parse(System.Text.RegularExpressions.Regex.Replace(text, @"\$\{(\w+)\}", "$1"))!.AsObject();
        var interpreter = new StateMachineInterpreter(definition, evaluator, call =>
            call.State == failing ? throw new StateMachineException(error, "said so") : Task.FromResult(Answer(answers[call.State], call.Resource.EndsWith(":lambda:invoke", StringComparison.Ordinal))))
        {
            ReadItems = static _ => [.. Enumerable.Range(0, Files).Select(static i => (JsonNode)new JsonObject { ["Key"] = $"sales/{i:00}.jsonl" })],
        };
        var theirs = await interpreter.RunAsync(JsonNode.Parse(inputs[input]));

        if (ours.Status == ExecutionStatus.TimedOut)
        {
            // The interpreter does not know the machine's own timeout: the pauses it asked for must have been too long.
            Assert.True(theirs.Waits.Sum() > definition["TimeoutSeconds"]!.GetValue<double>(), ours.ToString());
            return;
        }

        Assert.Equal((theirs.Error, theirs.Cause), (ours.Error, ours.Cause));
        Assert.Equal(theirs.Output?.ToJsonString(), ours.OutputJson?.ToJsonString());
        // A failing branch or iteration stops its siblings, wherever they are: what is around them is compared then.
        if (Together.Contains(failing))
        {
            Assert.Equal(theirs.Visited.Where(static s => !Together.Contains(s)), ours.Visited.Where(static s => !Together.Contains(s)));
            return;
        }

        Assert.Equal(theirs.Visited.Where(static s => s != Child).Order(StringComparer.Ordinal), ours.Visited.Where(static s => s != Child).Order(StringComparer.Ordinal));
        // Pauses of branches may overlap, so they are compared as they were asked for.
        var pauses = ours.States.SelectMany(static s => s.FailedAttempts).Select(static a => a.Pause).OfType<TimeSpan>().Concat(ours.States.Where(static s => s.Type == StateType.Wait).Select(static s => s.Exited!.Value - s.Entered));
        Assert.Equal(theirs.Waits.Order(), pauses.Select(static p => p.TotalSeconds).Order());
    }

    private static JsonNode? Answer(string json, bool isFunction) => isFunction
        ? new JsonObject { ["ExecutedVersion"] = "$LATEST", ["Payload"] = JsonNode.Parse(json), ["StatusCode"] = 200 }
        : JsonNode.Parse(json);
}
