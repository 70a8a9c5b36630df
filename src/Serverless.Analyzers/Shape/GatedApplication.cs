using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.Templates;
using Serverless.Model;

namespace Serverless.Analyzers.Shape;

/// <summary>
/// An application that is read at most once, behind the hash of what it is read from. Two of them are equal when their
/// inputs are, so the pipeline keeps the older one and a keystroke in a body goes no further.
/// The compilation is let go as soon as the model exists: the older instance must not keep it alive.
/// </summary>
internal sealed class GatedApplication : IEquatable<GatedApplication>
{
    private readonly object _gate = new();
    private readonly ShapeHash _shape;
    private readonly ProjectOptions _options;
    private readonly EquatableArray<FragmentText> _fragments;
    private Compilation? _compilation;
    private Application? _application;

    private GatedApplication(ShapeHash shape, ProjectOptions options, EquatableArray<FragmentText> fragments, Compilation? compilation)
    {
        _shape = shape;
        _options = options;
        _fragments = fragments;
        _compilation = compilation;
    }

    /// <summary>The gate of a project where nothing is to be generated or reported.</summary>
    public static GatedApplication None { get; } = new(default, ProjectOptions.None, default, null);

    public static GatedApplication Of(Compilation compilation, ProjectOptions options, EquatableArray<FragmentText> fragments, CancellationToken cancellationToken)
    {
        if (options.IsTestProject || !CompilationShape.UsesServerless(compilation, cancellationToken))
            return None;
        return new GatedApplication(CompilationShape.Of(compilation, cancellationToken), options, fragments, compilation);
    }

    /// <summary>Null for <see cref="None"/>.</summary>
    public Application? Read(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_application is null && _compilation is not null)
            {
                _application = ApplicationReader.TryRead(_compilation, _options, _fragments, cancellationToken);
                _compilation = null;
            }

            return _application;
        }
    }

    /// <summary>The model exists and no compilation is held.</summary>
    public bool IsRead => _compilation is null;

    public bool Equals(GatedApplication? other) =>
        other is not null && (ReferenceEquals(this, other) || (_shape.Equals(other._shape) && _options == other._options && _fragments == other._fragments));

    public override bool Equals(object? obj) => Equals(obj as GatedApplication);

    public override int GetHashCode() => _shape.GetHashCode();
}
