using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Json;
using Serverless.Model.Validation;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0801 in templates: the service refuses a function whose environment has a name that Lambda sets. Reported at the name.</summary>
internal sealed class ReservedVariableFileRule : DeploymentFileRule
{
    /// <summary>Reserved by our own host, not by the service.</summary>
    private const string Ours = "SERVERLESS_FUNCTION";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConfigurationRules.ReservedVariable);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        Check(context, file, file.Template.FunctionGlobals);
        foreach (var function in file.Functions)
            Check(context, file, function.Properties);
    }

    private static void Check(AdditionalFileAnalysisContext context, DeploymentFile file, JsonObject? properties)
    {
        if ((properties?["Environment"] as JsonObject)?["Variables"] is not JsonObject variables)
            return;
        foreach (var variable in variables)
        {
            if (variable.Name != Ours && EnvironmentRules.IsReserved(variable.Name))
            {
                ReportAs(
                    context, DiagnosticSeverity.Error, ConfigurationRules.ReservedVariable, file.At(variable), variable.Name,
                    "the service refuses a function that sets it, and the deployment fails; use a name of your own");
            }
        }
    }
}
