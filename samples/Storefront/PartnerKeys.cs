using Serverless;
using Serverless.Http;

namespace Storefront;

/// <summary>Decides for the partners' API: a key of the form <c>partner.signature</c> names the partner.</summary>
public static class PartnerKeys
{
    /// <summary>True for a key whose signature fits. Kept five minutes for each key: the answer does not depend on the route.</summary>
    [LambdaAuthorizer(ResultTtl = 300)]
    public static AuthorizerDecision PartnerMayCall([BindHeader("X-Partner-Key")] string key) =>
        key.Split('.') is [{ Length: > 0 } partner, var signature] && signature == Checksum.Of(partner)
            ? AuthorizerDecision.Allow(partner, ("partner", partner))
            : AuthorizerDecision.Deny();
}
