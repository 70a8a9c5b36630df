using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Analyzers.Rules;

/// <summary>The hazard rules that judge a place by itself and by how it is reached: reported while typing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CodeHazardAnalyzer() : HazardAnalyzer(HazardRules.All.Where(static rule => !rule.DecidesAtEnd).ToImmutableArray());
