using System.ComponentModel.DataAnnotations;
using Serverless;
using Serverless.Http;

namespace Storefront;

/// <summary>What staff do: change prices, and everybody who watches hears of it.</summary>
public sealed class Staff(Catalogue catalogue, Watchers watchers, IWebSocketConnections connections)
{
    /// <summary>Changes a price and tells the watchers.</summary>
    [HttpRoute("PUT /products/{id}/price", Api = typeof(StaffApi))]
    [Allow("dynamodb:UpdateItem", On = "@ProductsTable")]
    [Allow("dynamodb:Query", "dynamodb:DeleteItem", On = "@WatchersTable")]
    public async Task<HttpReply> ChangePrice([RegularExpression("[a-z0-9-]{1,40}")] string id, NewPrice change, CancellationToken deadline)
    {
        await catalogue.ChangePriceAsync(id, change.Price, deadline);
        foreach (var connection in await watchers.OfAsync(id, deadline))
        {
            if (!await connections.SendAsync(connection, new PriceChanged(id, change.Price), deadline))
                await watchers.RemoveAsync(id, connection, deadline);
        }

        return HttpReply.NoContent();
    }
}
