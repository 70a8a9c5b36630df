namespace Documents;

/// <summary>An upload that was found to be a document.</summary>
public sealed record Document(string Bucket, string Key, string ContentType, long Size);

/// <summary>What a document says about itself.</summary>
public sealed record Metadata(string Title, int Pages);

/// <summary>The picture of the first page.</summary>
public sealed record Thumbnail(string Key, int Width, int Height);

/// <summary>The document's words.</summary>
public sealed record ExtractedText(string Key, int Words);
