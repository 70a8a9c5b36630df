using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Where the arguments of an integration stand: `(Item item) => new { TableName = "@Table", … }`.</summary>
internal static class ArgumentPlaces
{
    /// <param name="argument">The lambda, or the argument it is; anything else has no places.</param>
    /// <param name="chain">The state.</param>
    public static IEnumerable<Place> Of(SyntaxNode? argument, StateChain chain)
    {
        if ((argument is ArgumentSyntax wrapped ? wrapped.Expression : argument) is not LambdaExpressionSyntax { Body: AnonymousObjectCreationExpressionSyntax arguments })
            yield break;
        foreach (var member in arguments.Initializers)
        {
            // `new { token }` names its member by what it is given.
            var name = member.NameEquals?.Name ?? (member.Expression as MemberAccessExpressionSyntax)?.Name ?? member.Expression as SimpleNameSyntax;
            if (name is null)
                continue;
            yield return new Place(Parts.Argument(name.Identifier.ValueText), chain.PlaceOf(name));
            yield return new Place(Parts.ArgumentValue(name.Identifier.ValueText), chain.PlaceOf(member.Expression));
        }
    }
}
