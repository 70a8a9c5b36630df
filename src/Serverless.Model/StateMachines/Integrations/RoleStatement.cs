namespace Serverless.Model;

/// <summary>
/// A statement that a task needs of its machine's role, with the arguments of the task still to be filled in.
/// </summary>
/// <param name="Actions">IAM actions.</param>
/// <param name="Resources">
/// ARNs with holes: `arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:job/{JobName}`; see <see cref="ArnTemplate"/>.
/// </param>
internal sealed record RoleStatement(string[] Actions, string[] Resources)
{
    /// <summary>The patterns that need it.</summary>
    public IntegrationPatterns On { get; init; } = IntegrationPatterns.All;

    /// <summary>Only when one of these arguments is given, or may be: paths, separated by `|`. Null = always.</summary>
    public string? Given { get; init; }

    /// <summary>Only when this argument is certainly given; its value may be computed. Null = always.</summary>
    public string? Surely { get; init; }

    /// <summary>The resources are kinds of which a call touches those that its arguments name; all when they name none.</summary>
    public bool IsAnyOf { get; init; }

    /// <summary>Only when none of these arguments is given. Null = always.</summary>
    public string? Absent { get; init; }

    /// <summary>Only when an argument is this literal, or may be: `AuthType=IAM_ROLE`. Null = always.</summary>
    public string? When { get; init; }

    /// <summary>Left out when a text argument is known to begin with one of these words. Null = never.</summary>
    public FirstWord? Unless { get; init; }

    /// <summary>Only when a text argument begins with one of these words, or may. Null = always.</summary>
    public FirstWord? Only { get; init; }

    /// <summary>
    /// The argument names a definition that names roles of its own (a task definition of ECS): where the application knows them, they are
    /// the resources, and the listed ones stand for what it does not know.
    /// </summary>
    public string? RolesOf { get; init; }

    public RoleCondition[] Conditions { get; init; } = [];
}

/// <summary>Words that a text begins with, in any casing.</summary>
/// <param name="Argument">`QueryString`.</param>
/// <param name="Words">`SELECT`.</param>
internal sealed record FirstWord(string Argument, params string[] Words);

/// <summary>A condition of a statement. One whose hole has no value before the run is left out.</summary>
/// <param name="Operator">`StringEquals`.</param>
/// <param name="Key">`iam:PassedToService`.</param>
/// <param name="Value">A text, with holes like those of a resource.</param>
internal sealed record RoleCondition(string Operator, string Key, string Value);
