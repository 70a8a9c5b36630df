using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2105: the members of the type become parameters of the query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BindQueryFixer : BindSourceFixer
{
    private protected override string Title => "Take it from the query: [BindQuery]";

    private protected override string Source => FixProperties.Query;

    private protected override string AttributeMetadataName => "Serverless.Http.BindQueryAttribute";
}
