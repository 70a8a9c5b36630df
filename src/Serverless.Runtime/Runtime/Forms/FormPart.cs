namespace Serverless.Runtime;

/// <summary>One part of a `multipart/form-data` body.</summary>
/// <param name="Name">The field.</param>
/// <param name="FileName">Null for a value.</param>
/// <param name="ContentType">As written; null = not said.</param>
/// <param name="Content">The bytes between the headers and the next boundary.</param>
internal sealed record FormPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Content);
