using Serverless.Analyzers.Tests.Harness;
using Serverless.Testing.Tools;

namespace Serverless.Analyzers.Tests.OpenApi;

/// <summary>From C# to the document, with everything between: compared with the reviewed one, and judged by tools that are not ours.</summary>
public sealed class GalleryTests
{
    [Fact]
    public void The_document_of_an_http_api_is_the_reviewed_one() => GoldenDocuments.AssertEqual("http.json", Document(Gallery.Http));

    [Fact]
    public void The_document_of_a_rest_api_is_the_reviewed_one() => GoldenDocuments.AssertEqual("rest.json", Document(Gallery.Rest));

    [Fact]
    public async Task Independent_tools_have_nothing_to_say()
    {
        var http = GeneratorRun.Of(Gallery.Http);
        var rest = GeneratorRun.Of(Gallery.Rest);
        var findings = await ArtifactValidator.ValidateAsync(
        [
            KeyValuePair.Create("http/openapi/GalleryApi.json", http.Artifact("openapi/GalleryApi.json")),
            KeyValuePair.Create("http/template.json", http.Artifact("template.json")),
            KeyValuePair.Create("rest/openapi/GalleryApi.json", rest.Artifact("openapi/GalleryApi.json")),
            KeyValuePair.Create("rest/template.json", rest.Artifact("template.json")),
        ]);
        var errors = findings.Where(static finding => finding.IsError).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }

    private static string Document(string[] sources)
    {
        var run = GeneratorRun.Of(sources);
        Assert.Equal("", run.Faults);
        return run.Artifact("openapi/GalleryApi.json");
    }
}
