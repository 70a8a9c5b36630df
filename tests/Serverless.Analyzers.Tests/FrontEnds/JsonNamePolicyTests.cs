using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Tests.FrontEnds;

/// <summary>The serialiser itself is the judge: handlers and state machines must call a member as it does.</summary>
public sealed class JsonNamePolicyTests
{
    private static readonly string[] Names =
        ["Id", "id", "OrderId", "IPAddress", "URL", "UrlValue", "ABTest", "A", "aB", "X2Y", "Utf8Text", "HTML5Page", "Snake_Case", "Ärger", "PlacedAtUTC", "I", "IO", "value1Two"];

    public static TheoryData<string> AllNames => [.. Names];

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Names_are_those_of_the_serialiser(string name) => AssertSame(name);

    /// <summary>Letters with and without case, digits, what identifiers and `[JsonPropertyName]` may hold besides.</summary>
    [Fact]
    public void Any_name_is_that_of_the_serialiser() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Gen.Elements("aBcDEf09_XyZÄßéǅªⅣ٣一𝒜İı".EnumerateRunes().ToArray()).ArrayOf().ToArbitrary(), static runes => AssertSame(string.Concat(runes))));

    private static void AssertSame(string name)
    {
        Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), JsonNamePolicy.CamelCase.Apply(name));
        Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), JsonNamePolicy.SnakeCaseLower.Apply(name));
        Assert.Equal(JsonNamingPolicy.SnakeCaseUpper.ConvertName(name), JsonNamePolicy.SnakeCaseUpper.Apply(name));
        Assert.Equal(JsonNamingPolicy.KebabCaseLower.ConvertName(name), JsonNamePolicy.KebabCaseLower.Apply(name));
        Assert.Equal(JsonNamingPolicy.KebabCaseUpper.ConvertName(name), JsonNamePolicy.KebabCaseUpper.Apply(name));
    }
}
