using Microsoft.CodeAnalysis;
using Serverless.Corpus.Findings;
using Serverless.Corpus.Projects;
using Serverless.Corpus.Repositories;

namespace Serverless.Corpus;

/// <summary>Fetches the corpus, analyzes every project in it that is no test, compares with the baseline and prints how often the rules were right.</summary>
internal static class CorpusRun
{
    public static async Task<int> MainAsync(string[] arguments)
    {
        var home = Path.GetFullPath(Value(arguments, "--home") ?? Path.Combine("tests", "Serverless.Corpus"));
        var cache = Path.GetFullPath(Value(arguments, "--cache") ?? Path.Combine(Path.GetTempPath(), "serverless-corpus"));
        var mirror = Value(arguments, "--mirror");
        var only = Value(arguments, "--only");
        var show = Value(arguments, "--show");
        var update = arguments.Contains("--update");
        var repositories = CorpusRepository.ReadAll(Path.Combine(home, "corpus.json"));
        var lambda = Checkout.Of(repositories.Single(static r => r.Repository == "aws/aws-lambda-dotnet"), cache, mirror);
        var libraries = new Libraries(lambda, Values(arguments, "--references"));
        var total = new Tally();
        var differs = false;
        foreach (var repository in repositories.Where(r => only is null || r.Name.Contains(only, StringComparison.Ordinal)))
        {
            var root = Checkout.Of(repository, cache, mirror);
            var found = await AnalyzeAsync(repository, root, libraries, total, show);
            var baseline = Baseline.Read(repository, Path.Combine(home, "baseline"));
            var renewed = baseline.Renewed(repository, found);
            total.Add(renewed);
            differs |= Compare(repository, baseline, renewed);
            if (update)
                renewed.Write(repository, Path.Combine(home, "baseline"));
        }

        total.Print(Console.Out);
        return (differs && !update) || total.Unjudged > 0 ? 1 : 0;
    }

    private static async Task<List<Finding>> AnalyzeAsync(CorpusRepository repository, string root, Libraries libraries, Tally total, string? show)
    {
        var compilations = new ProjectCompilation(libraries);
        var found = new HashSet<Finding>();
        var files = repository.Folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists).SelectMany(static folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories));
        foreach (var path in files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var project = new ProjectFile(path);
            if (project.IsTest)
                continue;
            var compilation = compilations.Of(project);
            total.Projects++;
            total.Lines += compilation.SyntaxTrees.Sum(static t => t.GetText().Lines.Count);
            foreach (var diagnostic in await Analysis.RunAsync(compilation, ProjectCompilation.OptionsOf(project)))
            {
                var at = diagnostic.Location.GetLineSpan();
                var file = at.Path is { Length: > 0 } ? Path.GetRelativePath(root, at.Path).Replace('\\', '/') : Path.GetRelativePath(root, path).Replace('\\', '/');
                var finding = new Finding(file, at.StartLinePosition.Line + 1, diagnostic.Id, diagnostic.Severity.ToString());
                if (found.Add(finding) && show is not null && (show == "all" || show.Contains(diagnostic.Id, StringComparison.Ordinal)))
                    Show(diagnostic, finding, at.Path);
            }
        }

        return [.. found.OrderBy(static f => f.Path, StringComparer.Ordinal).ThenBy(static f => f.Line).ThenBy(static f => f.Rule, StringComparer.Ordinal).ThenBy(static f => f.Severity, StringComparer.Ordinal)];
    }

    private static void Show(Diagnostic diagnostic, Finding finding, string? file)
    {
        Console.WriteLine($"{finding.Rule} {finding.Severity} {finding.Path}:{finding.Line}");
        if (file is not null && File.Exists(file))
            Console.WriteLine("    " + File.ReadLines(file).ElementAtOrDefault(finding.Line - 1)?.Trim());
        Console.WriteLine("    " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool Compare(CorpusRepository repository, Baseline before, Baseline after)
    {
        var old = before.Findings.Select(static f => f.Key).ToHashSet();
        var now = after.Findings.Select(static f => f.Key).ToHashSet();
        foreach (var finding in after.Findings.Where(f => !old.Contains(f.Key)))
            Console.WriteLine($"new   {finding.Rule} {finding.Severity,-7} {repository.Name}/{finding.Path}:{finding.Line}");
        foreach (var finding in before.Findings.Where(f => !now.Contains(f.Key)))
            Console.WriteLine($"gone  {finding.Rule} {finding.Severity,-7} {repository.Name}/{finding.Path}:{finding.Line}");
        return !old.SetEquals(now);
    }

    private static string? Value(string[] arguments, string name) => Values(arguments, name).FirstOrDefault();

    private static IEnumerable<string> Values(string[] arguments, string name)
    {
        for (var i = 0; i + 1 < arguments.Length; i++)
        {
            if (arguments[i] == name)
                yield return arguments[i + 1];
        }
    }
}
