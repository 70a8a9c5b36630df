using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0112: services of ASP.NET Core whose default keeps in memory what other environments (or tasks) must see too: sessions, keys, hub connections, output.
/// Silent as soon as the project names a shared store for the same thing.
/// </summary>
internal sealed class InMemorySessionRule : HazardRule
{
    private static readonly string[] Caches =
    [
        "AddStackExchangeRedisCache", "AddDistributedSqlServerCache", "AddAWSDynamoDBDistributedCache", "AddDistributedPostgresCache", "AddCosmosCache", "AddEnyimMemcached", "AddMongoDbCache",
    ];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.InMemorySession);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Calls((context, call) => Analyze(context, call, model), "AddDistributedMemoryCache", "AddDataProtection", "AddSignalR", "AddOutputCache");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod is not { IsExtensionMethod: true, ContainingNamespace.Name: "DependencyInjection" } || Surroundings.IsForDevelopment(call) || LambdaGuards.Guards(call, context.CancellationToken))
            return;
        if (!IsHosted(context.Compilation, model, context.CancellationToken) || model.ReachOf(call.Syntax, context.CancellationToken).Any is not { } reached)
            return;
        var compilation = context.Compilation;
        bool Has(params string[] names) => Surroundings.Mentions(compilation, names, context.CancellationToken);
        var (what, remedy) = call.TargetMethod.Name switch
        {
            "AddDistributedMemoryCache" when !Has(Caches) => (Has("AddSession") ? "sessions" : "the distributed cache", "a cache that all environments share (AddStackExchangeRedisCache, DynamoDB)"),
            "AddDataProtection" when !PersistsKeys(compilation, context.CancellationToken) => ("the keys that protect cookies and tokens", "PersistKeysTo… with a shared store"),
            "AddSignalR" when !Has("AddStackExchangeRedis", "AddAzureSignalR") => ("hub connections", "a WebSocket API, or a backplane"),
            "AddOutputCache" when !Has("AddStackExchangeRedisOutputCache", "IOutputCacheStore") => ("rendered output", "AddStackExchangeRedisOutputCache, or the cache of API Gateway or CloudFront"),
            _ => default,
        };
        if (what is null)
            return;
        // A cache that nothing but a cache is kept in is only less useful than it looks.
        var severity = what is "the distributed cache" or "rendered output" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        context.ReportAs(severity, StateRules.InMemorySession, call.Syntax, reached, call.TargetMethod.Name, what, model.Options.IsFargate ? "task" : "environment", remedy);
    }

    /// <summary>ASP.NET Core on Lambda, or in tasks that come and go.</summary>
    private static bool IsHosted(Compilation compilation, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (model.Options.IsFargate)
            return true;
        foreach (var root in model.Handlers(cancellationToken).Roots)
        {
            if (root.Form == HandlerForm.AspNetCore)
                return true;
        }

        return Surroundings.Mentions(compilation, ["AddAWSLambdaHosting"], cancellationToken);
    }

    private static bool PersistsKeys(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                if (node is SimpleNameSyntax { Identifier.ValueText: var name } && (name.StartsWith("PersistKeysTo", StringComparison.Ordinal) || name is "UseEphemeralDataProtectionProvider" or "IXmlRepository" or "XmlRepository"))
                    return true;
            }
        }

        return false;
    }
}
