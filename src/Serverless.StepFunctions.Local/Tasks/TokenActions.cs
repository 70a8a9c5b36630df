using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Machines that answer the tokens of others: `aws-sdk:sfn:sendTaskSuccess` and its like.</summary>
internal static class TokenActions
{
    public static bool IsOne(TaskResource resource) => resource.Name is "aws-sdk:sfn:sendTaskSuccess" or "aws-sdk:sfn:sendTaskFailure" or "aws-sdk:sfn:sendTaskHeartbeat";

    public static JsonObject Run(StateMachineRunner runner, TaskResource resource, JsonNode? arguments)
    {
        var members = arguments as JsonObject ?? [];
        var token = new TaskToken(members["TaskToken"]?.GetValue<string>() ?? "");
        try
        {
            switch (resource.Name)
            {
                case "aws-sdk:sfn:sendTaskSuccess":
                    runner.SendTaskSuccess(token, Output(members["Output"]));
                    break;
                case "aws-sdk:sfn:sendTaskFailure":
                    runner.SendTaskFailure(token, members["Error"]?.GetValue<string>() ?? "", members["Cause"]?.GetValue<string>());
                    break;
                default:
                    runner.SendTaskHeartbeat(token);
                    break;
            }
        }
        catch (TaskTokenException exception)
        {
            throw new StateFailure($"Sfn.{exception.Code}Exception", exception.Message);
        }

        return [];
    }

    /// <summary>The API takes JSON as a text; in a definition it may stand as it is.</summary>
    private static JsonNode? Output(JsonNode? output)
    {
        if (!Json.IsText(output))
            return output;
        try
        {
            return JsonNode.Parse(output!.GetValue<string>());
        }
        catch (JsonException exception)
        {
            throw new StateFailure("Sfn.InvalidOutputException", exception.Message);
        }
    }
}
