using Serverless.Model;
using Serverless.Model.Validation;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`[ServiceRoute]`: an AWS service answers. What the service would refuse is SVLS2205.</summary>
internal static class ServiceRouteReader
{
    public static RouteIntegration? Read(ApiScope scope, ApiDraft api, RouteKey key)
    {
        var text = scope.Attribute.Constructor<string>(1) ?? "";
        if (ServiceActions.Parse(text) is not var (service, action))
        {
            scope.Reading.Report(RuleIds.ServiceRoute, scope.At("action"), text, "an action is written 'service:action'");
            return null;
        }

        if (ServiceActions.Find(api.Kind, service, action) is not { } facts)
        {
            ReportUnknown(text, service, action, scope, api);
            return null;
        }

        var parameters = ParameterMappingReader.Read(scope, static target => target.Length == 0 ? "the name of the parameter is missing" : null);
        var on = Resource(scope, facts, parameters);
        Check(text, scope, api, facts, parameters);
        return new ServiceIntegration(facts.Service, facts.Action, on, parameters.ToEquatableArray());
    }

    private static void ReportUnknown(string text, string service, string action, ApiScope scope, ApiDraft api)
    {
        var written = ServiceActions.Written(new ServiceAction(service, action));
        var nearest = NearestName.Of(written, ServiceActions.OfHttpApis);
        var properties = new List<string> { FixProperties.Api + "=" + (api.Scope?.Owner.Declaration.Symbol ?? "") };
        if (nearest is not null)
            properties.Add(FixProperties.Replacement + "=" + nearest);
        scope.Reading.Report(new Fault(
            RuleIds.ServiceRoute,
            scope.At("action"),
            EquatableArray.Of(text, nearest is null ? $"HTTP APIs call {string.Join(", ", ServiceActions.OfHttpApis.OrderBy(static a => a, StringComparer.Ordinal))} only; a REST API calls any action" : $"HTTP APIs do not have it; did you mean '{nearest}'?"),
            properties.ToEquatableArray()));
    }

    /// <summary>`On`, or what the parameter that names the resource says; each fills the other, as far as it is known what a name and what an ARN is.</summary>
    private static AwsValue? Resource(ApiScope scope, ServiceAction facts, List<ParameterMapping> parameters)
    {
        var on = scope.Attribute.String("On") is { } text ? scope.Reading.Value(text, scope.At("On"), allowSuffix: true) : null;
        var named = facts.ResourceParameter is { } parameter ? parameters.Find(mapping => mapping.Target == parameter) : null;
        if (scope.Attribute.Has("On"))
        {
            if (on is not null && named is null && facts.ResourceParameter is { } missing && (on.Kind == AwsValueKind.Reference || facts.ResourceForm == ServiceParameterForm.Arn))
                parameters.Insert(0, new ParameterMapping(missing, on with { Suffix = null }));
            return on;
        }

        if (named?.Source is { } source && !source.Text.StartsWith("$", StringComparison.Ordinal))
            return source;
        if (GrantRules.NeedsResource(facts.IamAction))
            scope.Reading.Report(RuleIds.ResourceMissing, scope.At("action"), facts.IamAction);
        return null;
    }

    /// <summary>A template writes the whole request, so its parts are not looked for.</summary>
    private static void Check(string text, ApiScope scope, ApiDraft api, ServiceAction facts, List<ParameterMapping> parameters)
    {
        if (api.Kind == ApiKind.Rest && scope.Attribute.Has("RequestTemplate"))
            return;
        foreach (var required in facts.Required)
        {
            if (!parameters.Exists(mapping => Root(mapping.Target) == required))
                scope.Reading.Report(RuleIds.ServiceRoute, scope.At("action"), text, $"the parameter '{required}' is missing");
        }

        if (api.Kind == ApiKind.Rest)
            return;
        var written = scope.Strings(ParameterMappingReader.Argument);
        for (var i = 0; i < written.Count; i++)
        {
            var equals = written[i].IndexOf('=');
            var name = equals < 0 ? "" : written[i].Substring(0, equals).Trim();
            if (name.Length == 0 || facts.Takes(name))
                continue;
            var nearest = NearestName.Of(name, facts.Required.Concat(facts.Optional));
            var properties = nearest is null ? default : EquatableArray.Of(FixProperties.Replacement + "=" + nearest + written[i].Substring(equals));
            scope.Reading.Report(new Fault(
                RuleIds.ServiceRoute,
                scope.At(ApiScope.Element(ParameterMappingReader.Argument, i)),
                EquatableArray.Of(text, $"it has no parameter '{name}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?")),
                properties));
        }
    }

    /// <summary>`Key` of `Key.id.S`.</summary>
    private static string Root(string target)
    {
        var dot = target.IndexOf('.');
        return dot < 0 ? target : target.Substring(0, dot);
    }
}
