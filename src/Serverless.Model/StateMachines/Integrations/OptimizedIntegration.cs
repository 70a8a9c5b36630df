namespace Serverless.Model;

/// <summary>An action that Step Functions has its own integration for: `dynamodb:putItem`, `batch:submitJob.sync`.</summary>
/// <param name="Service">As in the resource of a Task: `elasticmapreduce`.</param>
/// <param name="Action">`addStep`.</param>
/// <param name="Patterns">What may follow the action.</param>
internal sealed record OptimizedIntegration(string Service, string Action, IntegrationPatterns Patterns)
{
    /// <summary>`elasticmapreduce:addStep`.</summary>
    public string Name { get; } = Service + ":" + Action;

    /// <summary>Arguments without which the service refuses the call; alternatives are separated by `|`.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>The other arguments of the first level, in the casing of Step Functions.</summary>
    public string[] Optional { get; init; } = [];

    /// <summary>True when the service takes members beside those that are listed: the keys are the user's own.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Arguments whose literals the service takes from a closed list.</summary>
    public ArgumentValues[] Values { get; init; } = [];

    /// <summary>What the machine's role needs.</summary>
    public RoleStatement[] Statements { get; init; } = [];

    /// <summary>All names of arguments.</summary>
    public IEnumerable<string> Arguments => Required.SelectMany(static names => names.Split('|')).Concat(Optional);

    /// <summary>Express machines make requests and do not wait.</summary>
    public IntegrationPatterns PatternsIn(WorkflowType type) => type == WorkflowType.Express ? Patterns & IntegrationPatterns.RequestResponse : Patterns;
}

/// <summary>The texts that an argument may be.</summary>
/// <param name="Argument">`Method`.</param>
/// <param name="Allowed">In the casing of the service.</param>
internal sealed record ArgumentValues(string Argument, params string[] Allowed);
