using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// The hazard rules that need the whole compilation before they can say anything. Apart from the others, because an editor runs what has a compilation end
/// only when it analyzes the whole project.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApplicationHazardAnalyzer() : HazardAnalyzer(HazardRules.All.Where(static rule => rule.DecidesAtEnd).ToImmutableArray());
