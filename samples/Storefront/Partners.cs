using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Serverless;
using Serverless.Http;

namespace Storefront;

/// <summary>What partners ask and deliver.</summary>
public sealed class Partners(Catalogue catalogue)
{
    /// <summary>Products of one category: answers are kept a minute, one for each category and page.</summary>
    [HttpRoute("GET /catalogue", Api = typeof(PartnerApi), ApiKeyRequired = true, CacheTtl = 60, CacheKeys = ["method.request.querystring.category", "method.request.querystring.after"])]
    [Allow("dynamodb:Query", On = "@ProductsTable/index/*")]
    public Task<ProductPage> ListProducts([StringLength(40)] string category, CancellationToken deadline, string? after = null) =>
        catalogue.PageAsync(category, after, 100, deadline);

    /// <summary>Takes over a feed. The API checks its shape before this is called.</summary>
    [HttpRoute("POST /feeds", Api = typeof(PartnerApi), ApiKeyRequired = true, StatusCode = 202, Validate = RequestValidation.All, ThrottleRate = 5)]
    [ServerlessFunction(Timeout = 25)]
    [Allow("dynamodb:PutItem", "dynamodb:UpdateItem", On = "@ProductsTable")]
    public async Task<FeedResult> TakeFeed(Feed feed, CancellationToken deadline)
    {
        switch (feed)
        {
            case ProductFeed products:
                foreach (var product in products.Products)
                    await catalogue.PutAsync(product, deadline);
                return new(products.Products.Length);
            case PriceFeed prices:
                foreach (var (id, price) in prices.Prices)
                    await catalogue.ChangePriceAsync(id, price, deadline);
                return new(prices.Prices.Count);
            default:
                throw new HttpProblemException(400, "Unknown feed");
        }
    }

    /// <summary>Everything in one category, streamed: the answer may be larger than a function's 6 MB.</summary>
    [HttpRoute("GET /export", Api = typeof(PartnerApi), ApiKeyRequired = true, Streaming = true, CacheTtl = 0)]
    [Allow("dynamodb:Query", On = "@ProductsTable/index/*")]
    public async IAsyncEnumerable<Product> Export([StringLength(40)] string category, [EnumeratorCancellation] CancellationToken deadline)
    {
        string? after = null;
        do
        {
            var page = await catalogue.PageAsync(category, after, 100, deadline);
            foreach (var product in page.Items)
                yield return product;
            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>The same for tools that sign with IAM and need no API: the function's own address.</summary>
    [ServerlessFunction]
    [LambdaUrl(Streaming = true)]
    [Allow("dynamodb:Query", On = "@ProductsTable/index/*")]
    public Task<ProductPage> FirstPage(CancellationToken deadline, [BindQuery] string category = "tea") => catalogue.PageAsync(category, null, 100, deadline);
}
