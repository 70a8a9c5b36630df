using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1001 in `*.asl.json` files: reported in the file, at the state's name. A file that is not JSON is left to its own editor.</summary>
internal sealed class StateMachineFileRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateMachineFileRules.TaskStateWithoutTimeout);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Files(Analyze);

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (DeploymentFiles.KindOf(context.AdditionalFile.Path) != DeploymentFileKind.StateMachine || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        if (JsonReader.Read(text.ToString(), out _) is JsonObject machine && machine["TimeoutSeconds"] is null)
            Analyze(context, text, machine);
    }

    private static void Analyze(AdditionalFileAnalysisContext context, SourceText text, JsonObject machine)
    {
        if (machine["States"] is not JsonObject states)
            return;
        foreach (var member in states)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (member.Value is not JsonObject state)
                continue;
            if (state["Type"] is JsonString { Value: "Task" } && state["TimeoutSeconds"] is null && state["TimeoutSecondsPath"] is null)
            {
                var span = new TextSpan(member.NameStart, member.NameLength);
                context.ReportDiagnostic(Diagnostic.Create(
                    StateMachineFileRules.TaskStateWithoutTimeout, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), member.Name));
            }

            if (state["Branches"] is JsonArray branches)
            {
                foreach (var branch in branches)
                {
                    if (branch is JsonObject inner)
                        Analyze(context, text, inner);
                }
            }

            if ((state["ItemProcessor"] ?? state["Iterator"]) is JsonObject processor)
                Analyze(context, text, processor);
        }
    }
}
