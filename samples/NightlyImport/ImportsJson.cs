using System.Text.Json.Serialization;
using Serverless.StepFunctions;

namespace Imports;

/// <summary>How inputs and results of tasks are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ItemBatch<S3ListedObject>))]
[JsonSerializable(typeof(Imported))]
[JsonSerializable(typeof(Sale))]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(string))]
internal sealed partial class ImportsJson : JsonSerializerContext;
