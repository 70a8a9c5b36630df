using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>A member of a machine's class that is a state: a task method or a `State` property.</summary>
/// <param name="Name">Name of the member: what `nameof` says.</param>
/// <param name="StateName">Name in the definition: the member's, or the one it was given.</param>
/// <param name="Symbol">The method or property.</param>
internal sealed record MachineMember(string Name, string StateName, ISymbol Symbol)
{
    /// <summary>Set on a task method.</summary>
    public AttributeArguments? Task { get; init; }

    /// <summary>Set on a `State` property.</summary>
    public StateChain? Chain { get; init; }

    public DeclarationRef Declaration => Reading.Of(Symbol);
}
