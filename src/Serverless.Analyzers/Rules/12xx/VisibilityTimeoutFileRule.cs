using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1206 in templates: a queue of the same template that feeds a function whose timeout is known. Reported where the queue says how long it hides a message,
/// or at the queue when it says nothing, which is 30 seconds.
/// </summary>
internal sealed class VisibilityTimeoutFileRule : DeploymentFileRule
{
    private const int DefaultSeconds = 30;
    private const int Recommended = 6;
    private const int LongestVisibility = 43_200;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TemplateEventRules.VisibilityTimeoutTooShort);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        // One report a queue: the function that may take longest decides.
        Dictionary<string, DeployedFunction>? slowest = null;
        foreach (var function in file.Functions)
        {
            if (function.Facts.TimeoutSeconds is null)
                continue;
            foreach (var trigger in function.Triggers)
            {
                if (trigger is not { Kind: TriggerKind.Sqs, Source: { } source })
                    continue;
                slowest ??= new Dictionary<string, DeployedFunction>(StringComparer.Ordinal);
                if (!slowest.TryGetValue(source, out var known) || known.Facts.TimeoutSeconds < function.Facts.TimeoutSeconds)
                    slowest[source] = function;
            }
        }

        if (slowest is null)
            return;
        foreach (var pair in slowest)
        {
            if (Queue(file.Template, pair.Key) is var (queue, at, seconds))
                Check(context, file, pair.Value, queue, at, seconds, pair.Value.Facts.TimeoutSeconds!.Value);
        }
    }

    private static void Check(AdditionalFileAnalysisContext context, DeploymentFile file, DeployedFunction function, JsonMember queue, JsonNode? at, int seconds, int timeout)
    {
        var wanted = Math.Min(timeout * Recommended, LongestVisibility);
        if (seconds >= wanted)
            return;
        var isRefused = seconds < timeout;
        ReportAs(
            context,
            isRefused ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            TemplateEventRules.VisibilityTimeoutTooShort,
            at is null ? file.At(queue) : file.At(at),
            queue.Name,
            seconds,
            function.LogicalId ?? "the function",
            timeout,
            isRefused ? "the service refuses to connect them" : "messages of a throttled or slow batch are delivered twice",
            wanted);
    }

    /// <summary>Null when the queue is elsewhere, or its timeout is computed.</summary>
    private static (JsonMember Queue, JsonNode? At, int Seconds)? Queue(Template template, string id)
    {
        if (template.TypeOf(id) != "AWS::SQS::Queue" || template.Resources.FirstOrDefault(resource => resource.Name == id) is not { } member)
            return null;
        var resource = (JsonObject)member.Value;
        if (resource["Properties"] is not { } node)
            return (member, null, DefaultSeconds);
        if (node is not JsonObject properties || !TemplateValue.IsWhole(properties))
            return null;
        if (properties["VisibilityTimeout"] is not { } visibility)
            return template.IsWhole ? (member, null, DefaultSeconds) : null;
        return TemplateValue.Integer(visibility) is { } seconds ? (member, visibility, seconds) : null;
    }
}
