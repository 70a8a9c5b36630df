using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Serverless;
using Serverless.Http;

namespace Storefront;

/// <summary>The shop's routes: one function answers them all, so one cold start serves a visit.</summary>
[ServerlessFunction(MemorySize = 1024)]
[Allow("dynamodb:GetItem", On = "@ProductsTable")]
[Allow("dynamodb:Query", On = "@ProductsTable/index/*")]
public sealed class Shop(Catalogue catalogue)
{
    /// <summary>Products of one category.</summary>
    [HttpRoute("GET /products", Authorizer = Authorizers.None)]
    public Task<ProductPage> ListProducts(
        [StringLength(40)] string category, CancellationToken deadline, [RegularExpression("[a-z0-9-]{1,40}")] string? after = null, [Range(1, 100)] int take = 20) =>
        catalogue.PageAsync(category, after, take, deadline);

    /// <summary>One product, or 404.</summary>
    [HttpRoute("GET /products/{id}", Authorizer = Authorizers.None)]
    public async Task<HttpReply<Product>> GetProduct(string id, CancellationToken deadline) =>
        await catalogue.FindAsync(id, deadline) is { } product
            ? HttpReply.Ok(product).WithETag($"{product.Price}-{product.Availability}")
            : HttpReply.NotFound();

    /// <summary>What a basket costs. Customers alone may ask.</summary>
    [HttpRoute("POST /quotes", Scopes = ["shop/buy"], ThrottleRate = 20)]
    public async Task<Quote> PriceBasket(Basket basket, ClaimsPrincipal customer, [BindStageVariable] string currency, CancellationToken deadline)
    {
        var total = 0m;
        var unavailable = new List<string>();
        foreach (var line in basket.Lines)
        {
            if (await catalogue.FindAsync(line.Product, deadline) is { Availability: Availability.InStock } product)
                total += product.Price * line.Quantity;
            else
                unavailable.Add(line.Product);
        }

        // Staff pay half.
        return new(customer.HasClaim("cognito:groups", "staff") ? total / 2 : total, currency, unavailable);
    }

    /// <summary>A search as older clients send it: a form, and the event in the older format.</summary>
    [HttpRoute("POST /search", Authorizer = Authorizers.None, PayloadFormatVersion = "1.0")]
    public Task<ProductPage> Search([BindForm, StringLength(40)] string category, CancellationToken deadline, [BindForm, Range(1, 100)] int take = 20) =>
        catalogue.PageAsync(category, null, take, deadline);

    /// <summary>Whatever else is asked for.</summary>
    [HttpRoute("$default", Authorizer = Authorizers.None)]
    public static HttpReply Other() => HttpReply.NotFound("The shop has no such page.");
}
