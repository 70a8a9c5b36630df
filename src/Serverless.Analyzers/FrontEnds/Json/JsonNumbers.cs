namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>How numbers travel, with the numbers of System.Text.Json's `JsonNumberHandling`.</summary>
[Flags]
internal enum JsonNumbers
{
    Strict = 0,
    ReadFromText = 1,
    WriteAsText = 2,
    NamedFloats = 4,
}
