using System.Collections.Immutable;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.Rules;
using Serverless.Artifacts;
using Serverless.Model;

namespace Serverless.Analyzers.Generators;

/// <summary>Every file that is generated for an application. A renderer that fails leaves a fault in the artifact class, not a compilation without it.</summary>
internal static class Rendering
{
    private const string ArtifactFile = "ServerlessArtifacts.g.cs";

    private static readonly string Generator = $"\"Serverless.Analyzers\", \"{typeof(Rendering).Assembly.GetName().Version.ToString(3)}\"";

    public static EquatableArray<SourceFile> Render(Application? application, CancellationToken cancellationToken)
    {
        if (application is null || application.IsEmpty)
            return default;
        var faults = application.Faults.ToList();
        var handlers = Try("generating handlers", application, HandlerSource.Render, faults, cancellationToken);
        var artifacts = Try("rendering artifacts", application, ArtifactSet.Render, faults, cancellationToken);
        var carrier = ArtifactClass.Render(application.Project.RootNamespace, artifacts, FaultLines(faults), Generator);
        return handlers.Insert(0, new SourceFile(ArtifactFile, carrier)).AddRange(EntryPoint(application));
    }

    /// <summary>A program without functions to run keeps the compiler's own word about its missing `Main`.</summary>
    private static ImmutableArray<SourceFile> EntryPoint(Application application) =>
        application.Functions.Any(static f => f.Entry is not null) && MainSource.Render(application.Project) is { } main ? ImmutableArray.Create(main) : ImmutableArray<SourceFile>.Empty;

    private static ImmutableArray<T> Try<T>(
        string doing, Application application, Func<Application, CancellationToken, ImmutableArray<T>> render, List<Fault> faults, CancellationToken cancellationToken)
    {
        try
        {
            return render(application, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            faults.Add(InternalFaults.Of(doing, exception));
            return ImmutableArray<T>.Empty;
        }
    }

    /// <summary>Only what stops the build: the task refuses to write while one of these stands there.</summary>
    private static string FaultLines(List<Fault> faults) =>
        string.Join("\n", faults.Where(DeclarationRules.IsError).Select(static f => $"{f.RuleId}\t{OneLine(Declaration(f.At))}\t{OneLine(DeclarationRules.Message(f))}"));

    /// <summary>A file by its name alone: the text must be the same on every machine.</summary>
    private static string Declaration(DeclarationRef at) => at.FilePath is { } path ? path.Substring(path.LastIndexOfAny(['/', '\\']) + 1) : at.Symbol;

    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ');
}
