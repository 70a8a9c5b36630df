namespace Serverless.Artifacts;

/// <summary>How values that only a deployment knows are written in an OpenAPI document.</summary>
internal enum OpenApiSpelling
{
    /// <summary>`${Id.Arn}` in text: the file, for others to fill in.</summary>
    Placeholders,

    /// <summary>Intrinsic functions: the document inside a template.</summary>
    Intrinsics,
}
