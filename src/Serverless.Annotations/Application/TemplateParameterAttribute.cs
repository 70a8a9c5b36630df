using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A parameter of the template: a value that is known at deployment only. Other settings reach it as <c>@Name</c> or
/// <c>${Name}</c>.
/// </summary>
/// <param name="name">Logical name, letters and digits; unique among parameters and resources (SVLS2003).</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class TemplateParameterAttribute(string name) : Attribute
{
    /// <summary>Logical name of the parameter.</summary>
    public string Name { get; } = name;

    /// <summary>CloudFormation parameter type, for example <c>Number</c> or <c>AWS::SSM::Parameter::Value&lt;String&gt;</c>. Default: <c>String</c>.</summary>
    public string Type { get; set; } = "String";

    /// <summary>Value when the deployment names none. Default: none, the deployment must name one.</summary>
    public string? Default { get; set; }

    /// <summary>What the value means; up to 4,000 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Regular expression the value must match.</summary>
    public string? AllowedPattern { get; set; }

    /// <summary>The only values allowed.</summary>
    public string[]? AllowedValues { get; set; }

    /// <summary>True = the console masks the value. Default: false.</summary>
    public bool NoEcho { get; set; }
}
