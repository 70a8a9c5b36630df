using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// ASP.NET Core applications that something of ours hosts: behind a class that derives from `AbstractAspNetCoreFunction`, behind `AddAWSLambdaHosting`, or in a container.
/// An application that only has a `Main` for Kestrel is none of our business.
/// </summary>
internal static class AspNetCoreHandlers
{
    private const string Hosting = "AddAWSLambdaHosting";

    private static readonly string[] Family =
        ["AbstractAspNetCoreFunction", "APIGatewayProxyFunction", "APIGatewayHttpApiV2ProxyFunction", "APIGatewayWebsocketApiProxyFunction", "ApplicationLoadBalancerFunction"];

    public static void Find(HandlerFinder finder)
    {
        var functions = FunctionTypes(finder);
        if (functions.Count > 0)
        {
            var facts = finder.Deployed.Of(functions).Or(FactsOf(functions));
            foreach (var function in functions)
                AddFunction(finder, function, facts);
            AddStartups(finder);
            WebApplicationHandlers.Find(finder, facts);
        }

        var hosted = finder.Trees.Any(static tree => tree.Mentions(Hosting)) || IsHostedElsewhere(finder);
        if (!hosted && !finder.Options.IsFargate)
            return;
        finder.AddEntryPointToInit();
        AddStartups(finder);
        WebApplicationHandlers.Find(finder, hosted ? finder.Deployed.Executable.Or(FactsOfHosting(finder)) : FunctionFacts.Unknown);
    }

    /// <summary>A program may leave the registration to a project that it shares with others: then its reference to the hosting package says what it is.</summary>
    private static bool IsHostedElsewhere(HandlerFinder finder) => finder.Compilation.Options.OutputKind == OutputKind.ConsoleApplication && !finder.HasRoots
        && finder.Compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "Amazon.Lambda.AspNetCoreServer.Hosting");

    private static List<INamedTypeSymbol> FunctionTypes(HandlerFinder finder)
    {
        var found = new List<INamedTypeSymbol>();
        if (finder.Types[HazardTypeNames.AspNetCoreFunction] is not { } family || !finder.Trees.Any(static tree => Array.Exists(Family, tree.Mentions)))
            return found;
        foreach (var tree in finder.Trees)
        {
            foreach (var member in tree.Members)
            {
                if (member.Node is not ClassDeclarationSyntax { BaseList: not null } declaration || finder.ModelOf(declaration).GetDeclaredSymbol(declaration, finder.CancellationToken) is not { } type)
                    continue;
                for (var at = type.BaseType; at is not null; at = at.BaseType)
                {
                    if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, family) && !found.Contains(type, SymbolEqualityComparer.Default))
                        found.Add(type);
                }
            }
        }

        return found;
    }

    /// <summary>Set-up runs once, what translates an event or an answer runs for each.</summary>
    private static void AddFunction(HandlerFinder finder, INamedTypeSymbol function, FunctionFacts facts)
    {
        foreach (var member in function.GetMembers())
        {
            if (member is not IMethodSymbol method)
                continue;
            if (method.MethodKind == MethodKind.Constructor || (method.IsOverride && method.Name is "Init" or "CreateHostBuilder" or "CreateWebHostBuilder" or "PostCreateHost" or "PostCreateWebHost"))
                finder.AddInit(method);
            else if (method is { IsOverride: true, MethodKind: MethodKind.Ordinary } && method.OverriddenMethod?.ContainingNamespace.ToDisplayString().StartsWith("Amazon.Lambda.AspNetCoreServer", StringComparison.Ordinal) == true)
                finder.Add(HandlerForm.AspNetCoreFunction, method, facts);
        }
    }

    private static FunctionFacts FactsOf(List<INamedTypeSymbol> functions)
    {
        var all = new List<FunctionFacts>();
        foreach (var function in functions)
        {
            for (var at = function.BaseType; at is not null; at = at.BaseType)
            {
                if (at.Name switch
                {
                    "APIGatewayProxyFunction" => FunctionFacts.Unknown with { PayloadFormat = "1.0" },
                    "APIGatewayHttpApiV2ProxyFunction" => FunctionFacts.Unknown with { PayloadFormat = "2.0" },
                    "APIGatewayWebsocketApiProxyFunction" => FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(TriggerKind.WebSocketApi) },
                    "ApplicationLoadBalancerFunction" => FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(TriggerKind.LoadBalancer) },
                    _ => null,
                } is { } facts)
                {
                    all.Add(facts);
                    break;
                }
            }
        }

        return FunctionFacts.Agreed(all);
    }

    /// <summary>`LambdaEventSource.HttpApi` is also what a function URL sends, so it says the shape of the event and not its source.</summary>
    private static FunctionFacts FactsOfHosting(HandlerFinder finder)
    {
        foreach (var tree in finder.Trees)
        {
            if (!tree.Mentions(Hosting))
                continue;
            foreach (var call in tree.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Hosting }, ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax source }, ..] })
                {
                    return source.Name.Identifier.ValueText switch
                    {
                        "HttpApi" => FunctionFacts.Unknown with { PayloadFormat = "2.0" },
                        "RestApi" => FunctionFacts.Unknown with { PayloadFormat = "1.0", Triggers = ImmutableArray.Create(TriggerKind.RestApi) },
                        "ApplicationLoadBalancer" => FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(TriggerKind.LoadBalancer) },
                        _ => FunctionFacts.Unknown,
                    };
                }
            }
        }

        return FunctionFacts.Unknown;
    }

    /// <summary>`UseStartup&lt;Startup&gt;()` and `APIGatewayProxyFunction&lt;Startup&gt;`: the class is found by name, as the framework finds its methods.</summary>
    private static void AddStartups(HandlerFinder finder)
    {
        foreach (var tree in finder.Trees)
        {
            if (!tree.Mentions("UseStartup") && !Array.Exists(Family, tree.Mentions))
                continue;
            foreach (var name in tree.Root.DescendantNodes().OfType<GenericNameSyntax>())
            {
                if (name is not { TypeArgumentList.Arguments: [var argument], Identifier.ValueText: var text } || (text != "UseStartup" && Array.IndexOf(Family, text) < 0))
                    continue;
                if (finder.ModelOf(argument).GetSymbolInfo(argument, finder.CancellationToken).Symbol is not INamedTypeSymbol startup)
                    continue;
                foreach (var member in startup.GetMembers())
                {
                    if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IMethodSymbol { Name: "ConfigureServices" or "Configure" or "ConfigureContainer" })
                        finder.AddInit((IMethodSymbol)member);
                }
            }
        }
    }
}
