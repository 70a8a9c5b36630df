using System.ComponentModel;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// The body of a request as a form: `application/x-www-form-urlencoded` or `multipart/form-data`. It is copied once, so that files
/// can be kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormBody
{
    /// <summary>More fields than a person fills in; what a body of 6 MB could hold would cost a search each.</summary>
    internal const int MostFields = 1024;

    private readonly ReadOnlyMemory<byte> _pairs;
    private readonly List<FormPart> _parts;

    private FormBody(ReadOnlyMemory<byte> pairs, List<FormPart> parts)
    {
        _pairs = pairs;
        _parts = parts;
    }

    /// <summary>Reads the form. A request without a body is an empty one.</summary>
    /// <param name="request">The event.</param>
    /// <param name="refused">Status that refuses the request: 415 when the body is no form; else 0.</param>
    /// <param name="faults">Receives what is wrong inside the body.</param>
    public static FormBody Read(in RouteEvent request, out int refused, ref RequestFaults faults)
    {
        refused = 0;
        if (!request.HasBody)
            return new FormBody(default, []);
        var type = FormContentType.Parse(request.ContentType.Decode());
        if (type is null)
        {
            refused = 415;
            return new FormBody(default, []);
        }

        var body = default(RequestBody);
        body.Read(in request, asJson: false, ref faults);
        var bytes = body.ToArray();
        body.Release();
        if (type.Boundary is null)
        {
            if (bytes.AsSpan().Count((byte)'&') < MostFields)
                return new FormBody(bytes, []);
            faults.Add(RequestPart.Body, "", "has too many fields");
            return new FormBody(default, []);
        }

        var parts = MultipartReader.Read(bytes, type.Boundary, out var problem);
        if (problem is not null)
            faults.Add(RequestPart.Body, "", problem);
        return new FormBody(default, parts);
    }

    /// <summary>The first value of a field.</summary>
    public EventText Value(string name)
    {
        var position = 0;
        if (QueryText.TryFind(_pairs.Span, name, ref position, out var start, out var length))
            return new EventText(_pairs.Slice(start, length), EventTextEncoding.UrlEncoded);
        foreach (var part in _parts)
        {
            if (part.FileName is null && part.Name == name)
                return new EventText(part.Content, EventTextEncoding.Plain);
        }

        return default;
    }

    /// <summary>Every value of a field, in order; null when there is none.</summary>
    public List<EventText>? All(string name)
    {
        List<EventText>? values = null;
        var position = 0;
        while (QueryText.TryFind(_pairs.Span, name, ref position, out var start, out var length))
            (values ??= []).Add(new EventText(_pairs.Slice(start, length), EventTextEncoding.UrlEncoded));
        foreach (var part in _parts)
        {
            if (part.FileName is null && part.Name == name)
                (values ??= []).Add(new EventText(part.Content, EventTextEncoding.Plain));
        }

        return values;
    }

    /// <summary>The first file of a field; null when there is none.</summary>
    public UploadedFile? File(string name) => Files(name)?[0];

    /// <summary>The first file of a field, which must be there.</summary>
    public UploadedFile RequiredFile(string name, ref RequestFaults faults)
    {
        if (File(name) is { } file)
            return file;
        faults.Add(RequestPart.Form, name, "is required");
        return null!;
    }

    /// <summary>Every file of a field, in order; null when there is none.</summary>
    public List<UploadedFile>? Files(string name)
    {
        List<UploadedFile>? files = null;
        foreach (var part in _parts)
        {
            // A browser sends a file input that was left empty as a file without name and content.
            if (part.FileName is { } fileName && part.Name == name && (fileName.Length > 0 || part.Content.Length > 0))
                (files ??= []).Add(new UploadedFile(fileName, part.ContentType, part.Content));
        }

        return files;
    }
}
