using Serverless.StepFunctions;

namespace Serverless.Annotations.Tests.Listings;

/// <summary>An Express machine behind a route.</summary>
[StateMachine(Type = WorkflowType.Express, StartAt = nameof(Price), TimeoutSeconds = 20)]
[HttpRoute("POST /quotes", Api = typeof(QuotesApi), Authorizer = Authorizers.Iam)]
public sealed class Quote
{
    public sealed record Basket(string Customer, string[] Skus);

    public sealed record Priced(string Customer, decimal Total);

    [TaskState(Next = nameof(Archive), Assign = "priced", TimeoutSeconds = 5)]
    public Priced Price(Basket basket) => new(basket.Customer, basket.Skus.Length * 9.99m);

    private static State Archive => State.Task("dynamodb:putItem", (Priced priced) => new
        {
            TableName = "@QuotesTable",
            Item = new { customer = new { S = priced.Customer }, total = new { N = priced.Total.ToString() } },
        })
        .Output((Priced priced) => priced);
}

[ServerlessRestApi]
public sealed class QuotesApi;
