using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What the attributes of Amazon.Lambda.Annotations say of a function. They are newer than the template, which they write during the compilation: what stands in an attribute wins,
/// what does not is the template's (a project may edit it there), else what Annotations writes into a new one.
/// </summary>
internal static class AnnotationsFacts
{
    public const string Namespace = "Amazon.Lambda.Annotations";

    private const int DefaultTimeout = 30;
    private const int DefaultMemory = 512;
    private const int QueueBatch = 10;
    private const int StreamBatch = 100;
    private const int VersionOne = 0;

    public static FunctionEvidence Read(IMethodSymbol method)
    {
        var facts = FunctionFacts.Unknown;
        var defaults = new FunctionFacts { TimeoutSeconds = DefaultTimeout, MemoryMegabytes = DefaultMemory };
        var triggers = ImmutableArray.CreateBuilder<TriggerKind>();
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !IsAnnotations(type.ContainingNamespace))
                continue;
            switch (type.Name)
            {
                case "LambdaFunctionAttribute":
                    facts = facts with { TimeoutSeconds = Number(attribute, "Timeout"), MemoryMegabytes = Number(attribute, "MemorySize") };
                    break;
                case "HttpApiAttribute":
                    triggers.Add(TriggerKind.HttpApi);
                    facts = facts with { PayloadFormat = Number(attribute, "Version") == VersionOne ? "1.0" : "2.0" };
                    break;
                case "RestApiAttribute":
                    triggers.Add(TriggerKind.RestApi);
                    facts = facts with { PayloadFormat = "1.0" };
                    break;
                case "FunctionUrlAttribute":
                    triggers.Add(TriggerKind.FunctionUrl);
                    facts = facts with { PayloadFormat = "2.0" };
                    break;
                case "SQSEventAttribute":
                    triggers.Add(TriggerKind.Sqs);
                    // Annotations itself writes ReportBatchItemFailures for a method with this result, and nothing for another.
                    facts = facts with { BatchSize = Number(attribute, "BatchSize"), ReportsBatchItemFailures = ReturnsBatchResponse(method) ? true : null };
                    defaults = defaults with { BatchSize = QueueBatch };
                    break;
                case "DynamoDBEventAttribute":
                    triggers.Add(TriggerKind.DynamoDbStream);
                    facts = facts with { BatchSize = Number(attribute, "BatchSize") };
                    defaults = defaults with { BatchSize = StreamBatch };
                    break;
                case "SNSEventAttribute": triggers.Add(TriggerKind.Sns); break;
                case "S3EventAttribute": triggers.Add(TriggerKind.S3); break;
                case "ScheduleEventAttribute": triggers.Add(TriggerKind.Schedule); break;
                case "ALBApiAttribute": triggers.Add(TriggerKind.LoadBalancer); break;
            }
        }

        return new FunctionEvidence(HandlerForm.Annotations, facts with { Triggers = triggers.Distinct().ToImmutableArray() }, defaults);
    }

    private static bool IsAnnotations(INamespaceSymbol? space)
    {
        for (var at = space; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at.Name == "Annotations" && at.ToDisplayString() == Namespace)
                return true;
        }

        return false;
    }

    private static bool ReturnsBatchResponse(IMethodSymbol method)
    {
        var result = method.ReturnType as INamedTypeSymbol;
        if (result is { Name: "Task" or "ValueTask", TypeArguments: [INamedTypeSymbol inner] })
            result = inner;
        return result?.Name == "SQSBatchResponse";
    }

    /// <summary>Numbers are unsigned there, enums signed.</summary>
    private static int? Number(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
                return argument.Value.Value switch { uint value and <= int.MaxValue => (int)value, int value => value, _ => null };
        }

        return null;
    }
}
