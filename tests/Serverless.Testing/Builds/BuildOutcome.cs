namespace Serverless.Testing.Builds;

/// <summary>How a `dotnet` command ended, and what it said.</summary>
/// <param name="ExitCode">0 on success.</param>
/// <param name="Output">Standard output and error together.</param>
public sealed record BuildOutcome(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Lines that report an error, each once.</summary>
    public IReadOnlyList<string> Errors => Lines(": error ");

    /// <summary>Lines that report a warning, each once.</summary>
    public IReadOnlyList<string> Warnings => Lines(": warning ");

    /// <summary>Itself, or an exception that shows the whole output.</summary>
    public BuildOutcome MustSucceed() =>
        Succeeded ? this : throw new InvalidOperationException($"The build failed with {ExitCode}:\n{Output}");

    /// <summary>Itself, or an exception that shows the whole output: the build must fail with exactly one id.</summary>
    public BuildOutcome MustFailWith(string id) =>
        !Succeeded && Errors.Count > 0 && Errors.All(line => line.Contains($"error {id}:", StringComparison.Ordinal))
            ? this
            : throw new InvalidOperationException($"The build should fail with {id} alone; it ended with {ExitCode}:\n{Output}");

    private List<string> Lines(string mark) =>
        Output.Split('\n').Select(static line => line.Trim()).Where(line => line.Contains(mark, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
}
