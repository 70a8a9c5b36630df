using System.Text.Json;
using System.Text.Json.Serialization;
using Serverless;

namespace RouteProgram;

/// <summary>What the floor program answers too.</summary>
public sealed record Order(Guid Id, string Email);

/// <summary>A line of an order.</summary>
public sealed record Line(string Sku, int Quantity);

/// <summary>What is ordered.</summary>
public sealed record NewOrder(Line[] Lines, string Email);

/// <summary>JSON of the program.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(NewOrder))]
internal sealed partial class ProgramJson : JsonSerializerContext;

/// <summary>Two routes.</summary>
public sealed class Orders
{
    private readonly string _email = "a@example.com";

    /// <summary>One order.</summary>
    [HttpRoute("GET /orders/{id}")]
    public Order Get(Guid id) => new(id, _email);

    /// <summary>Takes an order.</summary>
    [HttpRoute("POST /orders")]
    public Order Post(NewOrder order) => new(default, order.Lines.Length > 0 ? order.Email : _email);
}
