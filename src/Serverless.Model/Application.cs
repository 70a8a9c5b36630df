namespace Serverless.Model;

/// <summary>
/// A serverless application as data: everything the renderers need, and nothing of the compiler it was read with.
/// Front ends produce it, validation reads it, renderers turn it into text.
/// </summary>
internal sealed record Application
{
    public required ProjectFacts Project { get; init; }

    public ApplicationSettings Settings { get; init; } = new();

    /// <summary>Ordered by logical id.</summary>
    public EquatableArray<Function> Functions { get; init; }

    /// <summary>Tasks of state machines that run in containers, ordered by logical id.</summary>
    public EquatableArray<ContainerTask> ContainerTasks { get; init; }

    /// <summary>Ordered by logical id.</summary>
    public EquatableArray<HttpApi> HttpApis { get; init; }

    /// <summary>Ordered by logical id.</summary>
    public EquatableArray<RestApi> RestApis { get; init; }

    /// <summary>Ordered by logical id.</summary>
    public EquatableArray<WebSocketApi> WebSocketApis { get; init; }

    /// <summary>Routes that no function answers, ordered by API and route key.</summary>
    public EquatableArray<IntegrationRoute> IntegrationRoutes { get; init; }

    /// <summary>Types that travel as JSON, ordered by type: what OpenAPI describes.</summary>
    public EquatableArray<JsonType> JsonTypes { get; init; }

    /// <summary>Types whose JSON generated code reads and writes itself.</summary>
    public PlainJson PlainJson { get; init; } = PlainJson.None;

    /// <summary>Ordered by logical id.</summary>
    public EquatableArray<StateMachine> StateMachines { get; init; }

    /// <summary>Resources declared in code, ordered by id.</summary>
    public EquatableArray<Resource> Resources { get; init; }

    public EquatableArray<TemplateParameter> Parameters { get; init; }

    public EquatableArray<TemplateOutput> Outputs { get; init; }

    /// <summary>The user's own CloudFormation, in the order of the project file.</summary>
    public EquatableArray<TemplateFragment> Fragments { get; init; }

    /// <summary>How generated code builds the objects that handlers need.</summary>
    public ServiceGraph Services { get; init; } = ServiceGraph.Empty;

    /// <summary>What the front ends and the validation found wrong.</summary>
    public EquatableArray<Fault> Faults { get; init; }

    /// <summary>Every API, of every kind.</summary>
    public IEnumerable<Api> Apis => HttpApis.Concat<Api>(RestApis).Concat(WebSocketApis);

    /// <summary>Every route of HTTP and REST APIs, whoever answers it.</summary>
    public IEnumerable<GatewayRoute> Routes => Functions.SelectMany(static function => function.Routes).Concat<GatewayRoute>(IntegrationRoutes);

    /// <summary>What generated code calls methods for: functions, and tasks in containers.</summary>
    public IEnumerable<Function> Handlers => Functions.Concat(ContainerTasks.Select(static task => task.AsFunction())).Where(static function => function.Entry is not null);

    /// <summary>True when the project declares nothing of ours: nothing is generated then.</summary>
    public bool IsEmpty => Functions.Count == 0 && ContainerTasks.Count == 0 && StateMachines.Count == 0 && HttpApis.Count == 0 && RestApis.Count == 0 && WebSocketApis.Count == 0 && Resources.Count == 0 && Faults.Count == 0;
}

/// <summary>What the project file and the references say.</summary>
internal sealed record ProjectFacts
{
    public required string AssemblyName { get; init; }

    /// <summary>Namespace of the artifact class.</summary>
    public required string RootNamespace { get; init; }

    public bool IsExecutable { get; init; }

    /// <summary>The project has an entry point of its own, so none is generated.</summary>
    public bool HasOwnMain { get; init; }

    /// <summary>`net8.0`, `net10.0`; empty when unknown.</summary>
    public string TargetFramework { get; init; } = "";

    public string RuntimeIdentifier { get; init; } = "";

    public bool PublishAot { get; init; }

    public bool SelfContained { get; init; }

    /// <summary>`Amazon.Lambda.Core.ILambdaContext` is referenced: handlers take it and have an exact deadline.</summary>
    public bool HasLambdaCore { get; init; }

    /// <summary>`Serverless.Hosting` is referenced.</summary>
    public bool HasHosting { get; init; }

    /// <summary>`Microsoft.Extensions.Logging.Abstractions` is referenced.</summary>
    public bool HasLogging { get; init; }

    /// <summary>Fully qualified name of the JsonSerializerContext, or null.</summary>
    public string? JsonContext { get; init; }

    /// <summary>Generated code reads and writes plain types itself (`ServerlessDirectJson`).</summary>
    public bool DirectJson { get; init; } = true;

    /// <summary>Artifact kinds to emit (`ServerlessArtifacts`), empty = all.</summary>
    public EquatableArray<string> ArtifactKinds { get; init; }
}

/// <summary>`[assembly: ServerlessApplication]`, the built-in defaults where nothing is written.</summary>
internal sealed record ApplicationSettings
{
    public string? Description { get; init; }

    public RemovalPolicy Removal { get; init; }

    public AwsValue? PermissionsBoundary { get; init; }

    public bool Tracing { get; init; }

    public int LogRetentionDays { get; init; } = 30;

    public EquatableArray<Tag> Tags { get; init; }
}

/// <summary>What becomes of stateful resources when the stack goes.</summary>
internal enum RemovalPolicy
{
    /// <summary>Stateful resources are kept, the rest goes.</summary>
    Default,
    Retain,
    Delete,
}

internal sealed record Tag(string Key, string Value);

internal sealed record TemplateParameter(
    string Name, string Type, string? Default, string? Description, string? AllowedPattern, EquatableArray<string> AllowedValues, bool NoEcho, DeclarationRef Declaration);

internal sealed record TemplateOutput(string Name, AwsValue Value, string? Description, string? ExportName, DeclarationRef Declaration);

/// <summary>One JSON file of the user's own CloudFormation: kept as text, parsed where it is merged.</summary>
/// <param name="Path">As the project file names it.</param>
/// <param name="Json">Its text.</param>
/// <param name="ResourceTypes">`id=AWS::Type` for each resource it declares.</param>
/// <param name="ParameterNames">Parameters it declares.</param>
internal sealed record TemplateFragment(string Path, string Json, EquatableArray<string> ResourceTypes, EquatableArray<string> ParameterNames);
