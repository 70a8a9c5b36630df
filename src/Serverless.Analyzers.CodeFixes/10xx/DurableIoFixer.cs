using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1007: the result of the call becomes the step's, and is recorded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DurableIoFixer : StepFixer
{
    private protected override string RuleId => RuleIds.DurableIo;

    private protected override bool IsTask => true;
}
