using System.Diagnostics;

namespace Serverless;

/// <summary>An EventBridge event bus of the application's own.</summary>
/// <param name="id">Logical id, letters and digits, unique (SVLS2003).</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class EventBusResourceAttribute(string id) : Attribute
{
    /// <summary>Logical id.</summary>
    public string Id { get; } = id;

    /// <summary>Days events are archived for replay, at least 1. Default: no archive.</summary>
    public int ArchiveDays { get; set; }
}
