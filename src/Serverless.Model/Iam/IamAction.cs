namespace Serverless.Model;

/// <summary>What an action does, as AWS classifies it.</summary>
internal enum IamAccessLevel
{
    Read,
    List,
    Write,
    Tagging,
    PermissionsManagement,
}

/// <summary>An action of IAM.</summary>
/// <param name="Service">Prefix of its service.</param>
/// <param name="Name">`PutItem`.</param>
/// <param name="Level">What it does.</param>
/// <param name="Resources">The types of resources it can be allowed on; empty = `*` alone.</param>
/// <param name="ConditionKeys">Keys that a condition on it may use, whatever the resource.</param>
/// <param name="DependentActions">Actions that a call needs besides. The source lists few.</param>
internal sealed record IamAction(string Service, string Name, IamAccessLevel Level, IamActionResource[] Resources, string[] ConditionKeys, string[] DependentActions)
{
    /// <summary>`dynamodb:PutItem`.</summary>
    public string FullName { get; } = Service + ":" + Name;
}

/// <summary>A type of resource that an action can be allowed on.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsRequired">A statement needs a resource of this type; of several, those that the call touches.</param>
/// <param name="ConditionKeys">Keys for the action on this type alone.</param>
/// <param name="DependentActions">Actions that a call on this type needs besides.</param>
internal sealed record IamActionResource(IamResourceType Type, bool IsRequired, string[] ConditionKeys, string[] DependentActions);

/// <summary>A type of resource.</summary>
/// <param name="Name">`table`.</param>
/// <param name="Arn">`arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}`.</param>
/// <param name="ConditionKeys">`aws:ResourceTag/${TagKey}`.</param>
internal sealed record IamResourceType(string Name, string Arn, string[] ConditionKeys);

/// <summary>A condition key of a service.</summary>
/// <param name="Name">`dynamodb:LeadingKeys`.</param>
/// <param name="Type">`String`, `ArrayOfString`, `Bool`, `Numeric`, `Date`, `ARN`, `ArrayOfARN`, `ArrayOfBool`, `IPAddress`.</param>
internal sealed record IamConditionKey(string Name, string Type);
