using System.Text.Json;
using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Integrations;

/// <summary>What aws-cdk-lib makes of each integration: built once, in one node process.</summary>
public sealed class CdkRoles : IAsyncLifetime
{
    internal IReadOnlyList<CdkCase> Cases { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var json = await NodeTool.RunAsync("cdk-roles.mjs", [], TimeSpan.FromMinutes(5));
        Cases = [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(static e => new CdkCase(e))];
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>One machine of the CDK.</summary>
internal sealed class CdkCase(JsonElement json)
{
    private const string Prefix = "arn:aws:states:::";

    /// <summary>As the CDK wrote it; `map` for the distributed Map.</summary>
    public string Resource { get; } = json.GetProperty("state").TryGetProperty(nameof(Resource), out var resource) ? resource.GetString()![Prefix.Length..] : "map";

    public IReadOnlyList<CdkStatement> Statements { get; } = [.. json.GetProperty("statements").EnumerateArray().Select(static s => new CdkStatement(s))];

    /// <summary>The same state in the model.</summary>
    public State ToState()
    {
        var state = json.GetProperty("state");
        if (Resource != "map")
            return new TaskState { Name = "T", Declaration = Make.At, Resource = Resource, Arguments = Data(state.GetProperty("Parameters")) };
        return new MapState
        {
            Name = "T",
            Declaration = Make.At,
            Processor = new StateGraph("Inner", EquatableArray.Of<State>(Make.Pass("Inner"))),
            Distributed = new DistributedMap
            {
                Label = state.GetProperty("Label").GetString(),
                Reader = new ItemReader { Source = ItemSource.File, Location = Data(state.GetProperty("ItemReader").GetProperty("Parameters")), InputType = "JSON" },
                Writer = new ResultWriter { Location = Data(state.GetProperty("ResultWriter").GetProperty("Parameters")) },
            },
        };
    }

    private static AslData Data(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new AslObject(json.EnumerateObject().Select(static m => m.Name.EndsWith(".$", StringComparison.Ordinal)
            ? new AslMember(m.Name[..^2], new AslPath(m.Value.GetString()!))
            : new AslMember(m.Name, Data(m.Value))).ToEquatableArray()),
        JsonValueKind.Array => new AslList(json.EnumerateArray().Select(Data).ToEquatableArray()),
        JsonValueKind.String => new AslText(json.GetString()!),
        JsonValueKind.Number => new AslNumber(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new AslBoolean(json.GetBoolean()),
        _ => new AslNull(),
    };
}

/// <summary>A statement of a role that the CDK made.</summary>
internal sealed class CdkStatement(JsonElement json)
{
    public IReadOnlyList<string> Actions { get; } = Texts(json.GetProperty("actions"));

    public IReadOnlyList<string> Resources { get; } = Texts(json.GetProperty("resources"));

    /// <summary>`StringEquals:iam:PassedToService`.</summary>
    public IReadOnlyList<string> ConditionKeys { get; } = json.GetProperty("condition") is { ValueKind: JsonValueKind.Object } condition
        ? [.. condition.EnumerateObject().SelectMany(static o => o.Value.EnumerateObject().Select(k => o.Name + ":" + k.Name))]
        : [];

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(static e => e.GetString()!)];
}
