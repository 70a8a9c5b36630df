using System.Diagnostics;

namespace Serverless;

/// <summary>An SNS topic.</summary>
/// <param name="id">Logical id, letters and digits, unique (SVLS2003).</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class TopicResourceAttribute(string id) : Attribute
{
    /// <summary>Logical id.</summary>
    public string Id { get; } = id;

    /// <summary>True = first in, first out. Not together with <see cref="Email"/> (SVLS2002). Default: false.</summary>
    public bool Fifo { get; set; }

    /// <summary>Address that is subscribed; its owner confirms by mail. Default: none.</summary>
    public string? Email { get; set; }
}
