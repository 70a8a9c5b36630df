using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// ASP.NET's `[Authorize]` on a route: no middleware runs here that would enforce it, so a route that looks protected and is
/// not must be seen.
/// </summary>
internal static class AuthorizationAttributes
{
    public static void Report(HandlerReading handler)
    {
        Report(handler.Method, handler);
        Report(handler.Method.ContainingType, handler);
    }

    private static void Report(ISymbol owner, HandlerReading handler)
    {
        var attributes = owner.GetAttributes();
        for (var i = 0; i < attributes.Length; i++)
        {
            if (!TypeNames.DerivesFrom(attributes[i].AttributeClass, "Microsoft.AspNetCore.Authorization.AuthorizeAttribute"))
                continue;
            handler.Reading.Report(new Fault(
                RuleIds.UnknownAuthorizer,
                Reading.Of(owner).At(i),
                EquatableArray.Of("[" + attributes[i].AttributeClass!.Name.Replace("Attribute", "") + "]", "nothing enforces it here; name an authorizer of the API"),
                IsWarning: true));
        }
    }
}
