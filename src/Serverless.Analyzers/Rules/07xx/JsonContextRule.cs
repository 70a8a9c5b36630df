using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0707: what goes in or out through a `SourceGeneratorLambdaJsonSerializer` against the types that its context knows: for handlers that the runtime loads, for
/// functions that Annotations wraps, and for delegates that are given to the bootstrap beside the serialiser.
/// </summary>
internal sealed class JsonContextRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.TypeNotInJsonContext);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        var ofAssembly = LoadedHandlers.Serializer(model.Types.Compilation.Assembly);
        on.Symbols(context => AnalyzeMethod(context, model, ofAssembly), SymbolKind.Method);
        on.Calls(AnalyzeBootstrap, "Create", "GetHandlerWrapper");
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, ServerlessModel model, AttributeData? ofAssembly)
    {
        var declared = (IMethodSymbol)context.Symbol;
        if (declared.MethodKind != MethodKind.Ordinary || declared.Locations is not [{ IsInSource: true } place, ..] || ContextOf(LoadedHandlers.Serializer(declared) ?? ofAssembly) is not { } json)
            return;
        if (LoadedHandlers.Of(declared, model, context.CancellationToken) is { } handler)
        {
            if (HandlerPayloads.Input(handler.Method) is { } input)
                Report(json, input.Type, input.Locations is [{ IsInSource: true } at, ..] ? at : place, handler.Severity);
            if (HandlerPayloads.Output(handler.Method) is { } output)
                Report(json, Result(output), place, handler.Severity);
        }
        else if (model.Handlers(context.CancellationToken).RootOf(declared)?.Form == HandlerForm.Annotations)
        {
            // In a class library the runtime loads the wrapper, which does not carry the method's attribute.
            var ofWrapper = model.Types.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary ? ContextOf(ofAssembly) : json;
            foreach (var (type, parameter, isBody) in AnnotatedPayloads.Of(declared, model.Types))
                Report(isBody ? json : ofWrapper, type, parameter?.Locations[0] ?? place, DiagnosticSeverity.Error);
        }

        void Report(INamedTypeSymbol? known, ITypeSymbol type, Location at, DiagnosticSeverity severity)
        {
            if (known is not null && Judge(known, type, at, severity, declared.Name, context.CancellationToken) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static INamedTypeSymbol? ContextOf(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Value: ITypeSymbol serializer }] } ? JsonContexts.ContextOf(serializer) : null;

    private static void AnalyzeBootstrap(OperationAnalysisContext context, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.TypeArguments.IsEmpty || method.ContainingType is not { Name: "LambdaBootstrapBuilder" or "HandlerWrapper", ContainingNamespace.Name: "RuntimeSupport" })
            return;
        if (call.Arguments.Argument("serializer") is not { } argument || SerializerOf(argument.Value.Unwrap()) is not { } serializer || JsonContexts.ContextOf(serializer) is not { } json)
            return;
        foreach (var type in method.TypeArguments)
        {
            if (Judge(json, type, argument.Syntax.GetLocation(), DiagnosticSeverity.Error, method.Name, context.CancellationToken) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static ITypeSymbol? SerializerOf(IOperation value) =>
        value is ILocalReferenceOperation local && OneTimeInitialisation.InitialValue(local) is { } initial ? initial.Unwrap().Type : value.Type;

    /// <summary>A `ValueTask` is data to the runtime, which is another fault than a list that lacks it.</summary>
    private static ITypeSymbol Result(ITypeSymbol type) => type is INamedTypeSymbol { Name: "ValueTask", TypeArguments: [var result] } ? result : type;

    private static Diagnostic? Judge(INamedTypeSymbol json, ITypeSymbol type, Location at, DiagnosticSeverity severity, string handler, CancellationToken cancellationToken)
    {
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter || JsonContexts.Covers(json, type, cancellationToken))
            return null;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Replacement, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .Add(FixProperties.Id, DocumentationCommentId.CreateDeclarationId(json));
        return HazardReporting.Create(
            HandlerRules.TypeNotInJsonContext, at, severity, null, properties, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), json.Name, handler);
    }
}
