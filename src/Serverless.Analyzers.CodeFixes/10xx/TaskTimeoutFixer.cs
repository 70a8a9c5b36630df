using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1001 in CDK code: five minutes, a value to start from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TaskTimeoutFixer : TaskLimitFixer
{
    private protected override string RuleId => RuleIds.TaskStateWithoutTimeout;

    private protected override string Title => "Set a timeout of 5 minutes";

    private protected override string Assignment =>
        "TaskTimeout = global::Amazon.CDK.AWS.StepFunctions.Timeout.Duration(global::Amazon.CDK.Duration.Minutes(5))";
}
