namespace Serverless.Model;

internal enum GrantTarget
{
    Functions,
    StateMachine,
}

/// <summary>`[Allow]` or `[Deny]`: actions on one resource.</summary>
/// <param name="IsAllow">False for Deny.</param>
/// <param name="Actions">`service:Action`, as written.</param>
/// <param name="On">The resource; null = `*`, only for actions without resource types.</param>
/// <param name="Condition">JSON object text, checked when read; null = none.</param>
/// <param name="Sid">Letters and digits, or null.</param>
/// <param name="Target">Whose role it joins.</param>
internal sealed record Grant(bool IsAllow, EquatableArray<string> Actions, AwsValue? On, string? Condition, string? Sid, GrantTarget Target, DeclarationRef Declaration);
