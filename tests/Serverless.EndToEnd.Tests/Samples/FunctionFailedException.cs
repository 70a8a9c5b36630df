using System.Text.Json.Nodes;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>A function reported an error to the Runtime API.</summary>
/// <param name="report">The report: `errorType`, `errorMessage`, `stackTrace`.</param>
public sealed class FunctionFailedException(string report) : Exception(report)
{
    /// <summary>What ASL's `ErrorEquals` matches.</summary>
    public string ErrorType { get; } = JsonNode.Parse(report)!["errorType"]!.GetValue<string>();
}
