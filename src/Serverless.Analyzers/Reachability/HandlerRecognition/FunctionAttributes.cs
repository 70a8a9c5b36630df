using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Attributes that make a method a function, by metadata name.</summary>
internal static class FunctionAttributes
{
    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        "HttpRoute", "WebSocketRoute", "ServerlessFunction", "ServerlessHandler", "LambdaAuthorizer", "LambdaUrl", "TaskState",
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
    public static FunctionEvidence? Read(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
                continue;
            var name = Short(type.Name);
            var space = type.ContainingNamespace?.ToDisplayString();
            if (name == "LambdaFunction" && space == AnnotationsFacts.Namespace)
                return AnnotationsFacts.Read(method);
            if (space is not (HazardTypeNames.ServerlessNamespace or HazardTypeNames.StepFunctionsNamespace))
                continue;
            if (name == "ServerlessHandler" && !MakesFunction(method))
                return new FunctionEvidence(HandlerForm.Declared, FunctionFacts.Unknown, FunctionFacts.Unknown);
            if (Ours.Contains(name) || name.EndsWith("Trigger", StringComparison.Ordinal))
                return DeclaredFacts.Read(method);
        }

        return null;
    }

    /// <summary>`[ServerlessHandler]` deploys nothing: what is known of the function comes from other attributes, if there are any.</summary>
    private static bool MakesFunction(IMethodSymbol method)
    {
        foreach (var (name, _) in OurAttributes(method))
        {
            if (name != "ServerlessHandler" && (Ours.Contains(name) || name.EndsWith("Trigger", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>Attributes of ours on a symbol, by their short names.</summary>
    public static IEnumerable<(string Name, AttributeArguments Arguments)> OurAttributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.ContainingNamespace?.ToDisplayString() is HazardTypeNames.ServerlessNamespace or HazardTypeNames.StepFunctionsNamespace)
                yield return (Short(type.Name), new AttributeArguments(attribute, 0));
        }
    }

    public static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
