using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Serverless.Hosting.Gateway;

/// <summary>Keys and values of a query, decoded, in order. Not `Request.Query`: its keys ignore case, API Gateway's do not.</summary>
internal static class QueryPairs
{
    public static List<KeyValuePair<string, string>> Read(QueryString query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return pairs;
    }
}
