namespace Serverless.Model.Validation;

/// <summary>Every id of the template: two equal ones are SVLS2003, one that nobody declares is SVLS2004.</summary>
internal sealed class DeclaredIds
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly List<Fault> _duplicates = [];

    public DeclaredIds(Application application)
    {
        foreach (var parameter in application.Parameters)
            Add(parameter.Name, "a parameter", parameter.Declaration);
        foreach (var resource in application.Resources)
            Add(resource.Id, "a resource", resource.Declaration with { Argument = "id" });
        foreach (var api in application.Apis)
            Add(api.LogicalId, "an API", api.IsImplicit ? api.Declaration : api.Declaration with { Argument = "logicalId" });
        foreach (var machine in application.StateMachines)
            Add(machine.LogicalId, "a state machine", machine.Declaration);
        foreach (var function in application.Functions)
            Add(function.LogicalId, "a function", function.PinnedAt ?? function.Declaration);
        foreach (var task in application.ContainerTasks)
            Add(task.LogicalId, "a task in a container", task.PinnedAt ?? task.Declaration);
        foreach (var fragment in application.Fragments)
        {
            foreach (var resource in fragment.ResourceTypes)
                AddFromFragment(resource.Substring(0, resource.IndexOf('=')));
            foreach (var parameter in fragment.ParameterNames)
                AddFromFragment(parameter);
        }
    }

    public IEnumerable<Fault> Duplicates => _duplicates;

    public IEnumerable<Fault> Undeclared(IEnumerable<(string Id, DeclarationRef At)> references)
    {
        foreach (var (id, at) in references)
        {
            if (!_owners.ContainsKey(id))
                yield return new Fault(RuleIds.UndeclaredId, at, EquatableArray.Of(id), EquatableArray.Of(FixProperties.Id + "=" + id));
        }
    }

    private void Add(string id, string kind, DeclarationRef at)
    {
        if (_owners.TryGetValue(id, out var other))
            _duplicates.Add(Fault.Of(RuleIds.DuplicateLogicalId, at, id, other));
        else
            _owners.Add(id, kind);
    }

    /// <summary>A fragment may repeat a generated id: its properties are merged.</summary>
    private void AddFromFragment(string id)
    {
        if (!_owners.ContainsKey(id))
            _owners.Add(id, "the template fragment");
    }
}
