using System.Text.Json;
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
    public void Names_are_those_of_the_serialiser(string name)
    {
        Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), JsonNamePolicy.CamelCase.Apply(name));
        Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), JsonNamePolicy.SnakeCaseLower.Apply(name));
        Assert.Equal(JsonNamingPolicy.SnakeCaseUpper.ConvertName(name), JsonNamePolicy.SnakeCaseUpper.Apply(name));
        Assert.Equal(JsonNamingPolicy.KebabCaseLower.ConvertName(name), JsonNamePolicy.KebabCaseLower.Apply(name));
        Assert.Equal(JsonNamingPolicy.KebabCaseUpper.ConvertName(name), JsonNamePolicy.KebabCaseUpper.Apply(name));
    }
}
