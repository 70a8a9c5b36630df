using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2105: a class that is built, not sent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BindServiceFixer : BindSourceFixer
{
    private protected override string Title => "Take it from the services: [BindService]";

    private protected override string Source => FixProperties.Service;

    private protected override string AttributeMetadataName => "Serverless.Http.BindServiceAttribute";
}
