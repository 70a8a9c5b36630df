using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>A function as a deployment file describes it. Only what the file says literally is known: a `Ref` to a parameter is unknown, its default too.</summary>
internal sealed record DeployedFunction(DeploymentFile File)
{
    /// <summary>The resource's name in the template; null in the tools' defaults.</summary>
    public string? LogicalId { get; init; }

    /// <summary>Where the function stands in a template; null in the tools' defaults.</summary>
    public JsonMember? Resource { get; init; }

    /// <summary>What the template says of this function itself; without the globals.</summary>
    public JsonObject? Properties { get; init; }

    /// <summary>The handler string as written: `Assembly::Type::Method`, or an assembly name. Null when it is not literal, or when an image brings its own.</summary>
    public string? Handler { get; init; }

    /// <summary>Where the handler string stands.</summary>
    public JsonNode? HandlerNode { get; init; }

    /// <summary>`dotnet8`, `provided.al2023`; null when unknown.</summary>
    public string? Runtime { get; init; }

    /// <summary>The code is a container image.</summary>
    public bool IsImage { get; init; }

    /// <summary>`NONE` or `AWS_IAM` for a function with a URL; null without one, or when unknown.</summary>
    public string? FunctionUrlAuth { get; init; }

    /// <summary>
    /// `Amazon.Lambda.Annotations` wrote this resource during an earlier compilation: attributes say the same, and say it newer.
    /// </summary>
    public bool IsFromAnnotations { get; init; }

    /// <summary>What invokes the function, as far as the file shows.</summary>
    public ImmutableArray<DeployedTrigger> Triggers { get; init; } = ImmutableArray<DeployedTrigger>.Empty;

    /// <summary>Something may invoke the function that cannot be told: rules that need all sources are quiet.</summary>
    public bool HasUnknownTriggers { get; init; }

    /// <summary>Where the timeout stands, in the function or in the globals; null when neither says.</summary>
    public JsonNode? TimeoutNode { get; init; }

    /// <summary>What rules want to know of the function that runs a handler.</summary>
    public FunctionFacts Facts { get; init; } = FunctionFacts.Unknown;

    /// <summary>The three parts, or null when the handler names an executable. A method given with its signature is reduced to its name.</summary>
    public HandlerParts? Parts => Handler is { } handler ? HandlerParts.Of(handler) : null;
}
