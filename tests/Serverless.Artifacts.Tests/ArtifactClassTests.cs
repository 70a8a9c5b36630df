using System.Collections.Immutable;

namespace Serverless.Artifacts.Tests;

public sealed class ArtifactClassTests
{
    [Fact]
    public void Two_files_of_one_name_are_one_property()
    {
        var text = ArtifactClass.Render("Shop", ImmutableArray.Create(new Artifact("policies/A.json", "1"), new Artifact("policies/A.json", "2")), "", "\"G\", \"1\"");

        Assert.Contains("internal static string policies__A_json => \"1\";", text, StringComparison.Ordinal);
        Assert.Equal(text.IndexOf("policies__A_json", StringComparison.Ordinal), text.LastIndexOf("policies__A_json", StringComparison.Ordinal));
    }

    [Fact]
    public void Quotes_and_lines_of_a_file_need_no_escapes()
    {
        var text = ArtifactClass.Render("", ImmutableArray.Create(new Artifact("template.json", "{\n\"a\": \"\"\"\"\n}")), "", "\"G\", \"1\"");

        Assert.Contains("template_json => \"\"\"\"\"\n{\n\"a\": \"\"\"\"\n}\n\"\"\"\"\";", text, StringComparison.Ordinal);
    }
}
