using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An output of the stack. URLs of APIs and ARNs of machines are outputs without asking; a template has at most 200 (SVLS2702).
/// </summary>
/// <param name="name">Logical name, letters and digits; unique (SVLS2003).</param>
/// <param name="value">What is output, in the value grammar: <c>@Orders.Arn</c>, <c>https://${OrdersApi}…</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class TemplateOutputAttribute(string name, string value) : Attribute
{
    /// <summary>Logical name of the output.</summary>
    public string Name { get; } = name;

    /// <summary>The value as written.</summary>
    public string Value { get; } = value;

    /// <summary>What the value means; up to 1,024 bytes.</summary>
    public string? Description { get; set; }

    /// <summary>Name other stacks import it by; unique in the region. Default: not exported.</summary>
    public string? ExportName { get; set; }
}
