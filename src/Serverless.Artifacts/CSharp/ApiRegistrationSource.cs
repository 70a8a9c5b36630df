using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Describes the APIs to hosts other than API Gateway. All of it stands in a method that nobody calls on Lambda; the registration of
/// functions passes it on as a delegate.
/// </summary>
internal static class ApiRegistrationSource
{
    public const string ClassName = "ServerlessApis";

    private const string Runtime = "global::Serverless.Runtime.";

    /// <summary>
    /// False when there is nothing in front of the functions, and for an executable that references no host: it runs on Lambda only. A library
    /// may be served by a program of its own.
    /// </summary>
    public static bool IsNeeded(Application application) =>
        (!application.Project.IsExecutable || application.Project.HasHosting)
        && (application.Apis.Any() || application.Functions.Any(static function => function.Url is not null));

    public static string Render(Application application) => GeneratedFile.Render(
        application.Project.RootNamespace,
        "Tells hosts other than API Gateway which APIs there are.",
        ClassName,
        code =>
        {
            code.Line($"internal static {Runtime}ApplicationDescription Describe() => new(");
            Items(code, Runtime + "ApiDescription", application.Apis, (inner, api) => Api(inner, application, api), ",");
            Items(code, Runtime + "FunctionUrlDescription", application.Functions.Where(static f => f.Url is not null), static (inner, f) => inner.Line(Url(f) + ","), ");");
        });

    private static void Items<T>(CodeWriter code, string type, IEnumerable<T> items, Action<CodeWriter, T> write, string end)
    {
        code.Line($"    new {type}[]");
        using (code.Block("", "}" + end))
        {
            foreach (var item in items)
                write(code, item);
        }
    }

    private static void Api(CodeWriter code, Application application, Api api)
    {
        code.Line($"new({Text(api.LogicalId)}, {Runtime}ApiProtocol.{api.Kind}, {Text(api.StageName)})");
        using (code.Block("", "},"))
        {
            code.Line($"Routes = new {Runtime}RouteDescription[]");
            using (code.Block("", "},"))
            {
                foreach (var route in Routes(application, api))
                    code.Line(route + ",");
            }

            if (api.Authorizers.Count > 0)
                code.Line($"Authorizers = {Array("AuthorizerDescription", api.Authorizers.Select(Authorizer))},");
            if (api.StageVariables.Count > 0)
                code.Line($"StageVariables = {Pairs(api.StageVariables.Select(static v => (v.Name, v.Value)))},");
            if (api is HttpApi { Cors: { } httpCors })
                code.Line($"Cors = {Cors(httpCors)},");
            if (api is RestApi rest)
                Rest(code, application, rest);
            if (api is WebSocketApi socket)
                code.Line($"RouteSelectionExpression = {Text(socket.RouteSelectionExpression)},");
        }
    }

    private static void Rest(CodeWriter code, Application application, RestApi api)
    {
        var entries = application.Functions.SelectMany(f => f.Routes.Where(route => route.Api == api.LogicalId).Select(f.EntryOf)).OfType<HandlerEntry>();
        var binary = BinaryMediaTypes.Of(api, entries).ToEquatableArray();
        if (api.Cors is { } cors)
            code.Line($"Cors = {Cors(cors)},");
        if (api.ApiKeyFromAuthorizer)
            code.Line("ApiKeyFromAuthorizer = true,");
        if (binary.Count > 0)
            code.Line($"BinaryMediaTypes = {Texts(binary)},");
        if (api.UsagePlans.Count > 0)
            code.Line($"UsagePlans = {Array("UsagePlanDescription", api.UsagePlans.Select(static plan => $"new({Text(plan.Name)}, {Texts(plan.ApiKeys)})"))},");
    }

    private static IEnumerable<string> Routes(Application application, Api api)
    {
        if (api is WebSocketApi)
        {
            return application.Functions.SelectMany(f => f.WebSocketRoutes
                .Where(route => route.Api == api.LogicalId)
                .Select(route => Route(
                    route.RouteKey,
                    Function(f),
                    Access(route.Authorization) + Flag("ApiKeyRequired", route.ApiKeyRequired) + Flag("Responds", route.Responds))));
        }

        var ofFunctions = application.Functions.SelectMany(f => f.Routes
            .Where(route => route.Api == api.LogicalId)
            .Select(route => Route(
                route.RouteKey,
                Function(f),
                Access(route.Authorization) + Gateway(route) + Checks(api, route, f) + (route.PayloadFormatVersion == "2.0" ? "" : $"PayloadFormatVersion = {Text(route.PayloadFormatVersion)}, ") + Flag("Streaming", route.Streaming))));
        return ofFunctions.Concat(application.IntegrationRoutes
            .Where(route => route.Api == api.LogicalId)
            .Select(static route => Route(route.RouteKey, Target(route), Access(route.Authorization) + Gateway(route))));
    }

    private static string Route(string key, string target, string settings) =>
        $"new({Text(key)}, {target})" + (settings.Length == 0 ? "" : " { " + settings.TrimEnd(' ', ',') + " }");

    private static string Function(Function function) => $"new {Runtime}FunctionTarget({Text(function.LogicalId)})";

    private static string Target(IntegrationRoute route) => route.Integration switch
    {
        HttpProxyIntegration proxy => $"new {Runtime}ProxyTarget({Value(proxy.Uri)}, {Text(proxy.Method)}, {Bool(proxy.VpcLink is not null || proxy.Uri.Kind != AwsValueKind.Literal)})"
            + (proxy.Parameters.Count == 0 ? "" : $" {{ Parameters = {Pairs(proxy.Parameters.Select(static p => (p.Target, p.Source)))} }}"),
        MockIntegration mock => $"new {Runtime}MockTarget({GeneratedFile.Number(route.StatusCode)}, {Text(mock.ContentType)}, {Text(mock.Body)})",
        ServiceIntegration service => $"new {Runtime}ServiceTarget({Text(service.Service)}, {Text(service.Action)})",
        ExecutionIntegration execution => $"new {Runtime}ServiceTarget(\"states\", {(execution.IsSynchronous ? "\"StartSyncExecution\"" : "\"StartExecution\"")}) {{ Machine = {Text(execution.Machine)} }}",
        _ => throw new InvalidOperationException(route.Integration.GetType().Name + " has no description for hosts."),
    };

    private static string Access(RouteAuthorization authorization) => authorization.Kind switch
    {
        AuthorizationKind.Iam => $"Access = {Runtime}RouteAccess.Iam, ",
        AuthorizationKind.Authorizer => $"Access = {Runtime}RouteAccess.Authorizer, Authorizer = {Text(authorization.Name)}, "
            + (authorization.Scopes.Count == 0 ? "" : $"Scopes = {Texts(authorization.Scopes)}, "),
        _ => "",
    };

    private static string Gateway(GatewayRoute route) =>
        Flag("ApiKeyRequired", route.Rest.ApiKeyRequired) + (route.TimeoutMilliseconds is { } timeout ? $"TimeoutMilliseconds = {GeneratedFile.Number(timeout)}, " : "");

    /// <summary>What a request validator of a REST API refuses before the function is called. Absent headers are left to the handler there too.</summary>
    private static string Checks(Api api, HttpRoute route, Function function)
    {
        if (api is not RestApi rest || function.EntryOf(route) is not { } entry)
            return "";
        var validation = route.Rest.Validate ?? rest.Validate;
        var required = validation is RequestValidation.Parameters or RequestValidation.All
            ? ParameterRenderer.Flatten(entry.Parameters).Where(static p => p is { Source: ParameterSource.Query, IsRequired: true }).Select(static p => "method.request.querystring." + p.WireName).ToEquatableArray()
            : default;
        var checksBody = validation is RequestValidation.Body or RequestValidation.All
            && entry.Parameters.Any(static p => p is { Source: ParameterSource.Body, Form: ParameterForm.Json, IsRequired: true });
        return (required.Count == 0 ? "" : $"RequiredParameters = {Texts(required)}, ") + Flag("RequiresJsonBody", checksBody);
    }

    private static string Flag(string property, bool isSet) => isSet ? property + " = true, " : "";

    private static string Authorizer(Authorizer authorizer) =>
        $"new({Text(authorizer.Name)}, {Runtime}ApiAuthorizerKind.{authorizer.Kind}) {{ IdentitySources = {Texts(authorizer.IdentitySources)}"
        + (authorizer.Issuer is { } issuer ? $", Issuer = {Value(issuer)}" : "")
        + (authorizer.Audience.Count == 0 ? "" : $", Audience = new string[] {{ {string.Join(", ", authorizer.Audience.Select(Value))} }}")
        + (authorizer.Kind == AuthorizerKind.Lambda ? $", Function = {Text(authorizer.Function)}, ResultTtlSeconds = {GeneratedFile.Number(authorizer.ResultTtl)}" : "")
        + " }";

    private static string Url(Function function) =>
        $"new({Text(function.LogicalId)}, {Bool(function.Url!.IsPublic)}, {Bool(function.Url.Streaming)}, {(function.Url.Cors is { } cors ? Cors(cors) : "null")})";

    private static string Cors(CorsSettings cors) =>
        $"new({Texts(cors.Origins)}, {Texts(cors.Methods)}, {Texts(cors.Headers)}, {Texts(cors.ExposedHeaders)}, {(cors.MaxAge is { } age ? GeneratedFile.Number(age) : "null")}, {Bool(cors.Credentials)})";

    private static string Pairs(IEnumerable<(string Name, AwsValue Value)> pairs)
    {
        const string Pair = "global::System.Collections.Generic.KeyValuePair<string, string>";
        return $"new {Pair}[] {{ {string.Join(", ", pairs.Select(static p => $"new {Pair}({Text(p.Name)}, {Value(p.Value)})"))} }}";
    }

    private static string Array(string type, IEnumerable<string> items) => $"new {Runtime}{type}[] {{ {string.Join(", ", items)} }}";

    private static string Texts(EquatableArray<string> texts) =>
        texts.Count == 0 ? "global::System.Array.Empty<string>()" : $"new string[] {{ {string.Join(", ", texts.Select(static t => Text(t)))} }}";

    /// <summary>As it stands in source: what only a deployment knows cannot be filled in here.</summary>
    private static string Value(AwsValue value) => Text(value.Kind == AwsValueKind.Reference
        ? "@" + value.Text + (value.Attribute is null ? "" : "." + value.Attribute) + value.Suffix
        : value.Text);

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Text(string? text) => GeneratedFile.Literal(text);
}
