using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0110: an invocation changes the settings of an object that all of them share. Found from the property outwards: the settings have few names, writes have many forms.
/// </summary>
internal sealed class SharedClientReconfiguredRule : HazardRule
{
    private const string Leaks = "the next invocation sends this one's headers too";
    private const string Piles = "every invocation adds one more value to send";
    private const string Throws = "throws an InvalidOperationException once it has been used";
    private const string Stays = "stays so for every later invocation";

    private static readonly string[] ClientSettings =
        ["DefaultRequestHeaders", "BaseAddress", "Timeout", "MaxResponseContentBufferSize", "DefaultRequestVersion", "DefaultVersionPolicy", "Config"];

    private static readonly string[] SerializerSettings =
    [
        "AllowTrailingCommas", "Converters", "DefaultIgnoreCondition", "Encoder", "IncludeFields", "MaxDepth", "NumberHandling", "PropertyNameCaseInsensitive",
        "PropertyNamingPolicy", "DictionaryKeyPolicy", "ReadCommentHandling", "ReferenceHandler", "TypeInfoResolver", "TypeInfoResolverChain", "UnmappedMemberHandling", "WriteIndented",
    ];

    private static readonly string[] ProcessSettings =
        ["CheckCertificateRevocationList", "DefaultConnectionLimit", "DnsRefreshTimeout", "EnableDnsRoundRobin", "Expect100Continue", "MaxServicePointIdleTime", "SecurityProtocol", "ServerCertificateValidationCallback", "UseNagleAlgorithm"];

    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "Clear", "Insert", "ParseAdd", "Remove", "RemoveAt", "TryAddWithoutValidation", "TryParseAdd",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.SharedClientReconfigured);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Properties((context, setting) => Analyze(context, setting, model), [.. ClientSettings, .. SerializerSettings, .. ProcessSettings]);

    private static void Analyze(OperationAnalysisContext context, IPropertyReferenceOperation setting, ServerlessModel model)
    {
        if (WriteOf(setting) is not { } write || EffectOf(setting, model) is not { } effect)
            return;
        var client = setting.Instance is { } instance ? SharedObjects.HolderOf(instance, model, context.CancellationToken)?.Name : setting.Property.ContainingType.Name;
        if (client is null || OneTimeInitialisation.Encloses(write) || AsksFirst(write, setting))
            return;
        if (model.ReachOf(setting.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        var isConstant = IsConstant(write);
        var severity = effect != Throws && isConstant ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        if (effect == Leaks && ConcurrentInvocations.Run(reached, model))
        {
            effect = "invocations that run at the same time send each other's headers";
        }
        else if (effect == Leaks)
        {
            // One invocation at a time: taking headers away, or setting one to what it was, changes nothing for the next.
            var adds = write is IInvocationOperation { TargetMethod.Name: not ("Clear" or "Remove" or "RemoveAt") };
            var isCleared = adds && IsClearedBefore((IInvocationOperation)write);
            if (isConstant ? !adds || isCleared : write is IInvocationOperation && !adds)
                return;
            severity = isCleared ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
            effect = isConstant ? Piles : Leaks;
        }

        context.ReportAs(severity, StateRules.SharedClientReconfigured, write.Syntax, reached, client + "." + setting.Property.Name, effect, reached.Chain);
    }

    /// <summary>`Accept.Clear(); Accept.Add(…)`: every invocation starts from nothing.</summary>
    private static bool IsClearedBefore(IInvocationOperation addition)
    {
        var headers = addition.Instance!.Syntax.ToString();
        foreach (var inner in addition.Outermost().Descendants())
        {
            if (inner is IInvocationOperation { TargetMethod.Name: "Clear" or "Remove", Instance.Syntax: { } cleared } && inner.Syntax.SpanStart < addition.Syntax.SpanStart && headers.StartsWith(cleared.ToString(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The assignment or call that changes the setting or what it holds; null for a read.</summary>
    private static IOperation? WriteOf(IPropertyReferenceOperation setting)
    {
        for (IOperation child = setting, at = setting.Parent!; at is not null; child = at, at = at.Parent!)
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IMemberReferenceOperation member when member.Instance == child:
                    continue;
                case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }:
                    return null;
                case IAssignmentOperation assignment:
                    return assignment.Target == child ? assignment : null;
                case IIncrementOrDecrementOperation:
                    return at;
                case IInvocationOperation call:
                    return call.Instance == child && Mutators.Contains(call.TargetMethod.Name) ? call : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static string? EffectOf(IPropertyReferenceOperation setting, ServerlessModel model)
    {
        var type = setting.Property.ContainingType;
        return type.Name switch
        {
            "HttpClient" or "HttpMessageInvoker" when type.ContainingNamespace.Name == "Http" => setting.Property.Name == "DefaultRequestHeaders" ? Leaks : Throws,
            "JsonSerializerOptions" when type.ContainingNamespace.Name == "Json" => Throws,
            "ServicePointManager" when type.ContainingNamespace.Name == "Net" => Stays,
            _ => setting.Property.Name == "Config" && ReusableTypes.Contains(setting.Instance?.Unwrap().Type, model) ? Stays : null,
        };
    }

    /// <summary>`if (!client.DefaultRequestHeaders.Contains("x"))`: set up once, when the value is the same for all.</summary>
    private static bool AsksFirst(IOperation write, IPropertyReferenceOperation setting)
    {
        if (!IsConstant(write))
            return false;
        for (IOperation child = write, at = write.Parent!; at is not null; child = at, at = at.Parent!)
        {
            if (at is not IConditionalOperation conditional || conditional.Condition == child)
                continue;
            foreach (var inner in conditional.Condition.DescendantsAndSelf())
            {
                if (inner is IPropertyReferenceOperation asked && SymbolEqualityComparer.Default.Equals(asked.Property, setting.Property))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The same value in every invocation: nothing leaks, it is only done again and again.</summary>
    private static bool IsConstant(IOperation write) => write switch
    {
        IAssignmentOperation assignment => IsConstantValue(assignment.Value),
        IInvocationOperation { TargetMethod.Name: not ("Clear" or "Remove" or "RemoveAt") } call => call.Arguments.All(static argument => IsConstantValue(argument.Value)),
        _ => false,
    };

    private static bool IsConstantValue(IOperation value)
    {
        foreach (var inner in value.DescendantsAndSelf())
        {
            if (inner is ILocalReferenceOperation or IParameterReferenceOperation or IAwaitOperation or IInvocationOperation { TargetMethod.IsStatic: false })
                return false;
        }

        return true;
    }
}
