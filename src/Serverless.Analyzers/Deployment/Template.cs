using System.Collections.Immutable;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>A template's resources, as the readers of functions and the rules ask for them.</summary>
internal sealed class Template
{
    private static readonly ImmutableHashSet<string> KnownTransforms = ImmutableHashSet.Create(
        StringComparer.Ordinal, "AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen", "AWS::SecretsManager-2020-07-23", "AWS::SecretsManager-2024-09-16");

    private readonly JsonObject? _root;
    private readonly JsonObject? _resources;

    public Template(JsonObject? root)
    {
        _root = root;
        _resources = root?["Resources"] as JsonObject;
    }

    public IReadOnlyList<JsonMember> Resources => _resources?.Members ?? [];

    /// <summary>What SAM gives every function.</summary>
    public JsonObject? FunctionGlobals => (_root?["Globals"] as JsonObject)?["Function"] as JsonObject;

    /// <summary>
    /// Nothing but the template says what its resources are. A macro of the user's own may add anything; only those of AWS are known not to.
    /// </summary>
    public bool IsWhole
    {
        get
        {
            if (_root is null || _resources is null || !TemplateValue.IsWhole(_root))
                return false;
            return _root["Transform"] switch
            {
                null => true,
                JsonString one => KnownTransforms.Contains(one.Value),
                JsonArray several => several.All(static item => item is JsonString one && KnownTransforms.Contains(one.Value)),
                _ => false,
            };
        }
    }

    public JsonObject? Resource(string? id) => id is null ? null : _resources?[id] as JsonObject;

    public string? TypeOf(string? id) => TypeOf(Resource(id));

    public static string? TypeOf(JsonObject? resource) => (resource?["Type"] as JsonString)?.Value;

    public JsonObject? Properties(string? id) => Resource(id)?["Properties"] as JsonObject;

    /// <summary>The function behind a reference: a version or an alias stands for what it belongs to.</summary>
    public string? FunctionOf(JsonNode? reference)
    {
        var id = TemplateReferences.Single(reference);
        for (var i = 0; i < 3 && TypeOf(id) is "AWS::Lambda::Alias" or "AWS::Lambda::Version"; i++)
            id = TemplateReferences.Single(Properties(id)?["FunctionName"]);
        return TypeOf(id) is "AWS::Serverless::Function" or "AWS::Lambda::Function" ? id : null;
    }
}
