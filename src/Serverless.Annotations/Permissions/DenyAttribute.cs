using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Forbids actions on one resource, whatever else allows them. Written like <see cref="AllowAttribute"/>.
/// </summary>
/// <param name="actions">IAM actions such as <c>s3:DeleteObject</c> (SVLS2401).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class DenyAttribute(params string[] actions) : Attribute
{
    /// <summary>The actions.</summary>
    public string[] Actions { get; } = actions;

    /// <summary>The resource in the value grammar; omitted = <c>*</c>, only for actions without resource types (SVLS2403).</summary>
    public string? On { get; set; }

    /// <summary>IAM conditions as a JSON object (SVLS2404). Default: none.</summary>
    public string? Condition { get; set; }

    /// <summary>Statement id, letters and digits. Default: none.</summary>
    public string? Sid { get; set; }

    /// <summary>Whose role receives the statement. Default: <see cref="GrantTo.Default"/>.</summary>
    public GrantTo For { get; set; }
}
