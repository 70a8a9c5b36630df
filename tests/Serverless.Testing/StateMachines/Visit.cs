using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <summary>One entry into a state.</summary>
internal sealed record Visit(string Name, JsonObject State, JsonNode? Input, Scope Scope, JsonObject? Item, JsonObject Execution, CancellationToken Cancelled)
{
    public int RetryCount { get; set; }

    public string Type => State["Type"]!.GetValue<string>();

    public string? Next => State["Next"]?.GetValue<string>();

    /// <summary>`$states`, with what else is bound at this moment.</summary>
    public JsonObject States(params (string Name, JsonNode? Value)[] bound)
    {
        var context = new JsonObject
        {
            ["Execution"] = Execution.DeepClone(),
            ["State"] = new JsonObject { ["Name"] = Name, ["EnteredTime"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture), ["RetryCount"] = RetryCount },
            ["StateMachine"] = new JsonObject { ["Id"] = "arn:aws:states:eu-central-1:123456789012:stateMachine:machine", ["Name"] = "machine" },
            ["Task"] = new JsonObject { ["Token"] = $"token-of-{Name}" },
        };
        if (Item is not null)
            context["Map"] = Item.DeepClone();
        var states = new JsonObject { ["input"] = Input?.DeepClone(), ["context"] = context };
        foreach (var (name, value) in bound)
            states[name] = value?.DeepClone();
        return states;
    }
}
