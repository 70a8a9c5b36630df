namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>What a handler does with a type that travels as JSON.</summary>
internal enum JsonUse
{
    Any,
    Read,
    Write,
}
