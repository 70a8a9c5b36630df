using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What a deployment puts in: its values are not known here, and nothing is said about them.</summary>
internal static class Placeholders
{
    /// <summary>`${OrdersTable}`, or a function of CloudFormation, or what could not be read.</summary>
    public static bool Hides(JsonNode? node) => node switch
    {
        JsonString text => IsIn(text.Value),
        JsonObject obj => IsIntrinsic(obj),
        JsonOpaque => true,
        _ => false,
    };

    public static bool IsIn(string text) => text.Contains("${");

    /// <summary>`{ "Ref": … }`, `{ "Fn::Sub": … }`.</summary>
    public static bool IsIntrinsic(JsonObject obj) =>
        obj.Count == 1 && (obj.Members[0].Name == "Ref" || obj.Members[0].Name.StartsWith("Fn::", StringComparison.Ordinal));

    /// <summary>The members of an object are all there is.</summary>
    public static bool IsWhole(JsonObject obj)
    {
        foreach (var member in obj)
        {
            if (member.Name == "<<" || member.Name.StartsWith("Fn::", StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
