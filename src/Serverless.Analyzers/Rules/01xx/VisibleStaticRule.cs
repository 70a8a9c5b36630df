using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0105: a static that any code may change, in a type that runs on Lambda: whoever writes it writes for all invocations that follow.</summary>
internal sealed class VisibleStaticRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.MutableStaticVisible);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!model.Options.SkipsOverlaps)
            on.Symbols(context => Analyze(context, model), SymbolKind.Field, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context, ServerlessModel model)
    {
        var member = context.Symbol;
        if (!member.IsStatic || member.DeclaredAccessibility is Accessibility.Private || member.IsImplicitlyDeclared || !IsMutable(member) || member.ContainingType.TypeKind == TypeKind.Enum || member.IsThreadStatic())
            return;
        if (model.Touches(member.ContainingType, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(StateRules.MutableStaticVisible, member.Locations[0], member.ContainingType.Name + "." + member.Name));
    }

    private static bool IsMutable(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsReadOnly: false, IsConst: false },
        IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } property => StoredMembers.Holds(property),
        _ => false,
    };
}
