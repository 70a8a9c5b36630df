using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0702 and SVLS0703: a handler string of this assembly that names nothing, or too much. Nobody checks it before the first invocation: the deployment succeeds.
/// Strings of other assemblies are left alone, and so are types that a generator writes.
/// </summary>
internal sealed class HandlerStringRule : DeploymentFileRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ImmutableArray.Create(HandlerStringRules.OverloadedHandler, HandlerStringRules.UnresolvedHandler);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        HashSet<int>? seen = null;
        foreach (var function in file.Functions)
        {
            if (function is not { Handler: { } handler, HandlerNode: { } node, IsFromAnnotations: false } || !(seen ??= []).Add(node.Start))
                continue;
            if (function.Parts is not { } parts)
                CheckExecutable(context, file, function, node);
            else if (parts.Assembly == context.Compilation.AssemblyName && !IsGenerated(parts.Type))
                Check(context, file, handler, parts, node);
        }
    }

    private static bool IsGenerated(string type) => type.EndsWith("_Generated", StringComparison.Ordinal) || type.EndsWith("_Handlers", StringComparison.Ordinal);

    private static void Check(AdditionalFileAnalysisContext context, DeploymentFile file, string handler, HandlerParts parts, JsonNode node)
    {
        var assembly = context.Compilation.Assembly;
        if (assembly.GetTypeByMetadataName(parts.Type) is not { } type)
        {
            ReportAs(
                context, SeverityIn(file), HandlerStringRules.UnresolvedHandler, file.At(node), handler, $"there is no type '{parts.Type}' in '{parts.Assembly}'",
                Suggestion(NearestName.Of(parts.Type, TypesOf(assembly.GlobalNamespace, context.CancellationToken))));
            return;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error)
                return;
        }

        var methods = DeployedHandlers.Named(type, parts.Method);
        if (methods.Count == 0)
        {
            ReportAs(
                context, SeverityIn(file), HandlerStringRules.UnresolvedHandler, file.At(node), handler, $"'{parts.Type}' has no method '{parts.Method}'",
                Suggestion(NearestName.Of(parts.Method, MethodsOf(type))));
        }
        else if (methods.Count > 1 && !parts.HasSignature)
        {
            Report(context, HandlerStringRules.OverloadedHandler, file.At(node), parts.Method, parts.Type, methods.Count);
        }
    }

    /// <summary>A name without `::` is an assembly that is started. A class library cannot be.</summary>
    private static void CheckExecutable(AdditionalFileAnalysisContext context, DeploymentFile file, DeployedFunction function, JsonNode node)
    {
        if (function.Handler != context.Compilation.AssemblyName || function.IsImage || context.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
            return;
        if (function.Runtime is { } runtime && !runtime.StartsWith("dotnet", StringComparison.Ordinal))
            return;
        ReportAs(
            context, DiagnosticSeverity.Warning, HandlerStringRules.UnresolvedHandler, file.At(node), function.Handler!,
            "it names an executable, and the project is a class library", "; write Assembly::Type::Method, or make the project an executable");
    }

    /// <summary>The tools' defaults name a handler even where something else deploys the function: wrong is certain there, deployed is not.</summary>
    private static DiagnosticSeverity SeverityIn(DeploymentFile file) => file.Kind == DeploymentFileKind.ToolsDefaults ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;

    private static string Suggestion(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";

    private static IEnumerable<string> MethodsOf(INamedTypeSymbol type)
    {
        for (var at = type; at is not null && at.SpecialType != SpecialType.System_Object; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
                    yield return member.Name;
            }
        }
    }

    /// <summary>Metadata names: `Shop.Orders+Handler`.</summary>
    private static IEnumerable<string> TypesOf(INamespaceSymbol space, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prefix = space.IsGlobalNamespace ? "" : space.ToDisplayString() + ".";
        foreach (var type in space.GetTypeMembers())
        {
            foreach (var name in NamesOf(type, prefix))
                yield return name;
        }

        foreach (var inner in space.GetNamespaceMembers())
        {
            foreach (var name in TypesOf(inner, cancellationToken))
                yield return name;
        }
    }

    private static IEnumerable<string> NamesOf(INamedTypeSymbol type, string prefix)
    {
        var name = prefix + type.MetadataName;
        yield return name;
        foreach (var nested in type.GetTypeMembers())
        {
            foreach (var inner in NamesOf(nested, name + "+"))
                yield return inner;
        }
    }
}
