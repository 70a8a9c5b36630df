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

/// <summary>Names that the graph's expressions and the renderer share.</summary>
internal static class ServiceGraphNames
{
    /// <summary>Class in the root namespace that holds one nested class for each node, each with a field `Value`.</summary>
    public const string Class = "ServerlessServices";

    /// <summary>The class with its namespace.</summary>
    public static string Qualified(ProjectFacts project) => project.RootNamespace.Length == 0 ? "global::" + Class : "global::" + project.RootNamespace + "." + Class;
}
