using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What our attributes say of a function. A single setting is taken from the nearest place that writes it: method, class, assembly; what none writes has the value that
/// the generated template gives it, unless a file of the project says otherwise.
/// </summary>
internal static class DeclaredFacts
{
    private const int DefaultTimeout = 30;
    private const int RouteTimeout = 10;
    private const int TaskTimeout = 60;
    private const int LongestTimeout = 900;
    private const int DefaultMemory = 512;
    private const int QueueBatch = 10;
    private const int StreamBatch = 100;

    public static FunctionEvidence Read(IMethodSymbol method)
    {
        var triggers = ImmutableArray.CreateBuilder<TriggerKind>();
        string? payload = null;
        int? batch = null;
        bool? reports = null;
        var hasRoute = false;
        int? task = null;
        foreach (var (name, arguments) in FunctionAttributes.OurAttributes(method))
        {
            switch (name)
            {
                case "HttpRoute":
                    hasRoute = true;
                    var isRest = IsRest(method, arguments);
                    triggers.Add(isRest ? TriggerKind.RestApi : TriggerKind.HttpApi);
                    payload = isRest ? "1.0" : "2.0";
                    break;
                case "WebSocketRoute":
                    triggers.Add(TriggerKind.WebSocketApi);
                    break;
                case "LambdaUrl":
                    triggers.Add(TriggerKind.FunctionUrl);
                    payload ??= "2.0";
                    break;
                case "TaskState":
                    triggers.Add(TriggerKind.StepFunctions);
                    task = Math.Min(arguments.Int32("TimeoutSeconds") ?? TaskTimeout, LongestTimeout);
                    break;
                case "SqsTrigger":
                    triggers.Add(TriggerKind.Sqs);
                    batch = arguments.Int32("BatchSize") ?? QueueBatch;
                    reports = arguments.Boolean("ReportBatchItemFailures") ?? true;
                    break;
                case "DynamoDbStreamTrigger" or "KinesisTrigger" or "KafkaTrigger":
                    triggers.Add(name == "KinesisTrigger" ? TriggerKind.Kinesis : name == "KafkaTrigger" ? TriggerKind.Kafka : TriggerKind.DynamoDbStream);
                    batch = arguments.Int32("BatchSize") ?? StreamBatch;
                    reports = arguments.Boolean("ReportBatchItemFailures");
                    break;
                default:
                    if (OtherTrigger(name) is { } kind)
                        triggers.Add(kind);
                    break;
            }
        }

        var written = new FunctionFacts
        {
            TimeoutSeconds = Setting<int>(method, "Timeout"),
            MemoryMegabytes = Setting<int>(method, "MemorySize"),
            SnapStart = Setting<bool>(method, "SnapStart"),
            IsConcurrent = HasSetting(method, "CapacityProvider") ? true : null,
            Triggers = triggers.Distinct().ToImmutableArray(),
            PayloadFormat = payload,
            BatchSize = batch,
            ReportsBatchItemFailures = reports,
        };
        return new FunctionEvidence(HandlerForm.Declared, written, new FunctionFacts
        {
            TimeoutSeconds = task ?? (hasRoute ? RouteTimeout : DefaultTimeout),
            MemoryMegabytes = DefaultMemory,
            SnapStart = false,
            IsConcurrent = false,
        });
    }

    private static TriggerKind? OtherTrigger(string name) => name switch
    {
        "S3Trigger" => TriggerKind.S3,
        "SnsTrigger" => TriggerKind.Sns,
        "ScheduleTrigger" => TriggerKind.Schedule,
        "EventBridgeTrigger" => TriggerKind.EventBridge,
        "AlbTrigger" => TriggerKind.LoadBalancer,
        _ when name.EndsWith("Trigger", StringComparison.Ordinal) => TriggerKind.Other,
        _ => null,
    };

    /// <summary>The API that a route belongs to: the one it names, its class's, the assembly's. One without an attribute is an HTTP API.</summary>
    private static bool IsRest(IMethodSymbol method, AttributeArguments route)
    {
        if (route.Type("Api") is { } named)
            return Has(named, "ServerlessRestApi");
        if (Has(method.ContainingType, "ServerlessHttpApi") || Has(method.ContainingType, "ServerlessRestApi"))
            return Has(method.ContainingType, "ServerlessRestApi");
        return !Has(method.ContainingAssembly, "ServerlessHttpApi") && Has(method.ContainingAssembly, "ServerlessRestApi");
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.Attribute(HazardTypeNames.ServerlessNamespace, attribute + "Attribute") is not null;

    private static T? Setting<T>(IMethodSymbol method, string name)
        where T : struct
    {
        foreach (var attribute in Levels(method))
        {
            if (attribute.TryGet<T>(name, out var value))
                return value;
        }

        return null;
    }

    private static bool HasSetting(IMethodSymbol method, string name)
    {
        foreach (var attribute in Levels(method))
        {
            if (attribute.Has(name))
                return true;
        }

        return false;
    }

    private static IEnumerable<AttributeArguments> Levels(IMethodSymbol method)
    {
        foreach (var at in new ISymbol[] { method, method.ContainingType, method.ContainingAssembly })
        {
            foreach (var name in new[] { "ServerlessFunctionAttribute", "FunctionDefaultsAttribute" })
            {
                if (at.Attribute(HazardTypeNames.ServerlessNamespace, name) is { } attribute)
                    yield return attribute;
            }
        }
    }
}
