using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`[UsagePlan]` beside the attribute of a REST API.</summary>
internal static class UsagePlanReader
{
    public const string Attribute = "UsagePlan";

    public static EquatableArray<UsagePlan> Read(DeclaredAttributes owner, Reading reading)
    {
        var plans = new SortedDictionary<string, UsagePlan>(StringComparer.Ordinal);
        foreach (var scope in ApiScope.All(owner, Attribute, reading))
        {
            if (scope.Attribute.Constructor<string>(0) is not { } name)
                continue;
            if (name.Length is 0 or > 255)
                scope.ReportMalformed("name", name, "the name of a usage plan has 1 to 255 characters");
            else if (plans.ContainsKey(name))
                reading.Report(RuleIds.DuplicateLogicalId, scope.At("name"), name, "another usage plan");
            else
                plans.Add(name, Read(name, scope));
        }

        return plans.Values.ToEquatableArray();
    }

    private static UsagePlan Read(string name, ApiScope scope) => new()
    {
        Name = name,
        Declaration = scope.Declaration,
        RateLimit = scope.Positive("RateLimit"),
        BurstLimit = scope.InRange("BurstLimit", 1, int.MaxValue, "requests"),
        Quota = Quota(scope),
        QuotaPeriod = (QuotaPeriod)(scope.Attribute.Enum("QuotaPeriod") ?? 0),
        ApiKeys = Keys(scope),
    };

    private static int? Quota(ApiScope scope)
    {
        if (scope.Attribute.Has("QuotaPeriod") && !scope.Attribute.Has("Quota"))
            scope.ReportExcluded("QuotaPeriod", "a usage plan without Quota", "there is nothing to count");
        return scope.InRange("Quota", 1, int.MaxValue, "requests");
    }

    private static EquatableArray<string> Keys(ApiScope scope)
    {
        var keys = scope.Strings("ApiKeys");
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Length == 0)
                scope.ReportMalformed(ApiScope.Element("ApiKeys", i), keys[i], "an API key needs a name");
            else if (!known.Add(keys[i]))
                scope.ReportExcluded(ApiScope.Element("ApiKeys", i), "another key of the same name", "the plan has one key of a name");
        }

        return known.OrderBy(static key => key, StringComparer.Ordinal).Where(static key => key.Length > 0).ToEquatableArray();
    }
}
