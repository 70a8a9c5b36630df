using Serverless.Runtime;

namespace Serverless.Tests;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(10_000, 10, 9_500)]
    [InlineData(3_000, 3, 2_700)]
    [InlineData(900, 1, 800)]
    [InlineData(100, 10, 0)]
    [InlineData(-5, 10, 0)]
    public void A_handler_has_the_remaining_time_minus_half_a_second_or_a_tenth_of_the_timeout(long remaining, int timeout, int expected) =>
        Assert.Equal(expected, Deadline.Remaining(1_000_000 + remaining, timeout, 1_000_000));

    [Fact]
    public void Without_a_deadline_the_timeout_counts() => Assert.Equal(9_500, Deadline.Remaining(0, 10, 1_000_000));

    [Fact]
    public void A_token_is_used_again_only_when_nothing_cancelled_it()
    {
        var deadline = default(Deadline);
        deadline.Start(new Invocation(), 10);
        var first = deadline.Token;
        deadline.Dispose();
        deadline.Start(new Invocation(), 10);
        Assert.Equal(first, deadline.Token);
        deadline.Dispose();

        using var client = new CancellationTokenSource();
        deadline.Start(new Invocation { Aborted = client.Token }, 10);
        client.Cancel();
        Assert.True(deadline.IsReached);
        deadline.Dispose();
        deadline.Start(new Invocation(), 10);
        Assert.False(deadline.IsReached);
        deadline.Dispose();
    }
}
