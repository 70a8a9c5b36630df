using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1006: the value is read once, by a step, and recorded. Offered where the code has the context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DurableDeterminismFixer : StepFixer
{
    private protected override string RuleId => RuleIds.DurableNonDeterminism;

    private protected override bool IsTask => false;
}
