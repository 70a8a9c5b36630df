using System.Text.Json.Nodes;
using Serverless.Testing.Aws;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// One task of a sample, run as ECS runs a container: a process with the variables of the emitted task definition and those that the
/// state overrides, which answers Step Functions with the token it was given and ends.
/// </summary>
public static class ContainerTask
{
    /// <summary>The resource of a state that waits for a container.</summary>
    public const string RunTask = "arn:aws:states:::ecs:runTask.waitForTaskToken";

    /// <summary>Logical id of the task definition that a state starts.</summary>
    public static string IdOf(JsonObject arguments)
    {
        var family = arguments["TaskDefinition"]!.GetValue<string>();
        return family[(family.IndexOf('-', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="arguments">What the state asks ECS for.</param>
    /// <param name="environment">Variables of this machine: where services are.</param>
    /// <returns>The result that was sent.</returns>
    /// <exception cref="StateMachineException">A failure was sent.</exception>
    public static async Task<JsonNode?> RunAsync(Sample sample, JsonObject arguments, params KeyValuePair<string, string>[] environment)
    {
        Assert.Equal("FARGATE", arguments["LaunchType"]!.GetValue<string>());
        Assert.NotEmpty(arguments["NetworkConfiguration"]!["AwsvpcConfiguration"]!["Subnets"]!.AsArray());
        var definition = sample.Resource(IdOf(arguments))["Properties"]!;
        var container = definition["ContainerDefinitions"]!.AsArray().Single(static c => c!["Name"]!.GetValue<string>() == "task")!;
        var overrides = Assert.Single(arguments["Overrides"]!["ContainerOverrides"]!.AsArray())!;
        Assert.Equal("task", overrides["Name"]!.GetValue<string>());

        using var service = new StepFunctionsServer();
        List<KeyValuePair<string, string>> variables = [.. Variables(container), .. Variables(overrides), .. environment, new("AWS_ENDPOINT_URL_SFN", service.Address)];
        using var process = new SampleProcess(sample, variables);
        var code = await process.WaitForExitAsync();
        var token = variables.Single(static v => v.Key == "SERVERLESS_TASK_TOKEN").Value;
        var answer = Assert.Single(service.Calls, static call => call.Action != "SendTaskHeartbeat");
        Assert.All(service.Calls, call => Assert.Equal(token, call.Text("taskToken")));
        Assert.NotEmpty(service.Of("SendTaskHeartbeat"));
        if (answer.Action == "SendTaskFailure")
        {
            Assert.Equal(1, code);
            throw new StateMachineException(answer.Text("error"), answer.Text("cause"));
        }

        Assert.Equal(0, code);
        return JsonNode.Parse(answer.Text("output"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables(JsonNode container) =>
        container["Environment"]!.AsArray().Select(static v => KeyValuePair.Create(v!["Name"]!.GetValue<string>(), v["Value"]!.GetValue<string>()));
}
