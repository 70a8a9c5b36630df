using System.Text.Json.Serialization;

namespace FloorProgram;

/// <summary>What the route program answers too.</summary>
internal sealed record Order(Guid Id, string Email);

/// <summary>JSON of the program.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
internal sealed partial class ProgramJson : JsonSerializerContext;
