using System.Collections.Immutable;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.Rules;
using Serverless.Artifacts;
using Serverless.Model;

namespace Serverless.Analyzers.Generators;

/// <summary>Every file that is generated for an application. A renderer that fails leaves a fault in the artifact class, not a compilation without it.</summary>
internal static class Rendering
{
    private const int FewestFunctionsForTwoThreads = 64;

    private const string ArtifactFile = "ServerlessArtifacts.g.cs";

    private static readonly string Generator = $"\"Serverless.Analyzers\", \"{typeof(Rendering).Assembly.GetName().Version.ToString(3)}\"";

    public static EquatableArray<SourceFile> Render(Application? application, CancellationToken cancellationToken)
    {
        if (application is null || application.IsEmpty)
            return default;
        var handlers = ImmutableArray<SourceFile>.Empty;
        var artifacts = ImmutableArray<Artifact>.Empty;
        Fault? handlerFault = null;
        var limits = new List<Fault>();
        Fault? artifactFault = null;
        Run(
            application.Functions.Count >= FewestFunctionsForTwoThreads,
            () => handlers = Try("generating handlers", application, HandlerSource.Render, out handlerFault, cancellationToken),
            () => artifacts = Try("rendering artifacts", application, (model, token) => Artifacts(model, limits, token), out artifactFault, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        var main = Try("generating the entry point", application, static (program, _) => EntryPoint(program), out var mainFault, cancellationToken);
        var faults = application.Faults.Concat(limits).Concat(new[] { handlerFault, artifactFault, mainFault }.OfType<Fault>()).ToList();
        var carrier = ArtifactClass.Render(application.Project.RootNamespace, artifacts, FaultLines(faults), Generator);
        return handlers.Insert(0, new SourceFile(ArtifactFile, carrier)).AddRange(main);
    }

    /// <summary>A limit shows only in the rendered template, so its fault joins those of the declarations here.</summary>
    private static ImmutableArray<Artifact> Artifacts(Application application, List<Fault> limits, CancellationToken cancellationToken)
    {
        var rendered = ArtifactSet.RenderAll(application, cancellationToken);
        limits.AddRange(rendered.Faults);
        return rendered.Artifacts;
    }

    /// <summary>A program without functions to run keeps the compiler's own word about its missing `Main`.</summary>
    private static ImmutableArray<SourceFile> EntryPoint(Application application) =>
        application.Handlers.Any() && MainSource.Render(application.Project) is { } main ? ImmutableArray.Create(main) : ImmutableArray<SourceFile>.Empty;

    /// <summary>Handlers and artifacts know nothing of each other; in a large application each takes long enough for a thread.</summary>
    private static void Run(bool atOnce, params Action[] actions)
    {
        if (atOnce)
        {
            Parallel.Invoke(actions);
            return;
        }

        foreach (var action in actions)
            action();
    }

    /// <summary>Empty with a fault when the renderer fails; empty when it is cancelled, which the caller finds out.</summary>
    private static ImmutableArray<T> Try<T>(
        string doing, Application application, Func<Application, CancellationToken, ImmutableArray<T>> render, out Fault? fault, CancellationToken cancellationToken)
    {
        fault = null;
        try
        {
            return render(application, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ImmutableArray<T>.Empty;
        }
        catch (Exception exception)
        {
            fault = InternalFaults.Of(doing, exception);
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
