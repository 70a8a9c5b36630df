using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a place wants of the thing that is named there.</summary>
internal enum ReferenceForm
{
    /// <summary>What `Ref` gives.</summary>
    Ref,
    Name,
    Url,
    Arn,
}

/// <summary>
/// Turns values of the grammar into deployed values: the single place that decides between `Ref`, `Fn::GetAtt` and `Fn::Sub`.
/// It knows what each id of the application is: declared in code, of the user's fragments, or a parameter, in this order.
/// </summary>
internal sealed class ReferenceResolver
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContainerTask> _containers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Api> _apis = new(StringComparer.Ordinal);

    public ReferenceResolver(Application application)
    {
        foreach (var function in application.Functions)
            Declare(function.LogicalId, ResourceTypes.Function);
        foreach (var task in application.ContainerTasks)
        {
            Declare(task.LogicalId, task.Settings.IsEks ? ResourceTypes.FargateProfile : ResourceTypes.TaskDefinition);
            _containers[task.LogicalId] = task;
        }

        foreach (var api in application.Apis)
        {
            Declare(api.LogicalId, ResourceTypes.Of(api.Kind));
            _apis[api.LogicalId] = api;
        }

        foreach (var machine in application.StateMachines)
            Declare(machine.LogicalId, ResourceTypes.StateMachine);
        foreach (var resource in application.Resources)
            Declare(resource.Id, resource.CloudFormationType);
        foreach (var fragment in application.Fragments)
        {
            foreach (var entry in fragment.ResourceTypes)
            {
                var equals = entry.IndexOf('=');
                if (equals > 0 && !_types.ContainsKey(entry.Substring(0, equals)))
                    _types.Add(entry.Substring(0, equals), entry.Substring(equals + 1));
            }
        }
    }

    /// <summary>CloudFormation type of an id, null when it is a parameter (or nothing).</summary>
    public string? FindType(string id) => _types.TryGetValue(id, out var type) ? type : null;

    /// <summary>The task in a container of an id, null when there is none.</summary>
    public ContainerTask? FindContainer(string? id) => id is not null && _containers.TryGetValue(id, out var task) ? task : null;

    /// <summary>The API of an id, null when there is none.</summary>
    public Api? FindApi(string id) => _apis.TryGetValue(id, out var api) ? api : null;

    /// <summary>The value for a place.</summary>
    /// <param name="value">As written.</param>
    /// <param name="form">What the place wants.</param>
    /// <param name="service">IAM prefix that tells what a mere name names, where an ARN is wanted.</param>
    public DeployedValue Resolve(AwsValue value, ReferenceForm form = ReferenceForm.Ref, string? service = null)
    {
        switch (value.Kind)
        {
            case AwsValueKind.Literal:
                return DeployedValue.Literal(value.Text);
            case AwsValueKind.Substitution:
                return DeployedValue.Sub(value.Text);
        }

        var id = value.Text;
        if (value.Attribute is { } attribute)
        {
            var isArn = attribute == "Arn";
            return (isArn ? Arn(id, service) : DeployedValue.GetAtt(id, attribute)).Append(value.Suffix);
        }

        // A suffix continues an ARN: `@Orders/index/*`.
        var wanted = value.Suffix is null ? form : ReferenceForm.Arn;
        var resolved = wanted switch
        {
            ReferenceForm.Arn => Arn(id, service),
            ReferenceForm.Name => Name(id),
            _ => Ref(id),
        };
        return resolved.Append(value.Suffix);
    }

    /// <summary>ARN of a declared or named thing.</summary>
    public DeployedValue Arn(string id, string? service = null)
    {
        if (FindType(id) is not { } type)
            return ResourceTypes.FindArnPattern(service) is { } named ? DeployedValue.Sub(Fill(named, id)) : DeployedValue.Ref(id);
        var facts = ResourceTypes.Find(type);
        if (facts.ArnPattern is { } pattern)
            return DeployedValue.Sub(Fill(pattern, id));
        return facts.ArnAttribute is { } attribute ? DeployedValue.GetAtt(id, attribute) : DeployedValue.RefArn(id);
    }

    private DeployedValue Name(string id) =>
        FindType(id) is { } type && ResourceTypes.Find(type).NameAttribute is { } attribute ? DeployedValue.GetAtt(id, attribute) : Ref(id);

    private DeployedValue Ref(string id) =>
        FindType(id) is { } type && ResourceTypes.Find(type).Ref == RefMeaning.Arn ? DeployedValue.RefArn(id) : DeployedValue.Ref(id);

    private static string Fill(string pattern, string id) => pattern.Replace("{0}", "${" + id + "}");

    private void Declare(string id, string type) => _types[id] = type;
}
