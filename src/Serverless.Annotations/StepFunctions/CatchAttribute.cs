using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// A catcher of a state: where the execution goes on when the error remains after all retries. Catchers are tried in the order they
/// stand in (SVLS2311).
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class CatchAttribute : Attribute
{
    /// <summary>Catches errors by name.</summary>
    /// <param name="errors">Error names; none = <c>States.ALL</c>, which must be the last catcher.</param>
    public CatchAttribute(params string[] errors) => Errors = errors;

    /// <summary>Catches exceptions of a task method.</summary>
    /// <param name="exceptions">Exception types; the error is the type's simple name, derived types are errors of their own.</param>
    public CatchAttribute(params Type[] exceptions) => Exceptions = exceptions;

    /// <summary>Catches every error (<c>States.ALL</c>); must be the last catcher.</summary>
    public CatchAttribute()
    {
    }

    /// <summary>Error names as written.</summary>
    public string[]? Errors { get; }

    /// <summary>Exception types as written.</summary>
    public Type[]? Exceptions { get; }

    /// <summary>The state that follows, <c>nameof</c> of a member; required (SVLS2301).</summary>
    public string? Next { get; set; }

    /// <summary>Variable that receives the error, a <see cref="StateError"/>. Default: none.</summary>
    public string? Assign { get; set; }

    /// <summary>JSONata of the following state's input. Default: the error.</summary>
    public string? Output { get; set; }

    /// <summary>Where the error is put into the input. JSONPath machines only (SVLS2315). Default: <c>$</c>.</summary>
    public string? ResultPath { get; set; }
}
