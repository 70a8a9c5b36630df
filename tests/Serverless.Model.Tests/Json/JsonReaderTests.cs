using Serverless.Model.Json;

namespace Serverless.Model.Tests.Json;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("""{"a":[1,-2.50e3,true,false,null,"x"],"b":{}}""")]
    [InlineData("\"\\\"\\\\\\n\\t\"")]
    [InlineData("[]")]
    [InlineData("-0.1")]
    public void What_is_read_is_written_again(string json) =>
        Assert.Equal(json, JsonReader.Read(json, out _)!.ToCompactString());

    [Theory]
    [InlineData("{\"a\":}", 5)]
    [InlineData("{\"a\" 1}", 5)]
    [InlineData("[1,]", 3)]
    [InlineData("\"open", 0)]
    [InlineData("01", 1)]
    [InlineData("", 0)]
    [InlineData("{} x", 3)]
    public void A_fault_is_found_where_it_stands(string json, int position)
    {
        Assert.Null(JsonReader.Read(json, out var error));
        Assert.Equal(position, error!.Value.Position);
    }

    [Fact]
    public void Values_and_names_know_their_place()
    {
        const string json = """{ "Handler" : "A::B::C" }""";
        var root = Assert.IsType<JsonObject>(JsonReader.Read(json, out _));
        var member = root.Find("Handler")!;
        Assert.Equal("\"Handler\"", json.Substring(member.NameStart, member.NameLength));
        Assert.Equal("\"A::B::C\"", json.Substring(member.Value.Start, member.Value.Length));
    }

    [Fact]
    public void Comments_are_read_only_where_they_are_allowed()
    {
        const string json = "{ // note\n \"a\": /* one */ 1 }";
        Assert.Null(JsonReader.Read(json, out _));
        Assert.NotNull(JsonReader.Read(json, out _, allowComments: true));
    }

    [Fact]
    public void Deep_nesting_is_a_fault_and_not_a_crash() =>
        Assert.Null(JsonReader.Read(new string('[', 100_000), out _));
}
