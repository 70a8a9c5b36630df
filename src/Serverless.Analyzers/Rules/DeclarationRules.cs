using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Rules;

/// <summary>Descriptors of the faults that are found on the model (SVLS20xx to 27xx): the analyzer and the artifact class both ask here.</summary>
internal static class DeclarationRules
{
    /// <summary>One array for each range; a range's file is in the folder of its number.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create<DiagnosticDescriptor>();

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(static d => d.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];
}
