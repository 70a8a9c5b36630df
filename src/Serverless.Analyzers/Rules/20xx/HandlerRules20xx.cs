using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of what handlers need to run: serialiser metadata, services, the time limit.</summary>
internal static class HandlerRules20xx
{
    private static readonly DiagnosticDescriptor NoJsonMetadata = Rule.Create(
        RuleIds.NoJsonMetadata,
        "Type lacks JSON metadata",
        "'{0}' would be serialised by reflection: {1}",
        RulePolicy.Error,
        "A JsonSerializerContext that lists the type makes the cold start shorter; under native AOT there is no other way.");

    private static readonly DiagnosticDescriptor UnresolvableDependency = Rule.Create(
        RuleIds.UnresolvableDependency,
        "Dependency cannot be created",
        "'{0}' cannot be created: {1}",
        RulePolicy.Error,
        "Handlers are built without a container: AWS clients by their interfaces, TimeProvider, HttpClient, and concrete classes by their constructors.");

    private static readonly DiagnosticDescriptor NoExactDeadline = Rule.Create(
        RuleIds.NoExactDeadline,
        "Deadline is not exact",
        "'{0}' is cancelled by the configured timeout: without Amazon.Lambda.Core the managed runtime does not tell the remaining time",
        RulePolicy.Info,
        "A class library on the managed runtime learns the remaining time from ILambdaContext alone. Reference Amazon.Lambda.Core, or make the project an executable.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(NoJsonMetadata, UnresolvableDependency, NoExactDeadline);
}
