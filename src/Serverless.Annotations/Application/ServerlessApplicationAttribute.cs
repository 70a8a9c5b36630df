using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Settings of the whole application: what belongs to the template itself and the defaults no single function owns.
/// At most one on an assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessApplicationAttribute : Attribute
{
    /// <summary>The template's <c>Description</c>; 1 to 1,024 bytes. Default: none.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// The <c>JsonSerializerContext</c> that reads and writes bodies. Default: the project's only one; without any, reflection with
    /// web defaults (SVLS2008, an error under NativeAOT). Needed when the project has several.
    /// </summary>
    public Type? JsonContext { get; set; }

    /// <summary>
    /// What happens to resources when they leave the stack: <c>DeletionPolicy</c> and <c>UpdateReplacePolicy</c> of every stateful
    /// resource. Default: <see cref="RemovalPolicy.Default"/>.
    /// </summary>
    public RemovalPolicy Removal { get; set; }

    /// <summary>ARN of the permissions boundary of every generated role. Default: none.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>Default for X-Ray tracing of functions, machines and REST stages. Default: false.</summary>
    public bool Tracing { get; set; }

    /// <summary>Default retention of log groups in days; one of the values CloudWatch Logs knows (SVLS2001). Default: 30.</summary>
    public int LogRetentionDays { get; set; } = 30;
}
