using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>SVLS2106: a setting that this kind of API does not have. What a REST API has is offered as a change of the API's kind.</summary>
internal static class KindFaults
{
    /// <param name="at">The setting.</param>
    /// <param name="setting">Its name.</param>
    /// <param name="api">The API; null = none is declared.</param>
    public static Fault NeedsRest(DeclarationRef at, string setting, ApiDraft? api) => new(
        RuleIds.NotOnThisApi,
        at,
        EquatableArray.Of(setting, "a REST API", Lacking(api?.Kind ?? ApiKind.Http)),
        api is { Kind: ApiKind.WebSocket } ? default : EquatableArray.Of(FixProperties.Api + "=" + (api?.Scope?.Owner.Declaration.Symbol ?? "")));

    public static Fault Needs(DeclarationRef at, string setting, string needed, string lacking) => Fault.Of(RuleIds.NotOnThisApi, at, setting, needed, lacking);

    public static string Lacking(ApiKind kind) => kind switch
    {
        ApiKind.Rest => "REST APIs do not have it",
        ApiKind.WebSocket => "WebSocket APIs do not have it",
        _ => "HTTP APIs do not have it",
    };
}
