using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A tag of the resources below it: on the assembly of all, on a class or method of its functions and machines. Tags are how
/// costs and owners are found. Tags of method, class and assembly are added up; the nearest value of a key wins.
/// </summary>
/// <param name="key">1 to 128 characters.</param>
/// <param name="value">Up to 256 characters. At most 50 tags reach one resource (SVLS2001).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ResourceTagAttribute(string key, string value) : Attribute
{
    /// <summary>The tag's key.</summary>
    public string Key { get; } = key;

    /// <summary>The tag's value.</summary>
    public string Value { get; } = value;
}
