using System.Security.Cryptography;
using System.Text;
using Serverless.Model.Json;

namespace Serverless.Build.Writing;

/// <summary>
/// A template that stands alone among the user's files: at `ServerlessTemplatePath`, and in publish output. It carries a mark under
/// `Metadata`, project, framework and a hash of the rest, so that a file written or edited by hand is recognised in a fresh clone as well and is never replaced.
/// </summary>
/// <param name="path">Full path of the template.</param>
/// <param name="project">Full path of the project file.</param>
/// <param name="framework">Target framework of this build: builds of the other frameworks leave the file alone.</param>
internal sealed class TemplateFile(string path, string project, string framework)
{
    private const string Metadata = "Metadata";
    private const string Mark = "Serverless.Analyzers";
    private const string ProjectMember = "Project";
    private const string FrameworkMember = "Framework";
    private const string HashMember = "Sha256";

    /// <summary>Writes the template unless it is there already; true when the file changed.</summary>
    public bool Write(string template) => Guarded(() =>
    {
        var text = WithMark(template);
        if (AtomicFile.HasText(path, text))
            return false;
        if (File.Exists(path))
            DemandOwn();
        using var file = AtomicFile.Stage(path, text);
        file.Commit();
        return true;
    });

    /// <summary>Throws when a file stands there that this project did not write, or that was edited since.</summary>
    public void Check() => Guarded(() =>
    {
        if (File.Exists(path))
            DemandOwn();
        else if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder");
        return true;
    });

    /// <summary>Removes the template if this build's project and framework wrote it and nobody edited it; anything else stays.</summary>
    public void Remove() => Guarded(() =>
    {
        if (File.Exists(path) && ReadMark() is { Edited: false } mark && RelativePath.Same(mark.Project, project) && mark.Framework == framework)
            File.Delete(path);
        return true;
    });

    private void DemandOwn()
    {
        if (ReadMark() is not { } mark)
        {
            throw new BuildFault(MessageIds.WrittenByHand, path,
                "The file was not written by the build and is left as it is. Move what it declares to a fragment (ServerlessTemplate item) and delete it, or choose another path");
        }

        if (!RelativePath.Same(mark.Project, project) && File.Exists(mark.Project))
            throw new BuildFault(MessageIds.OwnedByAnotherProject, project, $"'{path}' is the template of '{mark.Project}'. Give each project its own ServerlessTemplatePath");
        if (mark.Edited)
        {
            throw new BuildFault(MessageIds.WrittenByHand, path,
                "The file was edited after the build wrote it and is left as it is. Move the edits to a fragment (ServerlessTemplate item) and delete it: the build writes it again");
        }
    }

    private string WithMark(string template)
    {
        if (JsonReader.Read(template, out var error) is not JsonObject root)
            throw new BuildFault(MessageIds.Unreadable, path, $"The rendered template is no JSON object: {error?.Message}");
        var mark = new JsonObject { { ProjectMember, RelativePath.From(Folder, project) }, { FrameworkMember, framework }, { HashMember, Hash(root) } };
        if (root[Metadata] is JsonObject metadata)
            metadata[Mark] = mark;
        else
            root[Metadata] = new JsonObject { { Mark, mark } };
        return root + "\n";
    }

    private (string Project, string Framework, bool Edited)? ReadMark()
    {
        if (JsonReader.Read(File.ReadAllText(path), out _) is not JsonObject root
            || root[Metadata] is not JsonObject metadata
            || metadata[Mark] is not JsonObject mark
            || mark[ProjectMember] is not JsonString owner
            || mark[FrameworkMember] is not JsonString writer
            || mark[HashMember] is not JsonString hash)
        {
            return null;
        }

        metadata[Mark] = null;
        return (Path.GetFullPath(Path.Combine(Folder, owner.Value)), writer.Value, Hash(root) != hash.Value);
    }

    private string Folder => Path.GetDirectoryName(path)!;

    /// <summary>Of the content, not of the characters: line ends and indentation may change in version control.</summary>
    private static string Hash(JsonObject root)
    {
        if (root[Metadata] is JsonObject { Count: 0 })
            root[Metadata] = null;
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(root.ToCompactString())).Select(static b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private bool Guarded(Func<bool> change)
    {
        try
        {
            return change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildFault(MessageIds.CannotWrite, path, $"The template cannot be written: {e.Message}", e);
        }
    }
}
