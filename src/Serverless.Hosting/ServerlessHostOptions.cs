using Microsoft.Extensions.Configuration;
using Serverless.StepFunctions.Local;

namespace Serverless.Hosting;

/// <summary>
/// Settings of the host. The command line (`--stage dev`) goes before environment variables (`SERVERLESS_STAGE=dev`), both before what
/// code sets.
/// </summary>
public sealed class ServerlessHostOptions
{
    /// <summary>`--api OrdersApi`: serve only this API, or the function URL of this function. Default: all.</summary>
    public string? Api { get; set; }

    /// <summary>`--stage dev`: stage name that events and paths carry. Default: each API's own.</summary>
    public string? Stage { get; set; }

    /// <summary>`--by-id true`: every API is served below `/{its logical id}`, for APIs with equal routes. Default: false, they share the root.</summary>
    public bool ById { get; set; }

    /// <summary>`--stage-variables:table local-orders`: values instead of the declared ones. Default: none.</summary>
    public IDictionary<string, string> StageVariables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>`--page true` or `false`: the page at `/_serverless`. Default: in development, and then for this machine alone.</summary>
    public bool? Page { get; set; }

    /// <summary>
    /// Says who calls where API Gateway checks a token or signature itself (JWT and Cognito authorizers, IAM). Default: in development
    /// claims are read without any check; elsewhere everybody is refused.
    /// </summary>
    public ILocalIdentity? Identity { get; set; }

    /// <summary>
    /// `--unvalidated-tokens true`: outside development too, claims are taken from tokens nobody here has checked. Only where an API
    /// Gateway in front has checked them and nothing else can reach this process. Default: false.
    /// </summary>
    public bool AllowUnvalidatedTokens { get; set; }

    /// <summary>
    /// Gives the answers of services that state machines call, and changes other settings of a machine's runner: called once for each
    /// machine that a route starts, with its logical id. Without an answer such a task cannot be made here, and the route says so.
    /// </summary>
    /// <example><code>
    /// options.Machines = (machine, runner) => runner.Service("dynamodb:putItem", call => new { });
    /// </code></example>
    public Action<string, StateMachineRunner>? Machines { get; set; }

    /// <summary>`--skip-waits true`: waits and pauses of state machines take no time. Default: false, they are waited for.</summary>
    public bool SkipWaits { get; set; }

    /// <summary>True on a developer's machine: no container, and no environment name other than Development.</summary>
    internal bool IsDevelopment { get; set; }

    internal bool HasPage => Page ?? IsDevelopment;

    /// <exception cref="HostingException">A value is not what the option takes.</exception>
    internal static ServerlessHostOptions Read(string[] args, Action<ServerlessHostOptions>? configure, Func<string, string?> variable)
    {
        var options = new ServerlessHostOptions();
        configure?.Invoke(options);
        var line = new ConfigurationBuilder().AddCommandLine(args).Build();
        options.Api = Text("api", "SERVERLESS_API") ?? options.Api;
        options.Stage = Text("stage", "SERVERLESS_STAGE") ?? options.Stage;
        options.ById = Flag("by-id", "SERVERLESS_BY_ID") ?? options.ById;
        options.Page = Flag("page", "SERVERLESS_PAGE") ?? options.Page;
        options.AllowUnvalidatedTokens = Flag("unvalidated-tokens", "SERVERLESS_UNVALIDATED_TOKENS") ?? options.AllowUnvalidatedTokens;
        options.SkipWaits = Flag("skip-waits", "SERVERLESS_SKIP_WAITS") ?? options.SkipWaits;
        foreach (var pair in line.GetSection("stage-variables").GetChildren())
            options.StageVariables[pair.Key] = pair.Value ?? "";
        options.IsDevelopment = IsDeveloperMachine(line["environment"], variable);
        return options;

        string? Text(string name, string environment) => line[name] is { Length: > 0 } given ? given : variable(environment) is { Length: > 0 } set ? set : null;

        bool? Flag(string name, string environment) => Text(name, environment) switch
        {
            null => null,
            "true" or "1" => true,
            "false" or "0" => false,
            var other => throw new HostingException($"--{name} is true or false, not '{other}'."),
        };
    }

    /// <summary>
    /// What is convenient here would be a hole elsewhere, so a doubt is no: an environment that is named must be Development, and one that
    /// is not named must show no sign of a container.
    /// </summary>
    private static bool IsDeveloperMachine(string? named, Func<string, string?> variable)
    {
        named ??= variable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } web ? web : variable("DOTNET_ENVIRONMENT");
        if (!string.IsNullOrEmpty(named))
            return string.Equals(named, "Development", StringComparison.OrdinalIgnoreCase);
        return variable("DOTNET_RUNNING_IN_CONTAINER") is null or "" or "false" or "0"
            && string.IsNullOrEmpty(variable("ECS_CONTAINER_METADATA_URI_V4"))
            && string.IsNullOrEmpty(variable("ECS_CONTAINER_METADATA_URI"))
            && string.IsNullOrEmpty(variable("KUBERNETES_SERVICE_HOST"));
    }
}
