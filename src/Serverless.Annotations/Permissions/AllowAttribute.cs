using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Grants actions on one resource to what stands below it: the functions of a method, class or assembly, or a container. Several
/// resources: repeat the attribute; equal statements are merged. Beside an explicit role it is not applied (SVLS2405).
/// </summary>
/// <param name="actions">IAM actions such as <c>dynamodb:GetItem</c>; an unknown service is an error, an unknown action a warning (SVLS2401).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class AllowAttribute(params string[] actions) : Attribute
{
    /// <summary>The actions.</summary>
    public string[] Actions { get; } = actions;

    /// <summary>
    /// The resource in the value grammar: <c>@Orders</c>, <c>@Orders/index/*</c>, an ARN. Required where an action has resource
    /// types (SVLS2403), must fit the action (SVLS2402); omitted = <c>*</c>, only for actions without resource types.
    /// </summary>
    public string? On { get; set; }

    /// <summary>IAM conditions as a JSON object: <c>{ "StringEquals": { "dynamodb:LeadingKeys": "…" } }</c> (SVLS2404). Default: none.</summary>
    public string? Condition { get; set; }

    /// <summary>Statement id, letters and digits. Default: none.</summary>
    public string? Sid { get; set; }

    /// <summary>Whose role receives the grant. Default: <see cref="GrantTo.Default"/>.</summary>
    public GrantTo For { get; set; }
}
