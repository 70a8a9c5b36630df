using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Types whose objects hold connections and are made to be shared: AWS clients by their base type, others by name, more by configuration.</summary>
internal static class ReusableTypes
{
    private static readonly string[] Bases = [HazardTypeNames.AmazonServiceClient, HazardTypeNames.AmazonService, HazardTypeNames.HttpMessageInvoker];

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler", "StackExchange.Redis.ConnectionMultiplexer", "MongoDB.Driver.MongoClient",
        "Npgsql.NpgsqlDataSource", "Grpc.Net.Client.GrpcChannel", HazardTypeNames.DynamoDbContext, "Amazon.S3.Transfer.TransferUtility", "RestSharp.RestClient",
        "Elastic.Clients.Elasticsearch.ElasticsearchClient", "Confluent.Kafka.IProducer", "Microsoft.Azure.Cosmos.CosmosClient", "Azure.Messaging.ServiceBus.ServiceBusClient",
    };

    /// <summary>Static methods that make one.</summary>
    private static readonly HashSet<string> Factories = new(StringComparer.Ordinal) { "ForAddress", "Connect", "ConnectAsync", "Create" };

    public static bool Contains(ITypeSymbol? type, ServerlessModel model)
    {
        if (type is not INamedTypeSymbol named || named.TypeKind is not (TypeKind.Class or TypeKind.Interface))
            return false;
        foreach (var name in Bases)
        {
            if (model.Types[name] is { } known && (known.TypeKind == TypeKind.Interface ? named.AllInterfaces.Contains(known, SymbolEqualityComparer.Default) : named.IsOrDerives(known)))
                return true;
        }

        for (INamedTypeSymbol? at = named; at is not null; at = at.BaseType)
        {
            if (Names.Contains(FullName(at.OriginalDefinition)) || (model.Options.ReusableTypes.Count > 0 && model.Options.ReusableTypes.Contains(at.OriginalDefinition.GetDocumentationCommentId() ?? "")))
                return true;
        }

        return false;
    }

    /// <summary>`GrpcChannel.ForAddress(…)` and its kin.</summary>
    public static bool IsFactory(IMethodSymbol method, ServerlessModel model) =>
        method.IsStatic && Factories.Contains(method.Name) && method.ContainingType is { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: true } type
        && Contains(type, model) && MakesOne(method.ReturnType, type);

    private static bool MakesOne(ITypeSymbol result, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(result, type) || result is INamedTypeSymbol { Name: "Task", TypeArguments: [var inner] } && SymbolEqualityComparer.Default.Equals(inner, type);

    public static string FullName(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var at = type.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
            name = at.Name + "." + name;
        return name;
    }
}
