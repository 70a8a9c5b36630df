using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>A state of a definition as it was written.</summary>
internal sealed class DefinitionState
{
    public DefinitionState(JsonMember member, DefinitionGraph graph, DefinitionMachine machine)
    {
        Member = member;
        Graph = graph;
        Machine = machine;
        Body = member.Value as JsonObject ?? [];
        Type = (Body["Type"] as JsonString)?.Value;
        Language = DefinitionMachine.LanguageOf(Body, machine.Language);
        Graphs = [.. Inner()];
    }

    public string Name => Member.Name;

    /// <summary>The state's name and its object.</summary>
    public JsonMember Member { get; }

    public JsonObject Body { get; }

    public DefinitionGraph Graph { get; }

    public DefinitionMachine Machine { get; }

    public string? Type { get; }

    /// <summary>Its own, or the machine's: a state does not take over that of the state around it.</summary>
    public QueryLanguage Language { get; }

    public bool IsJsonata => Language == QueryLanguage.JSONata;

    /// <summary>Its branches, or what it runs for each item.</summary>
    public IReadOnlyList<DefinitionGraph> Graphs { get; }

    /// <summary>`State 'Pay'`, as messages name it.</summary>
    public string Title => $"State '{Name}'";

    /// <summary>The retriers or catchers that are objects, in order.</summary>
    public IEnumerable<(JsonObject Rule, int Index)> Rules(string field)
    {
        if (Body[field] is not JsonArray rules)
            yield break;
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i] is JsonObject rule && !Placeholders.IsIntrinsic(rule))
                yield return (rule, i);
        }
    }

    /// <summary>Where it can go within its graph, and the text that says so.</summary>
    public IEnumerable<DefinitionTransition> Transitions()
    {
        if (Type is not ("Choice" or "Succeed" or "Fail") && Body["Next"] is JsonString next)
            yield return new DefinitionTransition(next, "Next", null);
        if (Type == "Choice")
        {
            foreach (var (rule, _) in Rules("Choices"))
            {
                if (rule["Next"] is JsonString target)
                    yield return new DefinitionTransition(target, "Choices", rule);
            }

            if (Body["Default"] is JsonString otherwise)
                yield return new DefinitionTransition(otherwise, "Default", null);
        }

        if (Type is not ("Task" or "Parallel" or "Map"))
            yield break;
        foreach (var (rule, _) in Rules("Catch"))
        {
            if (rule["Next"] is JsonString target)
                yield return new DefinitionTransition(target, "Catch", rule);
        }
    }

    private IEnumerable<DefinitionGraph> Inner()
    {
        if (Type == "Parallel" && Body["Branches"] is JsonArray branches)
        {
            foreach (var branch in branches)
            {
                if (branch is JsonObject body && !Placeholders.IsIntrinsic(body))
                    yield return DefinitionGraph.Read(body, this, Machine);
            }
        }

        if (Type == "Map" && (Body["ItemProcessor"] ?? Body["Iterator"]) is JsonObject processor && !Placeholders.IsIntrinsic(processor))
            yield return DefinitionGraph.Read(processor, this, Machine);
    }
}

/// <summary>A way from one state to another.</summary>
/// <param name="Target">The text that names the other.</param>
/// <param name="Field">`Next`, `Default`, `Choices` or `Catch`.</param>
/// <param name="Rule">The rule or catcher it stands in.</param>
internal readonly record struct DefinitionTransition(JsonString Target, string Field, JsonObject? Rule);
