using System.Text.Json.Serialization;

namespace Imports;

/// <summary>What Athena says of a query that has ended.</summary>
public sealed record QueryAnswer([property: JsonPropertyName("QueryExecution")] QueryRun QueryExecution);

/// <summary>The query.</summary>
public sealed record QueryRun([property: JsonPropertyName("QueryExecutionId")] string QueryExecutionId);
