namespace Serverless.Model;

/// <summary>
/// A text with holes that arguments of a task fill: `…:job/{JobName}`, `…:event-bus/{Entries[].EventBusName=default}`. A hole is the path
/// of an argument (`[]` = each item of a list, `()` = the name of each member), then `:form` (see <see cref="HoleForm"/>), then `=default`, which is what the service takes when the argument is absent.
/// `${…}` is none: it belongs to CloudFormation. What is known only at run time becomes `*`. Before it may stand an argument that gives the
/// whole ARN, when it is given: `StreamARN|arn:…`.
/// </summary>
internal sealed class ArnTemplate
{
    private ArnTemplate(string text, Hole[] holes, string? whole) => (Text, Holes, Whole) = (text, holes, whole);

    public string Text { get; }

    /// <summary>In the order of the text.</summary>
    public Hole[] Holes { get; }

    /// <summary>The argument that gives the whole ARN, or null.</summary>
    public string? Whole { get; }

    public static ArnTemplate Parse(string text)
    {
        var bar = text.IndexOf('|');
        var whole = bar < 0 ? null : text.Substring(0, bar);
        text = text.Substring(bar + 1);
        var holes = new List<Hole>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '{')
                continue;
            var end = text.IndexOf('}', i);
            if (i == 0 || text[i - 1] != '$')
                holes.Add(Hole.Parse(text.Substring(i + 1, end - i - 1), i, end - i + 1));
            i = end;
        }

        return new ArnTemplate(text, [.. holes], whole);
    }
}

/// <summary>What is taken of an argument.</summary>
internal enum HoleForm
{
    /// <summary>A name; an ARN there stands for the whole text.</summary>
    Value,

    /// <summary>The name alone, also of what is given by its ARN: `:name`.</summary>
    Name,

    /// <summary>The queue of a URL, as its ARN: `:queue`.</summary>
    Queue,

    /// <summary>Bucket and key of `s3://bucket/key`: `:s3`.</summary>
    S3Uri,

    /// <summary>The bucket of `s3://bucket/key`: `:bucket`.</summary>
    S3Bucket,

    /// <summary>The id of an API, of its host name: `:api`.</summary>
    ApiId,

    /// <summary>A path without the slash it begins with: `:path`.</summary>
    Path,

    /// <summary>A path without the slashes at its ends: `:folder`.</summary>
    Folder,

    /// <summary>A name in lower case: `:lower`.</summary>
    Lower,

    /// <summary>Something that is named with or without its revision, as what IAM asks for, which is any revision: `:revision`.</summary>
    Revision,

    /// <summary>What stands before the colon of an id, `project:id`: `:project`.</summary>
    Project,

    /// <summary>A secret: its ARN ends in letters that its name does not have: `:secret`.</summary>
    Secret,

    /// <summary>A key of KMS. An alias names no resource that a policy may hold: `:key`.</summary>
    Key,

    /// <summary>A model of Bedrock. A profile is none, and the resource is left out then: `:model`.</summary>
    Model,

    /// <summary>A profile of Bedrock, which sends calls to several regions. A model is none: `:profile`.</summary>
    Profile,

    /// <summary>The model behind a profile of Bedrock: `:profilemodel`.</summary>
    ProfileModel,
}

/// <summary>A place in a template that an argument fills.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">With its braces.</param>
/// <param name="Argument">`Overrides.TaskRoleArn`, `Entries[].EventBusName`.</param>
/// <param name="Form">What is taken of the argument.</param>
/// <param name="Default">The service's default, or null.</param>
internal sealed record Hole(int Start, int Length, string Argument, HoleForm Form, string? Default)
{
    internal static Hole Parse(string text, int start, int length)
    {
        var equals = text.IndexOf('=');
        var path = equals < 0 ? text : text.Substring(0, equals);
        var colon = path.IndexOf(':');
        var form = colon < 0 ? HoleForm.Value : path.Substring(colon + 1) switch
        {
            "name" => HoleForm.Name,
            "queue" => HoleForm.Queue,
            "s3" => HoleForm.S3Uri,
            "bucket" => HoleForm.S3Bucket,
            "api" => HoleForm.ApiId,
            "path" => HoleForm.Path,
            "folder" => HoleForm.Folder,
            "lower" => HoleForm.Lower,
            "revision" => HoleForm.Revision,
            "project" => HoleForm.Project,
            "secret" => HoleForm.Secret,
            "key" => HoleForm.Key,
            "model" => HoleForm.Model,
            "profile" => HoleForm.Profile,
            "profilemodel" => HoleForm.ProfileModel,
            var unknown => throw new ArgumentException("no form '" + unknown + "'", nameof(text)),
        };
        return new Hole(start, length, colon < 0 ? path : path.Substring(0, colon), form, equals < 0 ? null : text.Substring(equals + 1));
    }
}
