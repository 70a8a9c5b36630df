using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>A grant as a statement.</summary>
internal static class GrantStatement
{
    public static Statement Of(Grant grant, ReferenceResolver resolver)
    {
        var resource = grant.On is { } on ? resolver.Resolve(on, ReferenceForm.Arn, ServiceOf(grant)) : DeployedValue.Literal("*");
        return new Statement(grant.IsAllow, Statement.Sorted(grant.Actions), EquatableArray.Of(resource), grant.Condition, grant.Sid);
    }

    private static string? ServiceOf(Grant grant)
    {
        if (grant.Actions.Count == 0)
            return null;
        var colon = grant.Actions[0].IndexOf(':');
        return colon > 0 ? grant.Actions[0].Substring(0, colon) : null;
    }
}
