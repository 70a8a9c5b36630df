namespace Serverless.Model;

/// <summary>
/// The objects that handlers need, in the order they are created. Each is a field of the generated graph class:
/// no container, no reflection, created once per environment in init.
/// </summary>
internal sealed record ServiceGraph(EquatableArray<ServiceNode> Nodes)
{
    public static ServiceGraph Empty { get; } = new(EquatableArray<ServiceNode>.Empty);
}

/// <summary>One object of the graph.</summary>
/// <param name="ServiceType">Fully qualified type that is asked for: `global::Amazon.DynamoDBv2.IAmazonDynamoDB`.</param>
/// <param name="FieldName">Unique name of its field.</param>
/// <param name="Creation">C# expression that creates it; other nodes are named by their fields.</param>
internal sealed record ServiceNode(string ServiceType, string FieldName, string Creation);
