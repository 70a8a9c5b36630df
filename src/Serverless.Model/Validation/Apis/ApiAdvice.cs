namespace Serverless.Model.Validation;

/// <summary>
/// What is worth knowing of APIs that can be deployed as they are. Asked by the analyzer alone: nothing of it decides what is generated.
/// </summary>
internal static class ApiAdvice
{
    public static IEnumerable<Fault> Of(Application application) =>
        PublicAccess.Of(application).Concat(FrontDoorTimeouts.Of(application)).Concat(KindAdvice.Of(application)).Concat(Costs(application)).Concat(Executions(application));

    private static IEnumerable<Fault> Costs(Application application)
    {
        foreach (var api in application.RestApis)
        {
            if (api.Cache is { } cache)
                yield return Fault.Of(RuleIds.Advice, api.Declaration with { Argument = "CacheSizeGB" }, $"A cache of {cache.SizeGB} GB is billed by the hour, whether it is used or not");
        }
    }

    private static IEnumerable<Fault> Executions(Application application)
    {
        foreach (var route in application.IntegrationRoutes)
        {
            if (route.Integration is not ExecutionIntegration { IsSynchronous: true } || application.HttpApis.FirstOrDefault(api => api.LogicalId == route.Api) is not { } api)
                continue;
            yield return new Fault(
                RuleIds.Advice,
                route.Declaration,
                EquatableArray.Of("An HTTP API passes the answer of StartSyncExecution on as it is, with the output as text inside; a REST API answers with the output"),
                EquatableArray.Of(FixProperties.Api + "=" + (api.IsImplicit ? "" : api.Declaration.Symbol)));
        }
    }
}
