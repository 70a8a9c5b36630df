using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A usage plan of a REST API, on the assembly or on the class of the API: how much the holders of its keys may call. Routes with
/// <see cref="HttpRouteAttribute.ApiKeyRequired"/> refuse callers without a key. Keys identify clients for metering; they do not authenticate.
/// </summary>
/// <param name="name">Its name, unique in the API (SVLS2003).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class UsagePlanAttribute(string name) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Steady-state requests per second of each key, above 0. Default: no limit of its own.</summary>
    public double RateLimit { get; set; }

    /// <summary>Requests above the rate that are served at once, above 0. Default: no limit of its own.</summary>
    public int BurstLimit { get; set; }

    /// <summary>Requests per <see cref="QuotaPeriod"/>, above 0. Default: no quota.</summary>
    public int Quota { get; set; }

    /// <summary>What <see cref="Quota"/> counts over; needs it (SVLS2002). Default: <see cref="Serverless.QuotaPeriod.Day"/>.</summary>
    public QuotaPeriod QuotaPeriod { get; set; }

    /// <summary>Names of keys that are made for the plan; API Gateway generates their values. Default: none, keys are added elsewhere.</summary>
    public string[]? ApiKeys { get; set; }
}
