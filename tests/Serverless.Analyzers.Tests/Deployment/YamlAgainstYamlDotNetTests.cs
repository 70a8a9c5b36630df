using Serverless.Model.Json;
using Serverless.Model.Yaml;

namespace Serverless.Analyzers.Tests.Deployment;

/// <summary>Two readers of one text. Where YamlDotNet reads it, ours reads the same values at the same places; where it does not, ours says so and does not throw.</summary>
public sealed class YamlAgainstYamlDotNetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_documents_are_read_alike(int part)
    {
        var read = 0;
        for (var seed = part * 1000; seed < (part + 1) * 1000; seed++)
        {
            var yaml = new YamlWriterAtRandom(seed).Document();
            if (YamlOracle.Read(yaml, out var scalars) is not { } expected)
                continue;
            read++;
            var actual = YamlReader.Read(yaml, out var error);
            Assert.True(actual is not null, $"seed {seed}: {error?.Message} at {error?.Position}\n{yaml}");
            Assert.True(expected.ToCompactString() == actual.ToCompactString(), $"seed {seed}\n{expected.ToCompactString()}\n{actual.ToCompactString()}\n{yaml}");
            AssertPlaces(yaml, actual, scalars, seed);
        }

        Assert.True(read > 800, $"only {read} documents were YAML");
    }

    [Fact]
    public void Mutated_documents_are_read_alike_or_refused()
    {
        var random = new Random(7);
        var (both, onlyOurs, onlyTheirs) = (0, 0, 0);
        var different = new List<string>();
        for (var seed = 0; seed < 4000; seed++)
        {
            var yaml = Mutate(new YamlWriterAtRandom(seed).Document(), random);
            var actual = YamlReader.Read(yaml, out var error);
            Assert.True(actual is null != error is null);
            var expected = YamlOracle.Read(yaml, out _);
            both += expected is not null && actual is not null ? 1 : 0;
            onlyOurs += expected is null && actual is not null ? 1 : 0;
            onlyTheirs += expected is not null && actual is null ? 1 : 0;
            if (expected is not null && actual is not null && !HasOpaque(actual) && expected.ToCompactString() != actual.ToCompactString())
                different.Add($"seed {seed}\n{expected.ToCompactString()}\n{actual.ToCompactString()}\n{yaml}");
        }

        Assert.True(different.Count <= 8, string.Join("\n----\n", different));
        Assert.True(both > 1000 && onlyTheirs < 40 && onlyOurs < 400, $"both {both}, only ours {onlyOurs}, only theirs {onlyTheirs}");
    }

    private static string Mutate(string yaml, Random random)
    {
        const string Signs = ":-#[]{}&*!|>'\"%@,? \n\tab";
        for (var i = random.Next(1, 4); i > 0 && yaml.Length > 2; i--)
        {
            var at = random.Next(yaml.Length);
            yaml = random.Next(3) switch
            {
                0 => yaml.Remove(at, 1),
                1 => yaml.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
                _ => yaml[..at],
            };
        }

        return yaml;
    }

    private static void AssertPlaces(string yaml, JsonNode root, List<(int Start, string Value)> scalars, int seed)
    {
        var ours = new HashSet<(int, string)>();
        Collect(root, ours);
        foreach (var (start, value) in scalars)
            Assert.True(ours.Contains((start, value)) || HasOpaque(root), $"seed {seed}: '{value}' at {start}\n{yaml}");
    }

    private static void Collect(JsonNode node, HashSet<(int, string)> into)
    {
        switch (node)
        {
            case JsonString text: into.Add((node.Start, text.Value)); break;
            case JsonNumber number: into.Add((node.Start, number.Text)); break;
            case JsonBoolean flag: into.Add((node.Start, flag.Value ? "true" : "false")); break;
            case JsonNull when node.Length > 0: into.Add((node.Start, "null")); into.Add((node.Start, "~")); break;
            case JsonArray array:
                foreach (var item in array)
                    Collect(item, into);
                break;
            case JsonObject obj:
                foreach (var member in obj)
                {
                    into.Add((member.NameStart, member.Name));
                    Collect(member.Value, into);
                }

                break;
        }
    }

    private static bool HasOpaque(JsonNode node) => node switch
    {
        JsonOpaque => true,
        JsonArray array => array.Any(HasOpaque),
        JsonObject obj => obj.Any(static member => HasOpaque(member.Value)),
        _ => false,
    };
}
