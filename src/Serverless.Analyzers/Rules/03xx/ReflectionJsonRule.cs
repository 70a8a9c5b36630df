using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0306: a serializer that reflects, named in `[LambdaSerializer]` or given to a bootstrap. The fix gets the types that the handlers exchange; it is offered where the
/// generated serializer writes the same JSON as the one it replaces.
/// </summary>
internal sealed class ReflectionJsonRule : HazardRule
{
    private const string Generated = "Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer`1";
    private const string Context = "System.Text.Json.Serialization.JsonSerializerContext";

    /// <summary>Has the options of the generated one.</summary>
    private const string Equal = "DefaultLambdaJsonSerializer";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.ReflectionJson);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[Context] is null)
            return;
        on.Nodes(context => AnalyzeAttribute(context, model), SyntaxKind.Attribute);
        on.Creations((context, creation) => AnalyzeCreation(context, creation, model), Equal, "CamelCaseLambdaJsonSerializer", "JsonSerializer");
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, ServerlessModel model)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (TreeNames.SimpleName(attribute.Name) is not ("LambdaSerializer" or "LambdaSerializerAttribute")
            || attribute.ArgumentList?.Arguments is not [{ Expression: TypeOfExpressionSyntax type }] || context.SemanticModel.GetTypeInfo(type.Type, context.CancellationToken).Type is not { } serializer || !Reflects(serializer))
        {
            return;
        }

        var types = serializer.Name != Equal || model.Types[Generated] is null ? null
            : attribute.Parent is AttributeListSyntax { Target.Identifier.ValueText: "assembly" } ? TypesOfAll(model, context.CancellationToken)
            : context.SemanticModel.GetDeclaredSymbol(attribute.Parent!.Parent!, context.CancellationToken) is IMethodSymbol method ? Types([method]) : null;
        context.ReportDiagnostic(At(type, serializer, types, model));
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model)
    {
        if (creation.Type is not { } serializer || !Reflects(serializer))
            return;
        IOperation? at = creation.Parent;
        while (at is IConversionOperation)
            at = at.Parent;
        if (at is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } || method.ContainingType?.Name is not ("LambdaBootstrapBuilder" or "HandlerWrapper"))
            return;
        context.ReportDiagnostic(At(creation.Syntax, serializer, serializer.Name == Equal && creation.Arguments.IsEmpty && model.Types[Generated] is not null ? Joined(method.TypeArguments) : null, model));
    }

    private static bool Reflects(ITypeSymbol serializer) => serializer switch
    {
        { Name: Equal or "CamelCaseLambdaJsonSerializer" or "LambdaJsonSerializer" } => serializer.ContainingNamespace is { Name: "SystemTextJson", ContainingNamespace.Name: "Serialization" },
        { Name: "JsonSerializer" } => serializer.ContainingNamespace is { Name: "Json", ContainingNamespace: { Name: "Serialization", ContainingNamespace.Name: "Lambda" } },
        _ => false,
    };

    private static Diagnostic At(SyntaxNode place, ITypeSymbol serializer, string? types, ServerlessModel model)
    {
        var isTrimmed = model.Options.IsTrue("PublishAot") || model.Options.IsTrue("PublishTrimmed");
        return HazardReporting.Create(
            ColdStartRules.ReflectionJson, place.GetLocation(), isTrimmed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, reached: null,
            types is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, types), serializer.Name, isTrimmed ? ", which trimming takes away" : "");
    }

    /// <summary>What all handlers of the assembly exchange; null when one of them is called by code that is generated for it, whose types are not its own.</summary>
    private static string? TypesOfAll(ServerlessModel model, CancellationToken cancellationToken)
    {
        var methods = new List<IMethodSymbol>();
        foreach (var root in model.Handlers(cancellationToken).Roots)
        {
            if (root.Method is not { } method || root.Form is HandlerForm.AspNetCore or HandlerForm.Bootstrap)
                continue;
            if (IsForApi(method))
                return null;
            if (!HasOwnSerializer(method))
                methods.Add(method);
        }

        return Types(methods);
    }

    private static bool IsForApi(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "HttpApiAttribute" or "RestApiAttribute" or "FunctionUrlAttribute" or "ALBApiAttribute" or "HttpRouteAttribute" or "TaskStateAttribute")
                return true;
        }

        return false;
    }

    private static bool HasOwnSerializer(IMethodSymbol method) => LoadedHandlers.HasSerializer(method);

    private static string? Types(List<IMethodSymbol> methods)
    {
        var types = new List<ITypeSymbol>();
        foreach (var method in methods)
        {
            if (HandlerPayloads.Input(method)?.Type is { } input)
                types.Add(input);
            if (HandlerPayloads.Output(method) is { } output)
                types.Add(output);
        }

        return Joined(types);
    }

    /// <summary>Null when a type cannot be named in a context, or when it is made for Newtonsoft.</summary>
    private static string? Joined(IEnumerable<ITypeSymbol> types)
    {
        var names = new List<string>();
        foreach (var type in types)
        {
            if (HandlerPayloads.DerivesFromStream(type))
                continue;
            if (type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error || type.IsAnonymousType || type.DeclaredAccessibility == Accessibility.Private || IsForNewtonsoft(type))
                return null;
            var name = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            if (!names.Contains(name))
                names.Add(name);
        }

        return names.Count == 0 ? null : string.Join("|", names);
    }

    private static bool IsForNewtonsoft(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            foreach (var attribute in member.GetAttributes())
            {
                if (attribute.AttributeClass?.ContainingNamespace is { Name: "Json", ContainingNamespace.Name: "Newtonsoft" })
                    return true;
            }
        }

        return type.ContainingNamespace is { Name: "Linq", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "Newtonsoft" } };
    }
}
