using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Calls that wait for another machine: AWS operations, HTTP requests, databases, caches. What only looks like one (streams, serialisers) does not count.</summary>
internal static class RemoteCalls
{
    private static readonly HashSet<string> Http = new(StringComparer.Ordinal)
    {
        "SendAsync", "GetAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "Send",
        "GetFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync",
    };

    private static readonly HashSet<string> Database = new(StringComparer.Ordinal)
    {
        "Open", "OpenAsync", "OpenConnection", "OpenConnectionAsync", "ExecuteReader", "ExecuteReaderAsync", "ExecuteNonQuery", "ExecuteNonQueryAsync", "ExecuteScalar", "ExecuteScalarAsync",
    };

    public static bool Is(IInvocationOperation call, ServerlessModel model) => IsAws(call, model) || IsHttp(call) || IsDatabase(call) || IsCacheConnection(call.TargetMethod);

    /// <summary>An operation of an AWS client, or of the models that are built on one.</summary>
    public static bool IsAws(IInvocationOperation call, ServerlessModel model)
    {
        var method = call.TargetMethod;
        if (!method.Name.EndsWith("Async", StringComparison.Ordinal) || method.IsStatic)
            return false;
        return IsAwsClient(call.Instance?.Type ?? method.ContainingType, model) || IsOnAwsClient(method.ContainingType);
    }

    public static bool IsAwsClient(ITypeSymbol? type, ServerlessModel model)
    {
        if (type is null)
            return false;
        if (model.Types[HazardTypeNames.AmazonService] is { } service && (SymbolEqualityComparer.Default.Equals(type, service) || type.AllInterfaces.Contains(service, SymbolEqualityComparer.Default)))
            return true;
        return model.Types[HazardTypeNames.AmazonServiceClient] is { } known && type.IsOrDerives(known);
    }

    /// <summary>The object, document and transfer models.</summary>
    private static bool IsOnAwsClient(INamedTypeSymbol type) => type.Name switch
    {
        "DynamoDBContext" or "IDynamoDBContext" => type.ContainingNamespace is { Name: "DataModel", ContainingNamespace.Name: "DynamoDBv2" },
        "Table" or "ITable" => type.ContainingNamespace is { Name: "DocumentModel", ContainingNamespace.Name: "DynamoDBv2" },
        "TransferUtility" or "ITransferUtility" => type.ContainingNamespace is { Name: "Transfer", ContainingNamespace.Name: "S3" },
        _ => false,
    };

    private static bool IsHttp(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Http.Contains(method.Name))
            return false;
        return method.ContainingType.Name switch
        {
            "HttpClient" or "HttpMessageInvoker" => method.ContainingNamespace is { Name: "Http", ContainingNamespace.Name: "Net" },
            "HttpClientJsonExtensions" => true,
            _ => false,
        };
    }

    private static bool IsDatabase(IInvocationOperation call)
    {
        if (!Database.Contains(call.TargetMethod.Name))
            return false;
        for (INamedTypeSymbol? at = call.TargetMethod.ContainingType; at is not null; at = at.BaseType)
        {
            if (at is { Name: "DbConnection" or "DbCommand" or "DbDataSource", ContainingNamespace: { Name: "Common", ContainingNamespace.Name: "Data" } }
                or { Name: "IDbConnection" or "IDbCommand", ContainingNamespace: { Name: "Data", ContainingNamespace.Name: "System" } }
                or { Name: "NpgsqlDataSource", ContainingNamespace.Name: "Npgsql" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCacheConnection(IMethodSymbol method) =>
        method is { Name: "Connect" or "ConnectAsync", ContainingType: { Name: "ConnectionMultiplexer", ContainingNamespace: { Name: "Redis", ContainingNamespace.Name: "StackExchange" } } };
}
