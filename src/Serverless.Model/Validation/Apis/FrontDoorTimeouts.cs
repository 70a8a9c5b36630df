using System.Globalization;

namespace Serverless.Model.Validation;

/// <summary>
/// SVLS0901 on our own attributes: a function may run longer than any API in front of it waits. An address of its own and a streamed answer
/// have no such limit.
/// </summary>
internal static class FrontDoorTimeouts
{
    private const int HttpSeconds = 30;
    private const int OtherSeconds = 29;

    public static IEnumerable<Fault> Of(Application application)
    {
        var kinds = application.Apis.GroupBy(static api => api.LogicalId, StringComparer.Ordinal).ToDictionary(static apis => apis.Key, static apis => apis.First().Kind, StringComparer.Ordinal);
        foreach (var function in application.Functions)
        {
            if (function.Settings.TimeoutAt is not { } at || function.Url is not null || LongestWait(function, kinds) is not var (api, seconds) || function.Settings.Timeout <= seconds)
                continue;

            // One second too many costs nothing.
            yield return new Fault(
                RuleIds.TimeoutBeyondFrontDoor,
                at,
                EquatableArray.Of(Number(function.Settings.Timeout), api, Number(seconds) + " seconds"),
                IsInfo: function.Settings.Timeout == seconds + 1);
        }
    }

    private static (string Api, int Seconds)? LongestWait(Function function, Dictionary<string, ApiKind> kinds)
    {
        if (function.TaskOf is not null)
            return null;
        (string Api, int Seconds)? longest = null;
        foreach (var route in function.Routes)
        {
            if (route.Streaming || !kinds.TryGetValue(route.Api, out var kind))
                return null;
            var usual = kind == ApiKind.Http ? HttpSeconds : OtherSeconds;
            Consider(kind == ApiKind.Http ? "the HTTP API" : "the REST API", route.TimeoutMilliseconds is { } own ? Math.Min((own + 999) / 1000, usual) : usual);
        }

        if (function.WebSocketRoutes.Count > 0)
            Consider("the WebSocket API", OtherSeconds);
        return longest;

        void Consider(string api, int seconds)
        {
            if (longest is null || seconds > longest.Value.Seconds)
                longest = (api, seconds);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
