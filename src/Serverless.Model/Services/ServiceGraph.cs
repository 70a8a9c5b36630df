namespace Serverless.Model;

/// <summary>
/// The objects that handlers need, in the order they are created. Each is a field of the generated graph class:
/// no container, no reflection, created once per environment in init.
/// </summary>
internal sealed record ServiceGraph(EquatableArray<ServiceNode> Nodes)
{
    /// <summary>What `[ServerlessStartup]` fills; null = everything is built at compile time.</summary>
    public ServiceContainer? Container { get; init; }

    /// <summary>A node is a logger over the function's log: its class is generated.</summary>
    public bool HasLogger { get; init; }

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

    /// <summary>Generated logger over the function's log.</summary>
    public const string Logger = "ServerlessLogger";

    /// <summary>The class with its namespace.</summary>
    public static string Qualified(ProjectFacts project) => QualifiedIn(project, Class);

    /// <summary>A class of the root namespace in full.</summary>
    public static string QualifiedIn(ProjectFacts project, string name) => project.RootNamespace.Length == 0 ? "global::" + name : "global::" + project.RootNamespace + "." + name;
}
