using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests.Jsonata;

/// <summary>An expression and what it is evaluated with.</summary>
internal sealed record JsonataCase(string Expression, JsonNode? Input = null, bool HasInput = false, Dictionary<string, JsonNode?>? Variables = null)
{
    public override string ToString() => $"{Expression}   on {(HasInput ? Input?.ToJsonString() ?? "null" : "nothing")}";
}
