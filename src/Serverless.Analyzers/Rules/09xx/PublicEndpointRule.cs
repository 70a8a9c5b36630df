using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0906 for functions of Amazon.Lambda.Annotations: a function URL that nobody guards, and a route without the authorizer that the project has for its other routes.
/// A project without authorizers may be guarded in many ways that code does not show; it is left alone.
/// </summary>
internal sealed class PublicEndpointRule : HazardRule
{
    private const int Options = 7;

    private static readonly string[] MeantToBePublic =
        ["health", "ping", "status", "webhook", "callback", "login", "signin", "signup", "register", "token", "oauth", "public", "openapi", "swagger", "favicon", "robots", "well-known", "captcha"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.PublicEndpoint);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.LambdaFunctionAttribute] is null)
            return;
        var authorizers = new ProjectAuthorizers();
        on.Symbols(context => Analyze(context, authorizers), SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context, ProjectAuthorizers authorizers)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null)
            return;
        foreach (var attribute in method.GetAttributes())
        {
            if (ApiRoutes.IsOfAnnotations(attribute.AttributeClass, "FunctionUrlAttribute"))
                AnalyzeUrl(context, method, attribute);
        }

        if (ApiRoutes.Of(method) is { HasAuthorizer: false } route)
            AnalyzeRoute(context, method, route, authorizers);
    }

    private static void AnalyzeUrl(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute)
    {
        var type = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "AuthType").Value;
        if ((type.Kind == TypedConstantKind.Enum && type.Value is not 0) || IsMeantToBePublic(method.Name) || AttributeSites.Of(attribute, context.CancellationToken) is not { } site)
            return;

        // Who writes NONE has thought of it; who writes nothing may not know that this is the default.
        var severity = type.Kind == TypedConstantKind.Enum ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        context.ReportDiagnostic(HazardReporting.Create(
            ApiGatewayRules.PublicEndpoint, site.GetLocation(), severity, null, null, "The function URL of '" + method.Name + "'", "set AuthType = FunctionUrlAuthType.AWS_IAM, or check in the function who calls"));
    }

    private static void AnalyzeRoute(SymbolAnalysisContext context, IMethodSymbol method, ApiRoute route, ProjectAuthorizers authorizers)
    {
        if (route.Attribute.ConstructorArguments is [{ Value: Options }, ..] || IsMeantToBePublic(method.Name) || (route.Template is { } template && IsMeantToBePublic(template)))
            return;
        var candidates = authorizers.Of(context.Compilation, route.IsRest, context.CancellationToken);
        if (candidates.IsEmpty || AttributeSites.Of(route.Attribute, context.CancellationToken) is not { } site || HasDefaultAuthorizer(context.Options.AdditionalFiles, context.CancellationToken))
            return;
        var properties = candidates is [var only] ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, only) : null;

        // Where most routes name an authorizer, one without was forgotten; elsewhere the guarded ones are the exception.
        var severity = authorizers.GuardsMost(context.Compilation, route.IsRest, context.CancellationToken) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        context.ReportDiagnostic(HazardReporting.Create(
            ApiGatewayRules.PublicEndpoint, site.GetLocation(), severity, null, properties,
            "Route '" + route.Template + "' of '" + method.Name + "'", "the project has an authorizer for " + (route.IsRest ? "REST" : "HTTP") + " APIs, name it with Authorizer"));
    }

    private static bool IsMeantToBePublic(string name) => Array.Exists(MeantToBePublic, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool HasDefaultAuthorizer(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (DeploymentFiles.KindOf(file.Path) == DeploymentFileKind.Template && file.GetText(cancellationToken)?.ToString().Contains("DefaultAuthorizer") == true)
                return true;
        }

        return false;
    }
}
