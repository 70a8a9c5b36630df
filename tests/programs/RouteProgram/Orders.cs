using System.Text.Json;
using System.Text.Json.Serialization;
using Serverless;

namespace RouteProgram;

/// <summary>What the floor program answers too.</summary>
public sealed record Order(Guid Id, string Email);

/// <summary>JSON of the program.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
internal sealed partial class ProgramJson : JsonSerializerContext;

/// <summary>One route.</summary>
public sealed class Orders
{
    private readonly string _email = "a@example.com";

    /// <summary>One order.</summary>
    [HttpRoute("GET /orders/{id}")]
    public Order Get(Guid id) => new(id, _email);
}
