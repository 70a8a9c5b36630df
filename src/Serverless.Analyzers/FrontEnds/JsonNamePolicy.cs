namespace Serverless.Analyzers.FrontEnds;

/// <summary>Naming policies of System.Text.Json, with the numbers of its `JsonKnownNamingPolicy`.</summary>
internal enum JsonNamePolicy
{
    AsWritten,
    CamelCase,
    SnakeCaseLower,
    SnakeCaseUpper,
    KebabCaseLower,
    KebabCaseUpper,
}
