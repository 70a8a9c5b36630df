using Serverless;
using Serverless.Http;

namespace Storefront;

/// <summary>The messages of watchers.</summary>
public sealed class Live(Catalogue catalogue, Watchers watchers)
{
    /// <summary>The authorizer has decided already; nothing else is asked of a new connection.</summary>
    [WebSocketRoute("$connect", Api = typeof(LiveApi))]
    public static void Connect(WebSocketConnection connection, [BindAuthorizer] string watcher) =>
        Console.WriteLine($"{watcher} connected as {connection.ConnectionId}");

    /// <summary>What a connection watched goes by its time to live.</summary>
    [WebSocketRoute("$disconnect", Api = typeof(LiveApi))]
    public static void Disconnect(WebSocketConnection connection) => Console.WriteLine($"{connection.ConnectionId} disconnected");

    /// <summary>Watches a product; the answer is its price today.</summary>
    [WebSocketRoute("watch", Api = typeof(LiveApi))]
    [Allow("dynamodb:GetItem", On = "@ProductsTable")]
    [Allow("dynamodb:PutItem", On = "@WatchersTable")]
    public async Task<Watching> Watch(Watch message, WebSocketConnection connection, CancellationToken deadline)
    {
        if (await catalogue.FindAsync(message.Product, deadline) is not { } product)
            throw new HttpProblemException(404, "No such product");
        await watchers.AddAsync(product.Id, connection.ConnectionId, deadline);
        return new(product.Id, product.Price);
    }

    /// <summary>Anything else.</summary>
    [WebSocketRoute("$default", Api = typeof(LiveApi))]
    public static string Other() => "Say { \"action\": \"watch\", \"product\": \"…\" }.";
}
