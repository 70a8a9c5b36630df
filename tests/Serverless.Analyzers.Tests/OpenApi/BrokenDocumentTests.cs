using System.Runtime.CompilerServices;
using Serverless.Testing.Tools;

namespace Serverless.Analyzers.Tests.OpenApi;

/// <summary>A reviewed document broken in one place.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Document">The reviewed document.</param>
/// <param name="From">Its text; it must occur.</param>
/// <param name="To">What it is replaced by, everywhere.</param>
/// <param name="Tools">The tools of which at least one has to object.</param>
public sealed record BrokenDocument(string Name, string Document, string From, string To, params string[] Tools)
{
    public override string ToString() => Name;
}

/// <summary>All broken documents, judged once for the class.</summary>
public sealed class BrokenDocumentsFixture : IAsyncLifetime
{
    private const string Http = "http.json";
    private const string Rest = "rest.json";
    private const string Extensions = "apigateway-schema";
    private const string Redocly = "redocly";
    private const string Spectral = "spectral";

    internal static IReadOnlyList<BrokenDocument> All { get; } =
    [
        new("An unknown extension", Rest, "x-amazon-apigateway-api-key-source", "x-amazon-apigateway-api-key-sorce", Extensions),
        new("An extension in the wrong place", Http, "\"x-amazon-apigateway-authorizer\"", "\"x-amazon-apigateway-cors\"", Extensions),
        new("An unknown type of integration", Http, "\"http_proxy\"", "\"http-proxy\"", Extensions),
        new("An integration without address", Rest, "\"uri\": \"https://old.example/{path}\",", "", Extensions),
        new("A timeout above the limit", Rest, "\"timeoutInMillis\": 29000", "\"timeoutInMillis\": 930000", Extensions),
        new("A validator that is not declared", Rest, "\"x-amazon-apigateway-request-validator\": \"none\"", "\"x-amazon-apigateway-request-validator\": \"nothing\"", Extensions),
        new("An unknown source of keys", Rest, "\"HEADER\"", "\"QUERY\"", Extensions),
        new("Lambda called by GET", Http, "\"httpMethod\": \"POST\"", "\"httpMethod\": \"GET\"", Extensions),
        new("An unknown subtype", Http, "SQS-SendMessage", "SQS-SendMail", Extensions),
        new("A mapping of the other kind of API", Http, "overwrite:header.x-visitor", "header.x-visitor", Extensions),
        new("A private integration without link", Http, "\"connectionId\": \"${Link}\",", "", Extensions),
        new("A payload format that does not exist", Http, "\"payloadFormatVersion\": \"2.0\"", "\"payloadFormatVersion\": \"3.0\"", Extensions),
        new("A function streamed without its proxy", Rest, "\"responseTransferMode\": \"STREAM\"", "\"responseTransferMode\": \"STREAMED\"", Extensions),
        new("An unknown gateway response", Rest, "\"THROTTLED\"", "\"THROTTELED\"", Extensions),
        new("A gateway response with an impossible status", Rest, "\"statusCode\": \"429\"", "\"statusCode\": \"4290\"", Extensions),
        new("An authorizer without function", Rest, "\"authorizerUri\"", "\"authorizerUrl\"", Extensions),
        new("A decision kept too long", Http, "\"authorizerResultTtlInSeconds\": 60", "\"authorizerResultTtlInSeconds\": 3601", Extensions),
        new("Simple answers of the old format", Http, "\"authorizerPayloadFormatVersion\": \"2.0\"", "\"authorizerPayloadFormatVersion\": \"1.0\"", Extensions),
        new("Tokens without issuer", Http, "\"issuer\"", "\"issued\"", Extensions),
        new("Credentials for everyone", Http, "\"allowOrigins\": [\"https://gallery.example\"]", "\"allowOrigins\": [\"*\"], \"allowCredentials\": true", Extensions),
        new("A size of compression above the limit", Rest, "\"x-amazon-apigateway-minimum-compression-size\": 1024", "\"x-amazon-apigateway-minimum-compression-size\": 10485761", Extensions),
        new("A scheme that is not declared", Http, "{ \"Door\": [] }", "{ \"Doors\": [] }", Extensions, Spectral),
        new("A cache key of no request", Rest, "method.request.querystring.take", "request.take", Extensions),
        new("A model with a word it has not", Rest, "\"maxLength\": 80", "\"nullable\": true", Extensions),
        new("A default route that is none", Http, "\"operationId\": \"Works_Health\",", "\"operationId\": \"Works_Health\", \"isDefaultRoute\": true,", Extensions),
        new("A stage of a REST API in an HTTP API", Http, "\"x-amazon-apigateway-importexport-version\": \"1.0\"", "\"x-amazon-apigateway-importexport-version\": \"1.0\", \"x-amazon-apigateway-policy\": {}", Extensions),
        new("A reference to nothing", Http, "#/components/schemas/PageOfWork", "#/components/schemas/PageOfWorks", Redocly, Spectral),
        new("No description of an answer", Http, "\"description\": \"A page of works.\",", "", Redocly, Spectral),
        new("No title", Http, "\"title\": \"GalleryApi\",", "", Redocly, Spectral),
        new("An unknown place of a parameter", Http, "\"in\": \"cookie\"", "\"in\": \"cake\"", Redocly, Spectral),
        new("A variable that no parameter declares", Http, "\"/works/{id}/print\"", "\"/works/{number}/print\"", Redocly, Spectral),
        new("Two operations of one name", Http, "\"Works_Health\"", "\"Works_List\"", Redocly, Spectral),
        new("An example that does not fit", Http, "\"edition\": 100", "\"edition\": \"many\"", Redocly, Spectral),
        new("An unknown kind of schema", Http, "\"type\": \"integer\"", "\"type\": \"int\"", Redocly, Spectral),
    ];

    internal ILookup<string, ArtifactFinding> Findings { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var broken = All.Select(static (document, index) =>
        {
            var good = Golden(document.Document);
            Assert.Contains(document.From, good, StringComparison.Ordinal);
            return KeyValuePair.Create($"{index}/openapi/Api.json", good.Replace(document.From, document.To, StringComparison.Ordinal));
        });
        var findings = await ArtifactValidator.ValidateAsync(broken);
        Findings = findings.Where(static finding => finding.IsError).ToLookup(static finding => finding.File.Split('/')[0]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string Golden(string name, [CallerFilePath] string caller = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name));
}

/// <summary>What the gates of OpenAPI are worth: each fault is found by a tool that has to find it.</summary>
public sealed class BrokenDocumentTests(BrokenDocumentsFixture fixture) : IClassFixture<BrokenDocumentsFixture>
{
    public static TheoryData<int> Documents => [.. Enumerable.Range(0, BrokenDocumentsFixture.All.Count)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_broken_document_is_found_out(int index)
    {
        var document = BrokenDocumentsFixture.All[index];
        var findings = fixture.Findings[index.ToString(System.Globalization.CultureInfo.InvariantCulture)].ToList();
        Assert.True(findings.Exists(finding => document.Tools.Contains(finding.Tool)), document.Name + ": " + string.Join("\n", findings));
    }
}
