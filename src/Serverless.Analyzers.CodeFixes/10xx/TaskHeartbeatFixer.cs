using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1002 in CDK code: ten minutes, a value to start from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TaskHeartbeatFixer : TaskLimitFixer
{
    private protected override string RuleId => RuleIds.CallbackWithoutHeartbeat;

    private protected override string Title => "Set a heartbeat of 10 minutes";

    private protected override string Assignment =>
        "HeartbeatTimeout = global::Amazon.CDK.AWS.StepFunctions.Timeout.Duration(global::Amazon.CDK.Duration.Minutes(10))";
}
