using System.Globalization;
using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// What CloudFormation, API Gateway and Lambda refuse at deployment because there is too much of it (SVLS2702). Each fault names the
/// nearest remedy. A project that writes no template does not care, which is why this is no part of the model's validation.
/// </summary>
internal static class TemplateLimits
{
    public const int Resources = 500;
    public const int Outputs = 200;
    public const int Bytes = 1_000_000;
    public const int RoutesPerApi = 300;
    public const int HandlerCharacters = 128;

    private static readonly DeclarationRef Assembly = new(DeclarationRef.Assembly);

    /// <param name="application">The model.</param>
    /// <param name="template">The template, the user's own part merged.</param>
    /// <param name="text">Its text, as it is written.</param>
    public static IEnumerable<Fault> Check(Application application, JsonObject template, string text)
    {
        var resources = ExpandedResources.Count(template);
        if (resources > Resources)
            yield return Of(Assembly, "The template", resources, "resources after SAM's expansion", Resources, "divide the application into two projects, each with its own template");
        var outputs = template["Outputs"] is JsonObject declared ? declared.Count : 0;
        if (outputs > Outputs)
            yield return Of(Assembly, "The template", outputs, "outputs", Outputs, "remove outputs that nobody reads, or divide the application into two projects");
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > Bytes)
            yield return Of(Assembly, "The template", bytes, "bytes", Bytes, "divide the application into two projects, each with its own template");
        foreach (var fault in Routes(application).Concat(Handlers(application)))
            yield return fault;
    }

    private static IEnumerable<Fault> Routes(Application application)
    {
        foreach (var api in application.Apis)
        {
            var (count, unit) = api.Kind switch
            {
                ApiKind.Rest => (PathParts(application, api), "paths"),
                ApiKind.WebSocket => (application.Functions.Sum(function => function.WebSocketRoutes.Count(route => route.Api == api.LogicalId)), "routes"),
                _ => (application.Routes.Count(route => route.Api == api.LogicalId), "routes"),
            };
            if (count > RoutesPerApi)
                yield return Of(api.Declaration, api.LogicalId, count, unit, RoutesPerApi, "name a second API with 'Api = typeof(…)' at some of the routes");
        }
    }

    /// <summary>A REST API counts its tree: each beginning of a path is a resource, however many methods it has. The root is free.</summary>
    private static int PathParts(Application application, Api api)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var route in application.Routes)
        {
            if (route.Api != api.LogicalId)
                continue;
            var path = route.Path.TrimEnd('/');
            for (var end = path.IndexOf('/', Math.Min(1, path.Length)); end > 0; end = path.IndexOf('/', end + 1))
                parts.Add(path.Substring(0, end));
            if (path.Length > 0)
                parts.Add(path);
        }

        return parts.Count;
    }

    private static IEnumerable<Fault> Handlers(Application application)
    {
        foreach (var function in application.Functions)
        {
            if (function.Handler.Length > HandlerCharacters)
                yield return Of(function.Declaration, "The handler of " + function.LogicalId, function.Handler.Length, "characters", HandlerCharacters, "shorten the name of the assembly, the namespace, the class or the method");
        }
    }

    private static Fault Of(DeclarationRef at, string subject, int count, string unit, int limit, string remedy) =>
        Fault.Of(RuleIds.TemplateLimit, at, subject, Number(count) + " " + unit, Number(limit), remedy);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
