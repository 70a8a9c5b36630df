namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>What it means in C# when a JSONata expression yields nothing.</summary>
internal enum Absence
{
    /// <summary>It always yields a value.</summary>
    Never,

    /// <summary>Null: a member that the JSON leaves out.</summary>
    Null,

    /// <summary>An exception: an element outside of a list, a member of null.</summary>
    Fault,
}
