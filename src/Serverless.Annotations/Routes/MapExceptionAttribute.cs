using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Turns an exception and those derived from it into a problem answer (RFC 9457), and names that answer in OpenAPI. Nearest of
/// method, class and assembly wins, then the most derived type.
/// </summary>
/// <param name="exception">The exception type; must derive from <see cref="System.Exception"/> (SVLS2311).</param>
/// <param name="statusCode">400 to 599 (SVLS2001); 0 = throw it again, so that Lambda counts an error.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class MapExceptionAttribute(Type exception, int statusCode) : Attribute
{
    /// <summary>The exception type.</summary>
    public Type Exception { get; } = exception;

    /// <summary>HTTP status of the answer; 0 = throw again.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>The problem's <c>title</c>. Default: the status' reason phrase.</summary>
    public string? Title { get; set; }

    /// <summary>The problem's <c>type</c>, a URI. Default: none.</summary>
    public string? Type { get; set; }
}
