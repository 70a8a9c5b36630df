namespace Serverless.StepFunctions.Local.Tests.Jsonata;

public sealed class JsonataRandomTests
{
    [Theory]
    [InlineData(1)]
    public async Task Random_expressions_give_what_the_reference_gives(int seed)
    {
        var random = new RandomExpressions(seed);
        await JsonataReference.AssertAgreesAsync([.. Enumerable.Range(0, 2500).Select(_ => random.Next())], areRandom: true);
    }
}
