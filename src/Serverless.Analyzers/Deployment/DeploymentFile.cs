using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>
/// A file that says how the project is deployed, read once for each text: an editor asks at every keystroke in the code, and the template has not changed then.
/// </summary>
internal sealed class DeploymentFile
{
    private static readonly ConditionalWeakTable<SourceText, DeploymentFile> Known = new();

    private ImmutableArray<DeployedFunction> _functions;

    private DeploymentFile(string path, DeploymentFileKind kind, SourceText text)
    {
        Path = path;
        Kind = kind;
        Text = text;
        Root = DeploymentFiles.Parse(path, text.ToString()) as JsonObject;
        Template = new Template(kind == DeploymentFileKind.Template ? Root : null);
    }

    public string Path { get; }

    public DeploymentFileKind Kind { get; }

    public SourceText Text { get; }

    /// <summary>Null when the file is not what its name says: it may still describe functions, and nobody knows which.</summary>
    public JsonObject? Root { get; }

    /// <summary>The resources of a template; none in other files.</summary>
    public Template Template { get; }

    /// <summary>The functions that the file describes, in its order.</summary>
    public ImmutableArray<DeployedFunction> Functions
    {
        get
        {
            if (_functions.IsDefault)
            {
                var read = Kind switch
                {
                    DeploymentFileKind.Template => TemplateReader.Read(this),
                    DeploymentFileKind.ToolsDefaults => ToolsDefaultsReader.Read(this),
                    _ => ImmutableArray<DeployedFunction>.Empty,
                };
                ImmutableInterlocked.InterlockedInitialize(ref _functions, read);
            }

            return _functions;
        }
    }

    /// <summary>Null when the file is none that describes a deployment, or cannot be read at all.</summary>
    public static DeploymentFile? Of(AdditionalText file, string? role, CancellationToken cancellationToken)
    {
        var kind = DeploymentFiles.KindOf(file.Path, role);
        if (kind == DeploymentFileKind.None || file.GetText(cancellationToken) is not { } text)
            return null;
        if (Known.TryGetValue(text, out var known) && known.Path == file.Path && known.Kind == kind)
            return known;
        var read = new DeploymentFile(file.Path, kind, text);
        return known is null ? Known.GetValue(text, _ => read) is var kept && kept.Path == file.Path && kept.Kind == kind ? kept : read : read;
    }

    public Location At(JsonNode node) => At(node.Start, node.Length);

    /// <summary>The member's name.</summary>
    public Location At(JsonMember member) => At(member.NameStart, member.NameLength);

    /// <summary>A place in the text; a negative start is the beginning of the file.</summary>
    public Location At(int start, int length)
    {
        var span = start < 0 ? default : new TextSpan(start, length);
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }
}
