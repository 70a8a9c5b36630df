using Serverless;
using Serverless.StepFunctions;

namespace Quotes;

/// <summary>Prices a basket and keeps the quote. The caller waits for it: one request is one run.</summary>
[StateMachine(Type = WorkflowType.Express, StartAt = nameof(IsEmpty), TimeoutSeconds = 20)]
[HttpRoute("POST /quotes", Api = typeof(QuotesApi), Authorizer = Authorizers.Iam)]
public sealed class Quote(PriceList prices)
{
    private static State IsEmpty => State.Choice()
        .When((Basket basket) => basket.Skus.Length == 0, nameof(Nothing))
        .Otherwise(nameof(Price));

    private static State Nothing => State.Fail("EmptyBasket", "a quote needs at least one article");

    /// <summary>Adds up what the articles cost.</summary>
    [TaskState(Next = nameof(Reduce), Assign = "priced", TimeoutSeconds = 5)]
    [Catch(typeof(UnknownArticleException), Next = nameof(Unknown))]
    public Priced Price(Basket basket)
    {
        var total = 0.0;
        foreach (var sku in basket.Skus)
            total += prices.Of(sku);
        return new(Guid.NewGuid().ToString("N"), basket.Customer, Math.Round(total, 2));
    }

    private static State Unknown => State.Fail("UnknownArticle", (StateError error) => error.Cause);

    /// <summary>A voucher takes a tenth off; the basket is the execution's input still.</summary>
    private static State Reduce => State.Pass((Priced priced, [BindExecutionInput] Basket basket) =>
            new Priced(priced.Id, priced.Customer, basket.Voucher == "TEATIME" ? priced.Total * 0.9 : priced.Total))
        .Next(nameof(Archive));

    /// <summary>Writing the same quote twice changes nothing: an Express run may happen more than once.</summary>
    private static State Archive => State.Task("dynamodb:putItem", (Priced quote) => new
        {
            TableName = "@QuotesTable",
            Item = new { id = new { S = quote.Id }, customer = new { S = quote.Customer }, total = new { N = quote.Total.ToString() } },
        })
        .Timeout(5)
        .Output((StateInput<Priced> quote) => quote.Value);
}
