using System.Collections.Immutable;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>The properties of one function: its own, and where it says nothing those of SAM's globals. Maps are merged, as SAM merges them.</summary>
internal sealed class FunctionSettings
{
    private readonly JsonObject? _own;
    private readonly JsonObject? _globals;

    public FunctionSettings(JsonNode? own, JsonObject? globals, bool templateIsWhole)
    {
        _own = own as JsonObject;
        _globals = globals;
        IsWhole = templateIsWhole && (own is null || (_own is not null && TemplateValue.IsWhole(_own))) && (globals is null || TemplateValue.IsWhole(globals));
    }

    /// <summary>What is absent is absent: no macro and no include puts anything in.</summary>
    public bool IsWhole { get; }

    public JsonNode? this[string name] => _own?[name] ?? _globals?[name];

    public string? Text(string name) => TemplateValue.Text(this[name]);

    public bool? SnapStart => this["SnapStart"] switch
    {
        null => IsWhole ? false : null,
        JsonObject settings => TemplateValue.Text(settings["ApplyOn"]) switch
        {
            "PublishedVersions" => true,
            "None" => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>Managed Instances: a capacity provider, and more than one invocation at a time in an environment, which is what it does unless told otherwise.</summary>
    public bool? IsConcurrent
    {
        get
        {
            if (this["CapacityProviderConfig"] is not { } node)
                return IsWhole ? false : null;
            if (node is not JsonObject settings || TemplateValue.IsIntrinsic(settings))
                return null;
            var inner = settings["LambdaManagedInstancesCapacityProviderConfig"] as JsonObject ?? settings;
            if (inner["PerExecutionEnvironmentMaxConcurrency"] is not { } limit)
                return true;
            return TemplateValue.Positive(limit) is { } most ? most > 1 : null;
        }
    }

    public ImmutableHashSet<string>? Environment
    {
        get
        {
            if (!IsWhole)
                return null;
            var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
            return AddNames(_own?["Environment"], names) && AddNames(_globals?["Environment"], names) ? names.ToImmutable() : null;
        }
    }

    private static bool AddNames(JsonNode? environment, ImmutableHashSet<string>.Builder names)
    {
        if (environment is null)
            return true;
        if (environment is not JsonObject obj || !TemplateValue.IsWhole(obj))
            return false;
        if (obj["Variables"] is not { } variables)
            return true;
        if (variables is not JsonObject all || !TemplateValue.IsWhole(all))
            return false;
        foreach (var variable in all)
            names.Add(variable.Name);
        return true;
    }
}
