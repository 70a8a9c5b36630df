using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>A statement of an identity policy, before it is spelt for a template or for a file.</summary>
/// <param name="IsAllow">False for Deny.</param>
/// <param name="Actions">Sorted, each once.</param>
/// <param name="Resources">In the order they were named, each once.</param>
/// <param name="Condition">JSON object text, or null.</param>
/// <param name="Sid">Or null.</param>
internal sealed record Statement(
    bool IsAllow, EquatableArray<string> Actions, EquatableArray<DeployedValue> Resources, string? Condition = null, string? Sid = null)
{
    public static Statement Allow(DeployedValue resource, params string[] actions) =>
        new(true, Sorted(actions), EquatableArray.Of(resource));

    public static Statement Allow(string resource, params string[] actions) => Allow(DeployedValue.Literal(resource), actions);

    public static EquatableArray<string> Sorted(IEnumerable<string> actions) =>
        actions.Distinct(StringComparer.Ordinal).OrderBy(static action => action, StringComparer.Ordinal).ToEquatableArray();
}
