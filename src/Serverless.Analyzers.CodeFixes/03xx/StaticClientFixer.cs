using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0301: one client for all invocations of an environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StaticClientFixer : StaticFieldFixer
{
    private protected override string RuleId => RuleIds.ClientPerInvocation;

    private protected override string Title => "Keep one client in a static readonly field";
}
