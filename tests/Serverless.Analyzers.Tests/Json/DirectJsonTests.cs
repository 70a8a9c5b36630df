using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Serverless.Analyzers.Tests.Json;

/// <summary>
/// Generated readers and writers against the serialiser, over all plain types and all settings of the family. Whatever generated code
/// accepts must be what the serialiser reads; whatever it writes must be the serialiser's bytes; what it leaves must come out the same.
/// </summary>
public sealed class DirectJsonTests
{
    private static readonly Gen<PlainProbe> Probes = Gen.Elements(PlainProbe.All);

    [Fact]
    public void The_family_is_plain() =>
        Assert.All(PlainFamily.Settings, static s => Assert.Equal(PlainFamily.Roots.Length, PlainProbe.All.Count(p => p.Setting == s.Name)));

    [Fact]
    public void Json_is_read_as_the_serialiser_reads_it() =>
        Check(4_000, from probe in Probes from json in JsonTexts.For(probe.Type, probe.Options) select new Sample(probe, json));

    [Fact]
    public void Json_without_a_fault_is_read_directly()
    {
        var direct = 0;
        var all = 0;
        Check(4_000, from probe in Probes from json in JsonTexts.Clean(probe.Type, probe.Options) select new Sample(probe, json), sample =>
        {
            all++;
            direct += sample.Probe.ReadDirectly(sample.Json) is null ? 0 : 1;
        });
        Assert.True(direct > all * 0.9, $"{direct} of {all}");
    }

    [Fact]
    public void Broken_json_is_read_as_the_serialiser_reads_it() =>
        Check(6_000, from probe in Probes from json in JsonTexts.Mutated(JsonTexts.Clean(probe.Type, probe.Options)) select new Sample(probe, json));

    [Fact]
    public void What_the_serialiser_writes_is_read_directly()
    {
        var direct = 0;
        var all = 0;
        Check(3_000, from probe in Probes from seed in Gen.Choose(0, int.MaxValue) let json = probe.WriteBySerializer(new RandomValues(seed).Next(probe.Type)) select new Sample(probe, json.Value as byte[] ?? "null"u8.ToArray()), sample =>
        {
            all++;
            direct += sample.Probe.ReadDirectly(sample.Json) is null ? 0 : 1;
        });
        Assert.True(direct > all * 0.8, $"{direct} of {all}");
    }

    [Fact]
    public void Values_are_written_as_the_serialiser_writes_them()
    {
        var direct = 0;
        var all = 0;
        var values = from probe in Probes from seed in Gen.Choose(0, int.MaxValue) select (Probe: probe, Seed: seed);
        FsCheck.Check.One(Configuration(4_000), Prop.ForAll(values.ToArbitrary(), sample =>
        {
            var value = new RandomValues(sample.Seed).Next(sample.Probe.Type);
            var expected = Text(sample.Probe.WriteBySerializer(value));
            all++;
            if (sample.Probe.WriteDirectly(value) is { } written)
            {
                direct++;
                Assert.Equal(expected, Text(written));
            }

            Assert.Equal(expected, Text(sample.Probe.Write(value)));
        }));
        Assert.True(direct > all * 0.8, $"{direct} of {all}");
    }

    private static void Check(int count, Gen<Sample> samples, Action<Sample>? also = null) =>
        FsCheck.Check.One(Configuration(count), Prop.ForAll(Arb.From(samples, Shrink), sample =>
        {
            var expected = sample.Probe.ReadBySerializer(sample.Json);
            if (sample.Probe.ReadDirectly(sample.Json) is { } read)
                Assert.Equal(expected.ToString(), read.ToString());
            Assert.Equal(expected.ToString(), sample.Probe.Read(sample.Json).ToString());
            also?.Invoke(sample);
        }));

    private static IEnumerable<Sample> Shrink(Sample sample) => JsonTexts.Shrink(sample.Json).Select(json => sample with { Json = json });

    private static Config Configuration(int count) => Config.QuickThrowOnFailure.WithMaxTest(count);

    private static string Text(PlainProbe.Outcome outcome) => outcome.Value is byte[] json ? Encoding.UTF8.GetString(json) : outcome.Exception is JsonException ? "JsonException" : outcome.ToString();

    internal sealed record Sample(PlainProbe Probe, byte[] Json)
    {
        public override string ToString() => $"{Probe}: {Encoding.Latin1.GetString(Json)}";
    }
}
