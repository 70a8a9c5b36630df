using Serverless.Model.Json;
using Serverless.Model.Yaml;

namespace Serverless.Analyzers.Tests.Deployment;

/// <summary>The reader against written examples, against YamlDotNet over random documents, and against broken ones.</summary>
public sealed class YamlReaderTests
{
    private static string Compact(string yaml)
    {
        var node = YamlReader.Read(yaml.ReplaceLineEndings("\n"), out var error);
        Assert.Null(error?.Message);
        return node!.ToCompactString();
    }

    [Theory]
    [InlineData("", "null")]
    [InlineData("# only a comment\n", "null")]
    [InlineData("a", "\"a\"")]
    [InlineData("---\na: 1\n...\nb: 2", """{"a":1}""")]
    [InlineData("%YAML 1.1\n---\na: 1\n---\nb: 2", """{"a":1}""")]
    [InlineData("a: 1\nb: [x, 'y', \"z\", true, null, 1.5, 0123]\n", """{"a":1,"b":["x","y","z",true,null,1.5,"0123"]}""")]
    [InlineData("a:\n- 1\n- b: 2\n  c: 3\n- - x\n  - y\nd:\n", """{"a":[1,{"b":2,"c":3},["x","y"]],"d":null}""")]
    [InlineData("a: one\n  two\n\n  three # end\nb: x", """{"a":"one two\nthree","b":"x"}""")]
    [InlineData("a: |\n  one\n    two\n\nb: |-\n  x\nc: |+\n  y\n\nd: 1", """{"a":"one\n  two\n","b":"x","c":"y\n\n","d":1}""")]
    [InlineData("a: >\n  one\n  two\n\n  three\n   four\n  five\nb: >-\n  x\n  y\n", """{"a":"one two\nthree\n four\nfive\n","b":"x y"}""")]
    [InlineData("a: |2\n    x\n   y\n", """{"a":"  x\n y\n"}""")]
    [InlineData("a: 'it''s\n  folded'\nb: \"t\\tx \\\n  y\\u0041\"", """{"a":"it's folded","b":"t\tx yA"}""")]
    [InlineData("a: {b: 1, c, 'd': [e: f], \"g\":2,}", """{"a":{"b":1,"c":null,"d":[{"e":"f"}],"g":2}}""")]
    [InlineData("a: [1, # one\n  2\n  ]\nb: http://x/y#z", """{"a":[1,2],"b":"http://x/y#z"}""")]
    [InlineData("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\n", """{"a":{"b":1},"c":{"b":1},"d":{"e":2,"b":1}}""")]
    [InlineData("a: &x\n  b: 1\nd:\n  b: 0\n  <<: [*x, {f: 3}]\n", """{"a":{"b":1},"d":{"b":0,"f":3}}""")]
    [InlineData("a: *missing", """{"a":null}""")]
    [InlineData("a: !Custom x\nb: !Foo [1]", """{"a":null,"b":null}""")]
    [InlineData("? [complex]\n: x\n? y\n: z", "null")]
    [InlineData("a:\n  ? k\n  : v\nb: 1", """{"a":null,"b":1}""")]
    [InlineData("a: !!str 1\nb: !!int '2'\nc: ! 3", """{"a":"1","b":2,"c":"3"}""")]
    [InlineData("Version: 2012-10-17\nid: 123456789012\nother: 012345678901\ny: yes", """{"Version":"2012-10-17","id":123456789012,"other":"012345678901","y":"yes"}""")]
    [InlineData("{\"a\": {\"b\": [1, 2]}}", """{"a":{"b":[1,2]}}""")]
    public void Documents_are_read_as_their_json(string yaml, string json) => Assert.Equal(json, Compact(yaml));

    [Theory]
    [InlineData("a: !Ref X", """{"a":{"Ref":"X"}}""")]
    [InlineData("a: !GetAtt Q.Arn", """{"a":{"Fn::GetAtt":["Q","Arn"]}}""")]
    [InlineData("a: !GetAtt Stack.Outputs.Arn", """{"a":{"Fn::GetAtt":["Stack","Outputs.Arn"]}}""")]
    [InlineData("a: !GetAtt [Q, Arn]", """{"a":{"Fn::GetAtt":["Q","Arn"]}}""")]
    [InlineData("a: !Sub '${X}-y'", """{"a":{"Fn::Sub":"${X}-y"}}""")]
    [InlineData("a: !Sub\n  - ${X}\n  - X: !Ref Y", """{"a":{"Fn::Sub":["${X}",{"X":{"Ref":"Y"}}]}}""")]
    [InlineData("a: !If [C, 30, !Ref T]", """{"a":{"Fn::If":["C",30,{"Ref":"T"}]}}""")]
    [InlineData("a: !Join ['', [a, !Ref B]]", """{"a":{"Fn::Join":["",["a",{"Ref":"B"}]]}}""")]
    [InlineData("a: !FindInMap [M, !Ref 'AWS::Region', x]", """{"a":{"Fn::FindInMap":["M",{"Ref":"AWS::Region"},"x"]}}""")]
    [InlineData("a: !ImportValue net-id", """{"a":{"Fn::ImportValue":"net-id"}}""")]
    [InlineData("a: !Equals [!Ref S, prod]\nb: !Not [!Condition a]\nc: !Base64 x\nd: !Select [0, !GetAZs '']", """{"a":{"Fn::Equals":[{"Ref":"S"},"prod"]},"b":{"Fn::Not":[{"Condition":"a"}]},"c":{"Fn::Base64":"x"},"d":{"Fn::Select":[0,{"Fn::GetAZs":""}]}}""")]
    [InlineData("a: !Sub |\n  x ${Y}\n  z", """{"a":{"Fn::Sub":"x ${Y}\nz"}}""")]
    [InlineData("a: !Transform {Name: 'AWS::Include'}\nb:\n  Fn::Transform:\n    Name: X", """{"a":{"Fn::Transform":{"Name":"AWS::Include"}},"b":{"Fn::Transform":{"Name":"X"}}}""")]
    [InlineData("- !Ref A\n- &x !Ref B\n- !Ref &y C\n- *x", """[{"Ref":"A"},{"Ref":"B"},{"Ref":"C"},{"Ref":"B"}]""")]
    public void Short_forms_are_long_ones(string yaml, string json) => Assert.Equal(json, Compact(yaml));

    [Theory]
    [InlineData("a: b: c")]
    [InlineData("a: - b")]
    [InlineData("a: [1, 2")]
    [InlineData("a: 'x")]
    [InlineData("a: \"\\q\"")]
    [InlineData("a:\n\tb: 1")]
    [InlineData("a: 1\n  b: 2")]
    [InlineData("  a: 1\n b: 2")]
    [InlineData("a: [1] x")]
    [InlineData("a: @x")]
    [InlineData("a\nb: 1")]
    [InlineData("a: [1,,2]")]
    public void What_is_no_yaml_has_an_error_with_a_place(string yaml)
    {
        Assert.Null(YamlReader.Read(yaml, out var error));
        Assert.NotNull(error);
        Assert.InRange(error.Value.Position, 0, yaml.Length);
        Assert.Null(YamlOracle.Read(yaml, out _));
    }

    [Fact]
    public void Every_node_has_its_place()
    {
        const string Yaml = "# top\nRoot:\n  Key: value # c\n  Many: [1, {x: y}]\n  List:\n    - a b\n    - |\n      line\n  Fn: !Sub '${X}'\n  Deep:\n    Er: \"q\"\n\nLast: 1\n";
        var root = (JsonObject)YamlReader.Read(Yaml, out _)!;
        var inner = (JsonObject)root["Root"]!;
        Assert.Equal("Key", Name(inner.Find("Key")!));
        Assert.Equal("value", Text(inner["Key"]!));
        Assert.Equal("[1, {x: y}]", Text(inner["Many"]!));
        Assert.Equal("{x: y}", Text(((JsonArray)inner["Many"]!)[1]));
        Assert.Equal("a b", Text(((JsonArray)inner["List"]!)[0]));
        Assert.Equal("|\n      line", Text(((JsonArray)inner["List"]!)[1]));
        Assert.Equal("!Sub '${X}'", Text(inner["Fn"]!));
        Assert.Equal("!Sub", Name(((JsonObject)inner["Fn"]!).Members[0]));
        Assert.Equal("'${X}'", Text(((JsonObject)inner["Fn"]!)["Fn::Sub"]!));
        Assert.Equal("Er: \"q\"", Text(inner["Deep"]!));
        Assert.StartsWith("Key: value", Text(inner), StringComparison.Ordinal);
        Assert.EndsWith("Er: \"q\"", Text(inner), StringComparison.Ordinal);
        Assert.EndsWith("Last: 1", Text(root), StringComparison.Ordinal);

        string Text(JsonNode node) => Yaml.Substring(node.Start, node.Length);
        string Name(JsonMember member) => Yaml.Substring(member.NameStart, member.NameLength);
    }

    [Fact]
    public void Aliases_do_not_unfold_without_end()
    {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(static i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n"));
        var root = YamlReader.Read(yaml, out _)!;
        Assert.InRange(Count(root), 1_000, 200_000);

        static int Count(JsonNode node) => 1 + (node switch
        {
            JsonArray array => array.Sum(Count),
            JsonObject obj => obj.Sum(static member => Count(member.Value)),
            _ => 0,
        });
    }

    [Fact]
    public void Hostile_texts_end_quickly()
    {
        foreach (var text in new[]
        {
            new string('[', 1_000_000), string.Concat(Enumerable.Repeat("- ", 500_000)), string.Concat(Enumerable.Repeat("{a: ", 200_000)), string.Concat(Enumerable.Repeat("a:\n", 300_000)),
            new string(' ', 1_000_000) + "a", "a: |\n" + string.Concat(Enumerable.Repeat("                                        \n", 30_000)), "a: " + string.Concat(Enumerable.Repeat("x\n  ", 200_000)),
            string.Concat(Enumerable.Repeat("? ", 100_000)), string.Concat(Enumerable.Repeat("&a ", 100_000)), "a: \"" + new string('\n', 500_000), string.Concat(Enumerable.Repeat("!x\n", 200_000)),
        })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            YamlReader.Read(text, out _);
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        }
    }
}
