using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json.Serialization;
using HostProgram;
using Serverless;
using Serverless.Http;

[assembly: ServerlessHttpApi("ShopApi", CorsOrigins = ["https://shop.example"])]
[assembly: JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"])]
[assembly: StageVariable("mode", "declared")]

namespace HostProgram;

/// <summary>An order.</summary>
public sealed record Order(Guid Id, [property: Range(1, 100)] int Quantity);

/// <summary>What a client writes and hears.</summary>
public sealed record Message(string Action, string Text);

/// <summary>JSON of the program.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProgramJson : JsonSerializerContext;

/// <summary>Routes of the HTTP API.</summary>
public sealed class Shop
{
    /// <summary>One order.</summary>
    [HttpRoute("GET /orders/{id}", Authorizer = Authorizers.None)]
    public static Order Get(Guid id, int quantity = 1) => new(id, quantity);

    /// <summary>Places one.</summary>
    [HttpRoute("POST /orders", StatusCode = 201, Authorizer = Authorizers.None)]
    public static Order Place(Order order) => order;

    /// <summary>Who calls, by his token.</summary>
    [HttpRoute("GET /me", Authorizer = "Customers", Scopes = ["profile"])]
    public static string Me(ClaimsPrincipal user, [BindStageVariable("mode")] string mode) => user.FindFirst("sub")?.Value + " in mode " + mode;

    /// <summary>Who calls, by a key.</summary>
    [HttpRoute("GET /partner", Authorizer = nameof(ByKey))]
    public static string Partner([BindAuthorizer("tenant")] string tenant) => tenant;

    /// <summary>Decides by a header.</summary>
    [LambdaAuthorizer]
    public static AuthorizerDecision ByKey([BindHeader("X-Partner")] string partner) =>
        partner.StartsWith("good-", StringComparison.Ordinal) ? AuthorizerDecision.Allow(partner, ("tenant", partner[5..])) : AuthorizerDecision.Deny();
}
