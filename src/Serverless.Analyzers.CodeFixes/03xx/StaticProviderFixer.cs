using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0302: one provider, host or configuration for all invocations of an environment. Offered where one expression builds it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StaticProviderFixer : StaticFieldFixer
{
    private protected override string RuleId => RuleIds.ProviderPerInvocation;

    private protected override string Title => "Build it once, in a static readonly field";
}
