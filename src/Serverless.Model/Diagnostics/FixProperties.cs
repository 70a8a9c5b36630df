namespace Serverless.Model;

/// <summary>Keys of the data that a diagnostic hands to its code fix.</summary>
internal static class FixProperties
{
    /// <summary>The text that replaces the flagged one (nearest name, corrected form).</summary>
    public const string Replacement = "replacement";

    /// <summary>Name of the attribute's argument that <see cref="Replacement"/> is the value of.</summary>
    public const string Argument = "argument";

    /// <summary>Present when one object of the containing type serves every invocation, so that an instance field is made once.</summary>
    public const string ReusedObject = "reused-object";

    /// <summary>The id that is to be declared.</summary>
    public const string Id = "id";

    /// <summary>Where else a parameter may come from: <see cref="Query"/>, <see cref="Service"/> or both, separated by a blank.</summary>
    public const string Sources = "sources";

    /// <summary>The members of the type can be read from the query.</summary>
    public const string Query = "query";

    /// <summary>The type looks like a service: a class that is built from other objects, not from values.</summary>
    public const string Service = "service";

    /// <summary>Nobody looks at what the call returns.</summary>
    public const string ResultUnused = "result-unused";

    /// <summary>The member of the response that says what failed, or what comes next.</summary>
    public const string Member = "member";

    /// <summary>Present when the function is known to end before a wait of 20 seconds does.</summary>
    public const string ShortFunction = "short-function";

    /// <summary>Value of <see cref="Id"/>: the returned stream has a `using` of its own.</summary>
    public const string OwnUsing = "own-using";

    /// <summary>Value of <see cref="Id"/>: what has the `using` closes the returned stream.</summary>
    public const string OtherUsing = "other-using";

    /// <summary>Value of <see cref="Id"/>: the returned stream is not rewound.</summary>
    public const string Position = "position";

    /// <summary>Symbol that carries the attribute of the API that is to become another kind; empty = no attribute declares it.</summary>
    public const string Api = "api";

    /// <summary>Value of <see cref="Api"/>: the assembly.</summary>
    public const string OfAssembly = "A:";
}
