namespace Serverless.Model.Validation.StateMachines;

/// <summary>An argument as it was written.</summary>
/// <param name="Name">Without the `.$` of a path.</param>
/// <param name="Literal">Its text, when it is a text that is known before the run.</param>
internal readonly record struct GivenArgument(string Name, string? Literal);

/// <summary>What is wrong with the arguments of an integration.</summary>
/// <param name="Text">In words that go on after the integration's name.</param>
/// <param name="Argument">The argument as it was written; null when the fault is that one is missing.</param>
/// <param name="Replacement">The name, or the text, that was meant.</param>
/// <param name="IsWarning">The call may succeed nevertheless.</param>
/// <param name="IsValue">What was given is wrong, and not the name it was given to.</param>
internal sealed record ArgumentProblem(string Text, string? Argument = null, string? Replacement = null, bool IsWarning = false, bool IsValue = false);

/// <summary>SVLS2310: arguments that an integration requires, does not know, or knows in another casing. For machines in code and for definitions alike.</summary>
internal static class ArgumentProblems
{
    /// <param name="resource">The integration; one that does not exist has no problems here.</param>
    /// <param name="given">The arguments in their order; null when the task has none.</param>
    public static IEnumerable<ArgumentProblem> Find(TaskResource resource, IReadOnlyList<GivenArgument>? given)
    {
        if (resource.Kind == TaskResourceKind.AwsSdk)
            return FindSdk(resource, given);
        return OptimizedIntegrations.Find(resource.Name) is { } integration ? Find(integration, given) : [];
    }

    private static IEnumerable<ArgumentProblem> Find(OptimizedIntegration integration, IReadOnlyList<GivenArgument>? given)
    {
        if (given is null)
            return integration.Required.Length == 0 ? [] : [new ArgumentProblem($"needs arguments: {Names(integration.Required)}")];
        return Missing(integration.Required, given).Concat(Misspelt(integration, given)).Concat(Values(integration, given));
    }

    /// <summary>Of a call of the SDK the required arguments are known where it is an exception or an optimised integration as well; the casing is always.</summary>
    private static IEnumerable<ArgumentProblem> FindSdk(TaskResource resource, IReadOnlyList<GivenArgument>? given)
    {
        if (SdkCalls.FindTwin(resource.Service, resource.Action) is { } twin)
            return Find(twin, given);
        var required = SdkCalls.Find(resource.Service, resource.Action)?.Required ?? [];
        if (given is null)
            return required.Length == 0 ? [] : [new ArgumentProblem($"needs arguments: {Names(required)}")];
        var missing = Missing(required, given).ToList();
        var lower = given.Where(g => g.Name.Length > 0 && char.IsLower(g.Name[0]) && missing.All(m => m.Argument != g.Name));
        return missing.Concat(lower.Select(static g => new ArgumentProblem(
            $"takes its arguments in PascalCase, whatever the casing of the API: '{Pascal(g.Name)}'", g.Name, Pascal(g.Name), IsWarning: true)));
    }

    private static IEnumerable<ArgumentProblem> Missing(string[] names, IReadOnlyList<GivenArgument> given)
    {
        foreach (var required in names)
        {
            var alternatives = required.Split('|');
            if (given.Any(g => alternatives.Contains(g.Name)))
                continue;
            var misspelt = given.FirstOrDefault(g => alternatives.Any(a => IsCasing(a, g.Name))).Name;
            yield return misspelt is null
                ? new ArgumentProblem($"needs the argument {Names([required])}")
                : new ArgumentProblem($"needs the argument {Names([required])}; '{misspelt}' is written differently", misspelt, alternatives.First(a => IsCasing(a, misspelt)));
        }
    }

    private static IEnumerable<ArgumentProblem> Misspelt(OptimizedIntegration integration, IReadOnlyList<GivenArgument> given)
    {
        var known = integration.Arguments.ToArray();
        foreach (var argument in given)
        {
            if (known.Contains(argument.Name) || IsMissingOne(integration, given, argument.Name))
                continue;
            var nearest = NearestName.Of(argument.Name, known);

            // The service grows; what resembles nothing may be new.
            if (nearest is not null || !integration.IsOpen)
                yield return new ArgumentProblem($"has no argument '{argument.Name}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?"), argument.Name, nearest, IsWarning: true);
        }
    }

    /// <summary>Reported already, as the required argument in another casing.</summary>
    private static bool IsMissingOne(OptimizedIntegration integration, IReadOnlyList<GivenArgument> given, string name) => integration.Required.Any(required =>
    {
        var alternatives = required.Split('|');
        return alternatives.Any(a => IsCasing(a, name)) && !given.Any(g => alternatives.Contains(g.Name));
    });

    private static IEnumerable<ArgumentProblem> Values(OptimizedIntegration integration, IReadOnlyList<GivenArgument> given)
    {
        foreach (var values in integration.Values)
        {
            foreach (var argument in given)
            {
                if (argument.Name != values.Argument || argument.Literal is not { } literal || values.Allowed.Contains(literal))
                    continue;
                var nearest = NearestName.Of(literal, values.Allowed);
                yield return new ArgumentProblem(
                    $"takes for '{values.Argument}' {string.Join(", ", values.Allowed)}, and not '{literal}'", argument.Name, nearest, IsValue: true);
            }
        }
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static bool IsCasing(string name, string written) => string.Equals(name, written, StringComparison.OrdinalIgnoreCase);

    private static string Names(IEnumerable<string> required) =>
        string.Join(", ", required.Select(static r => string.Join(" or ", r.Split('|').Select(static n => "'" + n + "'"))));
}
