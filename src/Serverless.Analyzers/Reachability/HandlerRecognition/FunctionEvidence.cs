namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>What attributes say of a method that they make a function.</summary>
/// <param name="Form">Whose attributes they are.</param>
/// <param name="Written">What stands in them: stronger than any file.</param>
/// <param name="Defaults">What holds where neither they nor a file say anything.</param>
internal readonly record struct FunctionEvidence(HandlerForm Form, FunctionFacts Written, FunctionFacts Defaults);
