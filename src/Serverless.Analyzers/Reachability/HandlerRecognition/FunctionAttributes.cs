using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Attributes that make a method a function, by metadata name, and the timeout they give it.</summary>
internal static class FunctionAttributes
{
    private const int DefaultTimeout = 30;
    private const int RouteTimeout = 10;

    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        "HttpRoute", "WebSocketRoute", "ServerlessFunction", "ServerlessHandler", "LambdaAuthorizer", "TaskState",
    };

    /// <summary>Simple name as written, with or without `Attribute`: could it make a function?</summary>
    public static bool MayMakeFunction(string name)
    {
        name = Short(name);
        return name == "LambdaFunction" || Ours.Contains(name) || name.EndsWith("Trigger", StringComparison.Ordinal);
    }

    /// <summary>Could the attribute be one of ours, functions or not?</summary>
    public static bool MayBeOurs(string name)
    {
        name = Short(name);
        return MayMakeFunction(name) || name is "StateMachine" or "ServerlessApplication" or "FargateService" or "FargateTask";
    }

    /// <summary>Null when no attribute makes the method a function.</summary>
    public static (HandlerForm Form, int? TimeoutSeconds)? Read(IMethodSymbol method)
    {
        if (method.Attribute(HazardTypeNames.ServerlessNamespace, "NotServerlessHandlerAttribute") is not null)
            return null;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
                continue;
            var name = Short(type.Name);
            var space = type.ContainingNamespace?.ToDisplayString();
            if (name == "LambdaFunction" && space == "Amazon.Lambda.Annotations")
                return (HandlerForm.Annotations, Timeout(attribute) ?? DefaultTimeout);
            if (space is HazardTypeNames.ServerlessNamespace or HazardTypeNames.StepFunctionsNamespace && (Ours.Contains(name) || name.EndsWith("Trigger", StringComparison.Ordinal)))
                return (HandlerForm.Declared, name == "ServerlessHandler" ? null : OurTimeout(method));
        }

        return null;
    }

    /// <summary>Nearest wins: method, class, assembly; then the default of what the method is.</summary>
    private static int? OurTimeout(IMethodSymbol method)
    {
        for (ISymbol? at = method; at is not null; at = at is IMethodSymbol ? at.ContainingType : at is INamedTypeSymbol ? at.ContainingAssembly : null)
        {
            foreach (var name in new[] { "ServerlessFunctionAttribute", "FunctionDefaultsAttribute" })
            {
                if (at.Attribute(HazardTypeNames.ServerlessNamespace, name)?.Int32("Timeout") is { } seconds)
                    return seconds;
            }
        }

        if (method.Attribute(HazardTypeNames.StepFunctionsNamespace, "TaskStateAttribute")?.Int32("TimeoutSeconds") is { } task)
            return Math.Min(task, 900);
        return method.Attribute(HazardTypeNames.ServerlessNamespace, "HttpRouteAttribute") is null ? DefaultTimeout : RouteTimeout;
    }

    private static int? Timeout(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Timeout", Value.Value: { } value })
                return value is uint seconds ? (int)seconds : value as int?;
        }

        return null;
    }

    private static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
