using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Whether a Lambda task is tried again when Lambda itself fails.</summary>
internal static class LambdaRetries
{
    /// <summary>True also where a state around it is tried again as a whole, and where it cannot be told.</summary>
    public static bool CoverServiceErrors(DefinitionState state)
    {
        for (var at = state; at is not null; at = at.Graph.Owner)
        {
            if (at.Body["Retry"] is { } retry && (retry is not JsonArray rules || rules.Any(IsCovering)))
                return true;
        }

        return false;
    }

    private static bool IsCovering(JsonNode rule) => rule is not JsonObject retrier || Placeholders.Hides(rule) || retrier["ErrorEquals"] is not JsonArray errors
        || errors.Any(static e => e is not JsonString { Value: var error } || LambdaServiceErrors.Has(error) || Placeholders.IsIn(error));
}
