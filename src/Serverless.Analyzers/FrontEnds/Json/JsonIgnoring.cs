namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>When a member is left out, with the numbers of System.Text.Json's `JsonIgnoreCondition`.</summary>
internal enum JsonIgnoring
{
    Never,
    Always,
    WhenWritingDefault,
    WhenWritingNull,
    WhenWriting,
    WhenReading,
}
