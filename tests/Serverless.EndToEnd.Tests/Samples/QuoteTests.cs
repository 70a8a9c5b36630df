using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>The Express machine behind an API: choice, function, voucher, database.</summary>
public sealed class QuoteTests : IDisposable
{
    private readonly SampleMachine _quote;
    private bool _tableFails;

    public QuoteTests() => _quote = new(Sample.Quote, "Quote", Put);

    public void Dispose() => _quote.Dispose();

    [Theory]
    [InlineData("""{ "customer": "ann", "skus": ["tea", "tea", "cup"] }""", 18.99)]
    [InlineData("""{ "customer": "ann", "skus": ["tea"], "voucher": "TEATIME" }""", 4.05)]
    [InlineData("""{ "customer": "ann", "skus": ["tea"], "voucher": "OTHER" }""", 4.5)]
    public async Task A_basket_is_priced_and_kept(string basket, double total)
    {
        var run = await _quote.RunAsync(basket);
        Assert.True(run.Succeeded, $"{run.Error}: {run.Cause}");
        Assert.Equal(["IsEmpty", "Price", "Reduce", "Archive"], run.Visited);
        Assert.Equal(total, run.Output!["total"]!.GetValue<double>(), 6);
        Assert.Equal("ann", run.Output["customer"]!.GetValue<string>());
        var item = _quote.Calls.Last().Arguments!["Item"]!;
        Assert.Equal(run.Output["id"]!.GetValue<string>(), item["id"]!["S"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_empty_basket_has_no_quote()
    {
        var run = await _quote.RunAsync("""{ "customer": "ann", "skus": [] }""");
        Assert.Equal(("EmptyBasket", "a quote needs at least one article"), (run.Error, run.Cause));
        Assert.Empty(_quote.Calls);
    }

    [Fact]
    public async Task An_article_nobody_sells_is_named()
    {
        var run = await _quote.RunAsync("""{ "customer": "ann", "skus": ["tea", "sofa"] }""");
        Assert.Equal("UnknownArticle", run.Error);
        Assert.Contains("'sofa' is not sold here", JsonNode.Parse(run.Cause!)!["errorMessage"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["IsEmpty", "Price", "Unknown"], run.Visited);
    }

    [Fact]
    public async Task A_quote_that_cannot_be_kept_fails()
    {
        _tableFails = true;
        var run = await _quote.RunAsync("""{ "customer": "ann", "skus": ["tea"] }""");
        Assert.Equal("DynamoDB.ProvisionedThroughputExceededException", run.Error);
    }

    private JsonObject? Put(TaskCall call)
    {
        Assert.Equal("arn:aws:states:::dynamodb:putItem", call.Resource);
        return _tableFails ? throw new StateMachineException("DynamoDB.ProvisionedThroughputExceededException", "slow down") : new JsonObject();
    }
}
