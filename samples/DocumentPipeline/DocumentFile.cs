using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.S3;

namespace Documents;

/// <summary>The text of a document: UTF-8 text, or HTML without its markup.</summary>
internal sealed partial class DocumentFile
{
    private const int LinesOnAPage = 50;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private DocumentFile(string title, string text)
    {
        Title = title;
        Text = text;
        Pages = [.. text.Split('\f').SelectMany(static part => part.Split('\n').Chunk(LinesOnAPage))];
        Words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }

    public string Title { get; }

    public string Text { get; }

    /// <summary>Lines of each page; a form feed or 50 lines end one. Never empty.</summary>
    public IReadOnlyList<string[]> Pages { get; }

    public int Words { get; }

    /// <summary>Text and HTML can be read.</summary>
    public static bool IsDocument(string? contentType) =>
        contentType is not null && (contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) || IsHtml(contentType));

    /// <summary>Reads the object. Bytes that are not UTF-8 are an error: a wrong guess would be stored for ever.</summary>
    /// <exception cref="InvalidDataException">The object is not UTF-8.</exception>
    public static async Task<DocumentFile> ReadAsync(IAmazonS3 s3, Document document, CancellationToken deadline)
    {
        using var found = await s3.GetObjectAsync(document.Bucket, document.Key, deadline);
        using var reader = new StreamReader(found.ResponseStream, Utf8);
        string content;
        try
        {
            content = (await reader.ReadToEndAsync(deadline)).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"{document.Key} is not UTF-8.", exception);
        }

        return IsHtml(document.ContentType) ? FromHtml(content) : new(FirstLine(content), content);
    }

    public static Task WriteAsync(IAmazonS3 s3, string bucket, string key, string contentType, string content, CancellationToken deadline) =>
        s3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentType = contentType, ContentBody = content }, deadline);

    /// <summary>Key of what is made from a document: `in/a.html` becomes `text/a.txt`.</summary>
    public static string Derived(Document document, string folder, string extension) =>
        $"{folder}/{Path.ChangeExtension(document.Key[(document.Key.IndexOf('/') + 1)..], extension)}";

    private static bool IsHtml(string contentType) => contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

    private static DocumentFile FromHtml(string html)
    {
        var title = TitleElement().Match(html);
        var text = WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(HiddenElement().Replace(html, ""), "\n"), "")).Trim();
        return new(title.Success ? WebUtility.HtmlDecode(title.Groups[1].Value).Trim() : FirstLine(text), text);
    }

    private static string FirstLine(string text) => text.TrimStart().Split('\n', 2)[0].Trim();

    [GeneratedRegex("<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex TitleElement();

    [GeneratedRegex("<(script|style|head)\\b.*?</\\1>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex HiddenElement();

    [GeneratedRegex("<br[^>]*>|</(p|h[1-6]|li|div|tr)>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
