using System.Globalization;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>Small pieces of models, so that a test shows only what it is about.</summary>
internal static class Make
{
    public static DeclarationRef At { get; } = new("T:App.Class");

    public static RouteAuthorization Iam { get; } = new(AuthorizationKind.Iam, "", default, IsWritten: true);

    public static ProjectFacts Project { get; } = new() { AssemblyName = "App", RootNamespace = "App", TargetFramework = "net10.0" };

    public static Application Application(
        IEnumerable<Function>? functions = null, IEnumerable<StateMachine>? machines = null, IEnumerable<Resource>? resources = null, IEnumerable<HttpApi>? apis = null) => new()
    {
        Project = Project,
        Functions = (functions ?? []).ToEquatableArray(),
        StateMachines = (machines ?? []).ToEquatableArray(),
        Resources = (resources ?? []).ToEquatableArray(),
        HttpApis = (apis ?? []).ToEquatableArray(),
    };

    public static Function Function(string id = "Work", FunctionSettings? settings = null, params Grant[] grants) => new()
    {
        LogicalId = id,
        Declaration = At,
        Handler = "App::App.Class_Handlers::" + id,
        Settings = settings ?? new FunctionSettings(),
        Grants = EquatableArray.Of(grants),
    };

    public static Grant Allow(string action, string? on, string? condition = null) => Grant(true, on, condition, action);

    public static Grant Grant(bool isAllow, string? on, string? condition, params string[] actions) =>
        new(isAllow, EquatableArray.Of(actions), on is null ? null : Value(on), condition, null, GrantTarget.Functions, At);

    public static HttpApi Api(string id = "AppApi") => new() { LogicalId = id, Declaration = At };

    public static RestApi RestApi(string id = "ShopApi") => new() { LogicalId = id, Declaration = At, StageName = "live" };

    public static WebSocketApi WebSocketApi(string id = "ChatApi") => new() { LogicalId = id, Declaration = At, StageName = "live" };

    public static WebSocketRoute Message(string key, string api = "ChatApi") => new() { Api = api, RouteKey = key, Declaration = At };

    /// <summary>An authorizer that the function of its name decides for.</summary>
    public static Authorizer LambdaAuthorizer(string name = "Decide", params string[] identitySources) =>
        new() { Name = name, Kind = AuthorizerKind.Lambda, Declaration = At, Function = name, IdentitySources = EquatableArray.Of(identitySources) };

    public static RouteAuthorization By(string name, params string[] scopes) => new(AuthorizationKind.Authorizer, name, EquatableArray.Of(scopes), IsWritten: true);

    public static IntegrationRoute Integration(string api, string method, string path, RouteIntegration integration) =>
        new() { Api = api, Method = method, Path = path, Declaration = At, Integration = integration };

    public static ServiceIntegration Service(string action, string? on) =>
        new(action.Split(':')[0], action.Split(':')[1], on is null ? null : Value(on), default);

    public static HttpRoute Route(string method, string path, string api = "AppApi") => new() { Api = api, Method = method, Path = path, Declaration = At };

    public static StateMachine Machine(params State[] states) => new()
    {
        LogicalId = "Flow",
        Declaration = At,
        Graph = new StateGraph(states[0].Name, EquatableArray.Of(states)),
    };

    public static TaskState FunctionTask(string name, string function) =>
        new() { Name = name, Declaration = At, Function = function, TimeoutSeconds = Number(60), RetryServiceErrors = true };

    public static TaskState Task(string name, string resource, params (string Name, AslData Value)[] arguments) =>
        new() { Name = name, Declaration = At, Resource = resource, Arguments = Object(arguments) };

    public static PassState Pass(string name, string? next = null) => new() { Name = name, Declaration = At, Next = next };

    public static AslObject Object(params (string Name, AslData Value)[] members) =>
        new(members.Select(static member => new AslMember(member.Name, member.Value)).ToEquatableArray());

    public static AslNumber Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static AslReference Reference(string value) => new(Value(value));

    public static AwsValue Value(string text) => AwsValue.TryParse(text, out var value, out var problem) ? value : throw new ArgumentException(problem, nameof(text));

    public static TableResource Table(string id = "Items") => new(id, At) { PartitionKey = new TableKey("id", KeyKind.String) };

    public static TemplateFragment Fragment(string json, params string[] resourceTypes) => new("resources.json", json, EquatableArray.Of(resourceTypes), default);
}
