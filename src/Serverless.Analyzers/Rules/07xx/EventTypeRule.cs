using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0710 in code: a request of another payload format than the API's attribute asks for, and an application that is hosted for another API than the one that the
/// project's files put before it.
/// </summary>
internal sealed class EventTypeRule : HazardRule
{
    private const string Format1 = "APIGatewayProxyRequest";
    private const string Format2 = "APIGatewayHttpApiV2ProxyRequest";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.EventTypeMismatch);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Symbols(AnalyzeMethod, SymbolKind.Method);
        on.Calls((context, call) => AnalyzeHosting(context, call, model), "AddAWSLambdaHosting");
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind != MethodKind.Ordinary || method.GetAttributes().IsEmpty || AnnotatedApis.Of(method) is not { Attribute: { } attribute, Version: { } version, IsOther: false })
            return;
        var expected = version == 1 ? Format1 : Format2;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type is not { Name: Format1 or Format2 } type || type.Name == expected || !ApiEvents.IsRequest(type))
                continue;
            if (parameter.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(context.CancellationToken) is ParameterSyntax { Type: { } written })
            {
                context.ReportDiagnostic(HazardReporting.Create(
                    HandlerRules.EventTypeMismatch, written.GetLocation(), DiagnosticSeverity.Error, null, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, expected),
                    "'" + method.Name + "'", type.Name, "[" + attribute + "] with payload format " + (version == 1 ? "1.0" : "2.0"), expected,
                    "the members that differ stay null or the generated code does not compile"));
            }
        }
    }

    private static void AnalyzeHosting(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        IFieldSymbol? source = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrap() is IFieldReferenceOperation { Field: { ContainingType: { Name: "LambdaEventSource", TypeKind: TypeKind.Enum } } field })
                source = field;
        }

        if (source is null || FactsOf(model, context.CancellationToken) is not { Triggers: [var trigger] } function || Expected(trigger, function.PayloadFormat) is not { } expected || expected == source.Name)
            return;
        var node = call.Arguments.First(argument => SymbolEqualityComparer.Default.Equals(argument.Value.Symbol(), source)).Value.Syntax;
        var sent = trigger + (function.PayloadFormat is { } format ? " with payload format " + format : "");
        context.ReportDiagnostic(HazardReporting.Create(
            HandlerRules.EventTypeMismatch, node.GetLocation(), DiagnosticSeverity.Warning, null, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, expected),
            "The application", "events of LambdaEventSource." + source.Name, "the deployed " + sent, "those of LambdaEventSource." + expected,
            "the members that differ stay null, and requests lose path, method or body"));
    }

    /// <summary>One function runs the application, so all of its actions know the same of it.</summary>
    private static FunctionFacts? FactsOf(ServerlessModel model, CancellationToken cancellationToken)
    {
        foreach (var root in model.Handlers(cancellationToken).Roots)
        {
            if (root.Form == HandlerForm.AspNetCore)
                return root.Function;
        }

        return null;
    }

    /// <summary>Payload format 1.0 of an HTTP API is a REST API's. Null where no hosting fits or where the format is unknown.</summary>
    public static string? Expected(TriggerKind trigger, string? format) => (trigger, format) switch
    {
        (TriggerKind.RestApi, _) or (TriggerKind.HttpApi, "1.0") => "RestApi",
        (TriggerKind.HttpApi, "2.0") or (TriggerKind.FunctionUrl, _) => "HttpApi",
        (TriggerKind.LoadBalancer, _) => "ApplicationLoadBalancer",
        _ => null,
    };
}
