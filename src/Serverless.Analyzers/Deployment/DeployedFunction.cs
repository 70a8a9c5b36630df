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

/// <summary>`Assembly::Type::Method`, taken apart.</summary>
/// <param name="HasSignature">The string gives the method with its return and parameter types: it picks one of several overloads.</param>
internal sealed record HandlerParts(string Assembly, string Type, string Method, bool HasSignature)
{
    private const string Generated = "_Generated";

    public static HandlerParts? Of(string handler)
    {
        var parts = handler.Split(["::"], StringSplitOptions.None);
        if (parts.Length != 3)
            return null;
        var method = parts[2].Trim();
        var hasSignature = method.IndexOf(' ') >= 0;
        var open = method.IndexOf('(');
        if (open >= 0)
            method = method.Substring(0, open).Trim();
        var space = method.LastIndexOf(' ');
        return new HandlerParts(parts[0].Trim(), parts[1].Trim(), space < 0 ? method : method.Substring(space + 1), hasSignature);
    }

    /// <summary>
    /// The type and method that an Annotations wrapper stands for: `Ns.Function_Handle_Generated` runs `Ns.Function.Handle`. Null when the type is no wrapper.
    /// </summary>
    public (string Type, string Method)? Wrapped
    {
        get
        {
            if (!Type.EndsWith(Generated, StringComparison.Ordinal))
                return null;
            var inner = Type.Substring(0, Type.Length - Generated.Length);
            var end = inner.Length - Method.Length - 1;
            return end > 0 && inner[end] == '_' && inner.EndsWith(Method, StringComparison.Ordinal) ? (inner.Substring(0, end), Method) : null;
        }
    }
}

/// <summary>Something that invokes a function.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">For messages: the event's name, or the logical id of the resource that makes the connection.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Properties">Its settings; null when they are not literal.</param>
internal sealed record DeployedTrigger(TriggerKind Kind, string Name, JsonMember At, JsonObject? Properties)
{
    /// <summary>`1.0` or `2.0`, the shape of an API's events; a REST API's is `1.0`. Null when unknown.</summary>
    public string? PayloadFormat { get; init; }

    /// <summary>Null when the file does not say.</summary>
    public int? BatchSize { get; init; }

    /// <summary>`FunctionResponseTypes` has `ReportBatchItemFailures`; null when unknown or when the source has no batches.</summary>
    public bool? ReportsBatchItemFailures { get; init; }

    /// <summary>The integration's own limit; null when the file does not say.</summary>
    public int? TimeoutMilliseconds { get; init; }

    /// <summary>The logical id of the queue, topic, stream or API in the same file; null when it is elsewhere or unknown.</summary>
    public string? Source { get; init; }
}
