using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>Functions of a SAM or CloudFormation template.</summary>
internal static class TemplateReader
{
    private const string SamFunction = "AWS::Serverless::Function";

    public static ImmutableArray<DeployedFunction> Read(DeploymentFile file)
    {
        var template = file.Template;
        ConnectedTriggers? connected = null;
        var functions = ImmutableArray.CreateBuilder<DeployedFunction>();
        foreach (var member in template.Resources)
        {
            if (member.Value is not JsonObject resource || Template.TypeOf(resource) is not (SamFunction or "AWS::Lambda::Function"))
                continue;
            connected ??= new ConnectedTriggers(template);
            functions.Add(Read(file, member, resource, connected));
        }

        return functions.ToImmutable();
    }

    private static DeployedFunction Read(DeploymentFile file, JsonMember member, JsonObject resource, ConnectedTriggers connected)
    {
        var template = file.Template;
        var isSam = Template.TypeOf(resource) == SamFunction;
        var properties = resource["Properties"] as JsonObject;
        var settings = new FunctionSettings(resource["Properties"], isSam ? template.FunctionGlobals : null, template.IsWhole);
        var isImage = settings.Text("PackageType") == "Image";
        var handler = isImage ? ((settings["ImageConfig"] as JsonObject)?["Command"] as JsonArray)?.FirstOrDefault() : settings["Handler"];

        var triggers = ImmutableArray.CreateBuilder<DeployedTrigger>();
        var isAllKnown = settings.IsWhole;
        if (isSam)
            isAllKnown &= SamEvents.Read(template, properties, triggers);
        isAllKnown &= connected.Add(member.Name, triggers);
        var all = triggers.ToImmutable();

        return new DeployedFunction(file)
        {
            LogicalId = member.Name,
            Resource = member,
            Properties = properties,
            Handler = handler is JsonString { Value: { Length: > 0 } text } ? text : null,
            HandlerNode = handler,
            Runtime = settings.Text("Runtime"),
            FunctionUrlAuth = TemplateValue.Text(all.FirstOrDefault(static trigger => trigger.Kind == TriggerKind.FunctionUrl)?.Properties?["AuthType"]),
            IsImage = isImage,
            IsFromAnnotations = (resource["Metadata"] as JsonObject)?["Tool"] is JsonString { Value: "Amazon.Lambda.Annotations" },
            Triggers = all,
            HasUnknownTriggers = !isAllKnown,
            TimeoutNode = settings["Timeout"],
            Facts = new FunctionFacts
            {
                TimeoutSeconds = TemplateValue.Positive(settings["Timeout"]),
                MemoryMegabytes = TemplateValue.Positive(settings["MemorySize"]),
                SnapStart = settings.SnapStart,
                IsConcurrent = settings.IsConcurrent,
                Environment = isImage ? null : settings.Environment,
                Triggers = all.Select(static trigger => trigger.Kind).Distinct().ToImmutableArray(),
                PayloadFormat = Payload(all),
                BatchSize = Batch(all),
                ReportsBatchItemFailures = Reports(all),
            },
        };
    }

    private static string? Payload(ImmutableArray<DeployedTrigger> triggers)
    {
        string? format = null;
        foreach (var trigger in triggers)
        {
            if (trigger.Kind is not (TriggerKind.HttpApi or TriggerKind.RestApi or TriggerKind.FunctionUrl))
                continue;
            if (trigger.PayloadFormat is null || (format is not null && format != trigger.PayloadFormat))
                return null;
            format = trigger.PayloadFormat;
        }

        return format;
    }

    /// <summary>The largest batch; null when one of the sources does not say.</summary>
    private static int? Batch(ImmutableArray<DeployedTrigger> triggers)
    {
        int? largest = null;
        foreach (var trigger in triggers)
        {
            if (!SamEvents.IsBatch(trigger.Kind))
                continue;
            if (trigger.BatchSize is not { } size)
                return null;
            largest = Math.Max(largest ?? 0, size);
        }

        return largest;
    }

    private static bool? Reports(ImmutableArray<DeployedTrigger> triggers)
    {
        bool? all = null;
        foreach (var trigger in triggers)
        {
            if (!SamEvents.IsBatch(trigger.Kind))
                continue;
            if (trigger.ReportsBatchItemFailures is not { } reports)
                return null;
            all = reports && all != false;
        }

        return all;
    }
}
