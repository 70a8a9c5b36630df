namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2309, 2310, 2314: integrations that do not exist, and arguments that the service would refuse. SVLS2011: what this version does not emit.</summary>
internal static class IntegrationRules
{
    private const string Callback = ".waitForTaskToken";

    private static readonly string[] Patterns = [".sync:2", ".sync", Callback];

    public static void Check(State state, List<Fault> faults)
    {
        if (state is not TaskState { Resource: { } resource } task)
            return;
        var place = state.PlaceOf(Parts.Resource);
        var pattern = Patterns.FirstOrDefault(p => resource.EndsWith(p, StringComparison.Ordinal)) ?? "";
        var action = resource.Substring(0, resource.Length - pattern.Length);
        if (Problem(resource, action, pattern) is { } problem)
        {
            faults.Add(new Fault(RuleIds.UnknownIntegration, place, EquatableArray.Of(resource, problem.Text),
                problem.Nearest is null ? default : EquatableArray.Of(FixProperties.Replacement + "=" + problem.Nearest + pattern)));
            return;
        }

        if (pattern == Callback && !CarriesToken(task.Arguments))
            faults.Add(Fault.Of(RuleIds.NoTaskToken, state.PlaceOf(Parts.Arguments), resource));
        if (Integrations.Find(action) is { IsEmitted: true } integration && pattern.Length == 0)
            CheckArguments(task, integration, faults);
        else
            faults.Add(Fault.Of(RuleIds.NotEmitted, place, "The integration " + resource));
    }

    private static (string Text, string? Nearest)? Problem(string resource, string action, string pattern)
    {
        var parts = action.Split(':');
        if (action.StartsWith("arn:", StringComparison.Ordinal))
            return ($"write the tail of the ARN alone: '{resource.Substring(resource.IndexOf(":::", StringComparison.Ordinal) is >= 0 and var tail ? tail + 3 : 0)}'", null);
        if (parts[0] == "aws-sdk")
        {
            if (parts.Length != 3 || parts[1].Length == 0 || parts[2].Length == 0)
                return ("an AWS SDK integration is written 'aws-sdk:service:action'", null);
            if (parts[1].Any(char.IsUpper) || !char.IsLower(parts[2][0]))
                return ($"the service is in lower case and the action in camelCase: 'aws-sdk:{parts[1].ToLowerInvariant()}:{char.ToLowerInvariant(parts[2][0])}{parts[2].Substring(1)}'", null);
            return pattern.StartsWith(".sync", StringComparison.Ordinal) ? ("AWS SDK integrations have no '.sync'", null) : null;
        }

        if (Integrations.Find(action) is { } integration)
        {
            return pattern.Length == 0 || integration.Patterns.Contains(pattern)
                ? null
                : ($"'{action}' has no '{pattern}'" + (integration.Patterns.Length == 0 ? "" : $", it has {string.Join(" and ", integration.Patterns.Select(static p => "'" + p + "'"))}"), null);
        }

        if (parts.Length == 2 && Integrations.IsOtherService(parts[0]) && parts[1].Length > 0)
            return null;
        var nearest = NearestName.Of(action, Integrations.Actions);
        return (nearest is null ? "write 'service:action' of an optimised integration, or 'aws-sdk:service:action' for any other" : $"did you mean '{nearest}'?", nearest);
    }

    private static void CheckArguments(TaskState task, Integration integration, List<Fault> faults)
    {
        var place = task.PlaceOf(Parts.Arguments);
        if (task.Arguments is null)
        {
            Report(faults, place, integration.Action, $"needs arguments: {Names(integration.Required)}", isWarning: false);
            return;
        }

        // An expression as a whole is known to the service alone.
        if (task.Arguments is not AslObject arguments)
            return;
        var given = arguments.Members.Select(static m => m.Name).ToArray();
        var known = integration.Required.SelectMany(static r => r.Split('|')).Concat(integration.Optional).ToArray();
        foreach (var required in integration.Required)
        {
            var alternatives = required.Split('|');
            if (alternatives.Any(given.Contains))
                continue;
            var misspelt = given.FirstOrDefault(g => alternatives.Any(a => string.Equals(a, g, StringComparison.OrdinalIgnoreCase)));
            Report(faults, place, integration.Action, misspelt is null
                ? $"needs the argument {Names([required])}"
                : $"needs the argument {Names([required])}; '{misspelt}' is written differently", isWarning: false);
        }

        foreach (var name in given)
        {
            if (known.Contains(name) || known.Any(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase) && integration.Required.Any(r => r.Split('|').Contains(k))))
                continue;
            var nearest = NearestName.Of(name, known);
            Report(faults, place, integration.Action, $"has no argument '{name}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?"), isWarning: true);
        }
    }

    private static string Names(IEnumerable<string> required) =>
        string.Join(", ", required.Select(static r => string.Join(" or ", r.Split('|').Select(static n => "'" + n + "'"))));

    private static bool CarriesToken(AslData? data) => data switch
    {
        AslExpression expression => expression.Jsonata.Contains("$states.context.Task.Token") || expression.Jsonata.Contains("$states.context.Task") || expression.Jsonata == "$states.context",
        AslObject obj => obj.Members.Any(static m => CarriesToken(m.Value)),
        AslList list => list.Items.Any(static i => CarriesToken(i)),
        _ => false,
    };

    private static void Report(List<Fault> faults, DeclarationRef at, string action, string text, bool isWarning) =>
        faults.Add(new Fault(RuleIds.IntegrationArgument, at, EquatableArray.Of(action, text), IsWarning: isWarning));
}
