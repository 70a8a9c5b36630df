namespace Serverless.Artifacts;

/// <summary>How values that only a deployment knows are written in an OpenAPI document.</summary>
internal enum OpenApiSpelling
{
    /// <summary>`${Id.Arn}` in text: the file, for others to fill in.</summary>
    Placeholders,

    /// <summary>
    /// Intrinsic functions: the document inside a template, without what an import does not read. That is everything about requests and answers
    /// of an HTTP API, and the problems that functions of a REST API answer: a template holds 1 MB.
    /// </summary>
    Intrinsics,
}
