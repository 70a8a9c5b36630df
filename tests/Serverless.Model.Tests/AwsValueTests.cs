namespace Serverless.Model.Tests;

public sealed class AwsValueTests
{
    [Theory]
    [InlineData("@Orders", "Orders", null, null)]
    [InlineData("@Orders.Arn", "Orders", "Arn", null)]
    [InlineData("@Orders/index/*", "Orders", null, "/index/*")]
    [InlineData("@Orders.Arn/*", "Orders", "Arn", "/*")]
    public void An_at_sign_refers_to_something_declared(string text, string id, string? attribute, string? suffix)
    {
        Assert.True(AwsValue.TryParse(text, out var value, out _));
        Assert.Equal(AwsValue.Reference(id, attribute, suffix), value);
    }

    [Theory]
    [InlineData("@@x", "@x")]
    [InlineData("plain", "plain")]
    [InlineData("{{resolve:ssm:/orders/url}}", "{{resolve:ssm:/orders/url}}")]
    [InlineData("${!literal}", "${!literal}")]
    public void Anything_else_is_itself(string text, string literal)
    {
        Assert.True(AwsValue.TryParse(text, out var value, out _));
        Assert.Equal(AwsValue.Literal(literal), value);
    }

    [Fact]
    public void A_dollar_brace_makes_a_substitution()
    {
        Assert.True(AwsValue.TryParse("arn:${AWS::Partition}:s3:::x", out var value, out _));
        Assert.Equal(AwsValueKind.Substitution, value.Kind);
    }

    [Theory]
    [InlineData("@")]
    [InlineData("@Orders.")]
    [InlineData("@Orders-x")]
    [InlineData("a${b")]
    [InlineData("a${}b")]
    public void Malformed_values_say_why(string text)
    {
        Assert.False(AwsValue.TryParse(text, out _, out var problem));
        Assert.NotNull(problem);
    }
}
