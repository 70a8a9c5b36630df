namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>SVLS2319: what JSONata calculates with doubles.</summary>
public sealed class InexactNumberTests
{
    private const string Money = "public sealed record Money(decimal Net, decimal Tax, double Rate, int Cents, decimal[] Parts);\n";

    [Theory]
    [InlineData("new { gross = {|SVLS2319:money.Net + money.Tax|} }")]
    [InlineData("new { sum = {|SVLS2319:money.Parts.Sum()|} }")]
    [InlineData("new { twice = {|SVLS2319:money.Net * 2|}, more = money.Tax * 3 }")]
    public Task Calculations_with_decimals_are_worth_knowing(string output) => Verify(output);

    [Theory]
    [InlineData("new { money.Net, money.Tax }")]
    [InlineData("new { gross = money.Cents + 1, rate = money.Rate * 2 }")]
    [InlineData("new { isLarge = money.Net > 10_000m }")]
    [InlineData("new { text = money.Cents.ToString() }")]
    public Task What_travels_or_is_compared_or_is_no_decimal_is_not(string output) => Verify(output);

    private static Task Verify(string output) =>
        MachineSource.Verify(Money + "private static State Only => State.Pass((Money money) => " + output + ");");
}
