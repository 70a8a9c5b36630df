using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0805: a constant region for a client, and constants that name an account: ARNs and queue URLs that are passed to the SDK or kept in a variable. Stacks are where
/// such names belong, so a project that references the CDK is left alone.
/// </summary>
internal sealed class HardCodedResourceRule : HazardRule
{
    private const string Local = "000000000000";
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private static readonly Regex Arn = new(@"^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?<account>\d{12}):", RegexOptions.CultureInvariant, Limit);
    private static readonly Regex Queue = new(@"^https://(?:sqs\.[a-z0-9-]+|[a-z0-9-]+\.queue|queue)\.amazonaws\.com(?:\.cn)?/(?<account>\d{12})/", RegexOptions.CultureInvariant, Limit);
    private static readonly Regex Endpoint = new(@"^https?://[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?/?$", RegexOptions.CultureInvariant, Limit);

    /// <summary>Services with one region, and those whose features stand in a few.</summary>
    private static readonly HashSet<string> OneRegion = new(StringComparer.Ordinal)
    {
        "IdentityManagement", "CloudFront", "Route53", "Route53Domains", "CertificateManager", "CostExplorer", "CostAndUsageReport", "Organizations", "AWSSupport", "Shield", "WAF", "WAFV2",
        "Budgets", "ECRPublic", "Pricing", "AWSHealth", "GlobalAccelerator", "AWSMarketplaceMetering", "MarketplaceMetering", "MarketplaceEntitlementService", "Artifact", "Bedrock",
        "BedrockRuntime", "BedrockAgent", "BedrockAgentRuntime", "Chime", "SimpleDB", "ImportExport", "MTurk", "TrustedAdvisor", "Account", "NetworkManager",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConfigurationRules.HardCodedResource);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types["Amazon.CDK.Duration"] is not null)
            return;
        on.Operations(AnalyzeField, OperationKind.FieldReference);
        on.Calls(AnalyzeName, "GetBySystemName");
        on.Operations(AnalyzeLiteral, OperationKind.Literal);
    }

    private static void AnalyzeField(OperationAnalysisContext context)
    {
        if (((IFieldReferenceOperation)context.Operation).Field is { IsStatic: true, ContainingType: { Name: "RegionEndpoint", ContainingNamespace: { Name: "Amazon" } } })
            AnalyzeRegion(context);
    }

    private static void AnalyzeName(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call is { TargetMethod.ContainingType.Name: "RegionEndpoint", Arguments: [{ Value.ConstantValue.HasValue: true }] })
            AnalyzeRegion(context);
    }

    private static void AnalyzeRegion(OperationAnalysisContext context)
    {
        var target = context.Operation.Parent;
        while (target is IConversionOperation)
            target = target.Parent;
        var client = target switch
        {
            IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } } when type.IsOrDerives("AmazonServiceClient", "Amazon.Runtime") => type,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "RegionEndpoint", ContainingType.Name: "ClientConfig" }, Instance.Type: { } config } } => config,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Region", ContainingType: { Name: "AWSOptions" } options } } } => options,
            _ => null,
        };
        if (client is null || OneRegion.Contains(client.ContainingNamespace.Name) || LambdaGuards.Guards(context.Operation, context.CancellationToken))
            return;
        context.Report(ConfigurationRules.HardCodedResource, context.Operation.Syntax, null, "The region", "without one the client takes the region that it runs in");
    }

    private static void AnalyzeLiteral(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is not { HasValue: true, Value: string { Length: > 20 } text } || text[0] is not ('a' or 'h'))
            return;
        var account = text[0] == 'a' ? Arn.Match(text) : Queue.Match(text);
        if (account.Success ? account.Groups["account"].Value == Local || !IsKept(context.Operation) : !IsServiceUrl(context.Operation) || !Endpoint.IsMatch(text))
            return;
        if (context.Operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null || LambdaGuards.Guards(context.Operation, context.CancellationToken))
            return;
        var what = !account.Success ? "The endpoint" : text[0] == 'a' ? "The ARN" : "The queue URL";
        context.Report(ConfigurationRules.HardCodedResource, context.Operation.Syntax, null, what, account.Success ? "pass it in an environment variable" : "without one the client finds the endpoint of its region");
    }

    /// <summary>Passed to the SDK, or the whole initial value of a variable. After `??` it is a default for somebody's machine.</summary>
    private static bool IsKept(IOperation literal)
    {
        var at = literal.Parent;
        while (at is IConversionOperation)
            at = at.Parent;
        return at switch
        {
            IFieldInitializerOperation or IPropertyInitializerOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation or IVariableDeclarationOperation } => true,
            IArgumentOperation { Parameter.ContainingSymbol.ContainingType: { } type } => IsOfSdk(type),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: { } type } } => IsOfSdk(type),
            _ => false,
        };
    }

    private static bool IsServiceUrl(IOperation literal) =>
        literal.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "ServiceURL", ContainingType.Name: "ClientConfig" }, Instance.Type: { } config } }
        && !OneRegion.Contains(config.ContainingNamespace.Name);

    private static bool IsOfSdk(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "Amazon" };
    }
}
