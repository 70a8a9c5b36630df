using System.Text.Json.Serialization;

namespace Serverless.StepFunctions;

/// <summary>The result of a distributed Map that writes its results to a bucket: where they are, not what they are.</summary>
/// <param name="MapRunArn">ARN of the Map Run.</param>
/// <param name="ResultWriterDetails">Where the manifest of the results is.</param>
public sealed record MapRunResult(
    [property: JsonPropertyName("MapRunArn")] string MapRunArn,
    [property: JsonPropertyName("ResultWriterDetails")] MapResultLocation ResultWriterDetails);

/// <summary>Where the manifest of a Map Run's results is; it names the files of the children that succeeded, failed and did not start.</summary>
/// <param name="Bucket">Name of the bucket.</param>
/// <param name="Key">Key of the manifest.</param>
public sealed record MapResultLocation(
    [property: JsonPropertyName("Bucket")] string Bucket,
    [property: JsonPropertyName("Key")] string Key);
