using System.Text;

namespace Serverless.Build.Tests;

/// <summary>The artifact class as the generator emits it, for given files.</summary>
internal static class ArtifactSource
{
    /// <summary>A template with one function; the function's runtime can be chosen.</summary>
    public static string Template(string runtime = "dotnet10", int timeout = 10) => $$"""
        {
          "Resources": {
            "Hello": {
              "Type": "AWS::Serverless::Function",
              "Properties": {
                "CodeUri": "{CodeUri}",
                "Runtime": "{{runtime}}",
                "Timeout": {{timeout}}
              }
            }
          }
        }
        """;

    public const string Policy = """{ "Statement": [] }""";

    public static string Of(params (string Property, string Text)[] files) => Of("1", "", files);

    public static string Of(string format, string faults, params (string Property, string Text)[] files)
    {
        var code = new StringBuilder("namespace Shop;\ninternal static class ServerlessArtifacts\n{\n");
        foreach (var (property, text) in files.Prepend(("Faults", faults)).Prepend(("Format", format)))
            code.Append("    internal static string ").Append(property).Append(" => ").Append(Literal(text)).Append(";\n");
        return code.Append("}\n").ToString();
    }

    private static string Literal(string text) => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
