using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// Decides whether a compilation is serverless at all: everything else pays these few look-ups and nothing more. Our own package is referenced by whoever
/// installed it, so its presence says nothing: an attribute of it must be used.
/// </summary>
internal static class ProjectGate
{
    private static readonly string[] Evidence =
        [HazardTypeNames.LambdaContext, HazardTypeNames.LambdaFunctionAttribute, HazardTypeNames.LambdaBootstrap, HazardTypeNames.AspNetCoreFunction, HazardTypeNames.DurableContext];

    /// <summary>The project describes what is deployed and holds nothing that runs on Lambda.</summary>
    public static bool IsInfrastructure(KnownTypes types, HazardOptions hazards) => !hazards.IsTestProject && types[HazardTypeNames.CdkStack] is not null;

    public static bool IsServerless(Compilation compilation, AnalyzerOptions options, KnownTypes types, HazardOptions hazards, CancellationToken cancellationToken)
    {
        if (hazards.IsTestProject)
            return false;
        if (hazards.IsLambdaProject || hazards.Target.Length > 0 || Array.Exists(Evidence, name => types[name] is not null))
            return true;
        return DescribesFunctions(options, cancellationToken) || UsesOurAttributes(compilation, types, cancellationToken);
    }

    /// <summary>`template.json` is also what other tools call their files: it must speak of AWS resources.</summary>
    private static bool DescribesFunctions(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        foreach (var file in options.AdditionalFiles)
        {
            switch (DeploymentFiles.KindOf(file.Path, DeploymentDescription.RoleOf(options, file)))
            {
                case DeploymentFileKind.StateMachine:
                case DeploymentFileKind.Template when file.GetText(cancellationToken)?.ToString().Contains("AWS::") == true:
                    return true;
            }
        }

        return false;
    }

    private static bool UsesOurAttributes(Compilation compilation, KnownTypes types, CancellationToken cancellationToken)
    {
        if (types[HazardTypeNames.ServerlessHandlerAttribute] is null)
            return false;
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in TreeNames.Of(tree, cancellationToken).AttributeNames)
            {
                if (FunctionAttributes.MayBeOurs(name))
                    return true;
            }
        }

        return false;
    }
}
