using System.Text.Json.Serialization;
using Serverless;

namespace Documents;

/// <summary>How inputs and results of tasks are read and written, compiled: tasks start without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(S3ObjectEvent))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Metadata))]
[JsonSerializable(typeof(Thumbnail))]
[JsonSerializable(typeof(ExtractedText))]
internal sealed partial class DocumentsJson : JsonSerializerContext;
