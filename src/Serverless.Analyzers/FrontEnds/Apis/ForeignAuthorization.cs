using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>What ASP.NET's attributes say of a method.</summary>
internal enum ForeignAuthorization
{
    None,

    /// <summary>`[Authorize]`: the API's default authorizer.</summary>
    Required,

    /// <summary>`[AllowAnonymous]`, which wins over `[Authorize]` as it does in ASP.NET.</summary>
    Anonymous,
}

/// <summary>
/// Reads `[Authorize]` and `[AllowAnonymous]`: no middleware runs here, so what API Gateway cannot enforce is SVLS2109. A route that
/// looks protected and is not must be seen.
/// </summary>
internal static class ForeignAuthorizationReader
{
    private const string Space = "Microsoft.AspNetCore.Authorization.";

    public static ForeignAuthorization Read(IMethodSymbol method)
    {
        var found = ForeignAuthorization.None;
        foreach (var owner in new ISymbol[] { method, method.ContainingType })
        {
            foreach (var attribute in owner.GetAttributes())
            {
                if (TypeNames.Is(attribute.AttributeClass, Space + "AllowAnonymousAttribute"))
                    return ForeignAuthorization.Anonymous;
                if (IsAuthorize(attribute))
                    found = ForeignAuthorization.Required;
            }
        }

        return found;
    }

    /// <summary>SVLS2109 for what nothing enforces.</summary>
    /// <param name="method">The handler.</param>
    /// <param name="isProtected">Every route of it has an authorizer of its API.</param>
    /// <param name="reading">Shared state of the read.</param>
    public static void Report(IMethodSymbol method, bool isProtected, Reading reading)
    {
        if (Read(method) == ForeignAuthorization.Anonymous)
            return;
        foreach (var owner in new ISymbol[] { method, method.ContainingType })
        {
            var attributes = owner.GetAttributes();
            for (var i = 0; i < attributes.Length; i++)
            {
                if (!IsAuthorize(attributes[i]))
                    continue;
                var name = "[" + attributes[i].AttributeClass!.Name.Replace("Attribute", "") + "]";
                if (!isProtected)
                    Warn(Reading.Of(owner).At(i), name, "nothing enforces it here; name an authorizer of the API");
                else if (Requirement(attributes[i]) is { } requirement)
                    Warn(Reading.Of(owner).At(i), name, $"nothing enforces its {requirement}; check it in the handler, or ask for scopes");
            }
        }

        void Warn(DeclarationRef at, string name, string problem) =>
            reading.Report(new Fault(RuleIds.UnknownAuthorizer, at, EquatableArray.Of(name, problem), IsWarning: true));
    }

    private static bool IsAuthorize(AttributeData attribute) => TypeNames.DerivesFrom(attribute.AttributeClass, Space + "AuthorizeAttribute");

    /// <summary>`Roles` or `Policy`, or null; a derived attribute may ask for anything.</summary>
    private static string? Requirement(AttributeData attribute)
    {
        if (!TypeNames.Is(attribute.AttributeClass, Space + "AuthorizeAttribute"))
            return "requirements";
        if (attribute.ConstructorArguments is [{ Value: string }])
            return "Policy";
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Roles" or "Policy" or "AuthenticationSchemes", Value.Value: string })
                return argument.Key;
        }

        return null;
    }
}
