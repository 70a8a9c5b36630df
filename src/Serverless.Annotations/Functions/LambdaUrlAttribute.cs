using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Gives functions an HTTPS address of their own (<c>FunctionUrlConfig</c>). Beside <see cref="HttpRouteAttribute"/> the address
/// answers the routes and no implicit API is made; alone on a method it answers every request with it. On a class or the assembly it is for
/// the functions with routes below it. Nearest of method, class and assembly wins.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class LambdaUrlAttribute : Attribute
{
    /// <summary>Who may call (<c>AuthType</c>). Default: <see cref="LambdaUrlAuth.AwsIam"/>.</summary>
    public LambdaUrlAuth Auth { get; set; }

    /// <summary>True = answers are streamed (<c>InvokeMode: RESPONSE_STREAM</c>). Default: false.</summary>
    public bool Streaming { get; set; }

    /// <summary>Origins browsers may call from; <c>*</c> together with credentials is SVLS0907. Default: no CORS.</summary>
    public string[]? CorsOrigins { get; set; }

    /// <summary>Methods browsers may use. Default: all.</summary>
    public string[]? CorsMethods { get; set; }

    /// <summary>Request headers browsers may send.</summary>
    public string[]? CorsHeaders { get; set; }

    /// <summary>Response headers scripts may read.</summary>
    public string[]? CorsExposedHeaders { get; set; }

    /// <summary>Seconds a browser keeps the preflight answer, 0 to 86,400. Default: 0.</summary>
    public int CorsMaxAge { get; set; }

    /// <summary>True = cookies and authorization may be sent. Default: false.</summary>
    public bool CorsCredentials { get; set; }
}
