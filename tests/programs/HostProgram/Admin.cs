using Serverless;

namespace HostProgram;

/// <summary>Routes of the REST API.</summary>
[ServerlessRestApi("AdminApi", Authorizer = Authorizers.None)]
[MockRoute("GET /up", Body = "{\"up\":true}")]
[UsagePlan("Partners", RateLimit = 5, BurstLimit = 5, ApiKeys = ["acme"])]
public sealed class Admin
{
    /// <summary>With a key alone.</summary>
    [HttpRoute("GET /reports/{name}", ApiKeyRequired = true)]
    public static string Report(string name, int page) => name + " page " + page.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
