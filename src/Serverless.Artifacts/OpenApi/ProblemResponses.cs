using System.Globalization;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Answers that say what went wrong. One of a common meaning is written once and referred to, but for REST APIs, which know no references to answers.</summary>
internal sealed class ProblemResponses(OpenApiDocument document)
{
    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);

    /// <summary>Null when there are none.</summary>
    public JsonObject? Components()
    {
        if (_components.Count == 0)
            return null;
        var components = new JsonObject();
        foreach (var component in _components)
            components.Add(component.Key, component.Value);
        return components;
    }

    /// <summary>The answer of a status in its usual meaning.</summary>
    public JsonObject Of(int status)
    {
        var phrase = Reasons.Of(status);
        if (document.IsRest)
            return Of(phrase);
        var name = "Problem" + status.ToString(CultureInfo.InvariantCulture);
        if (!_components.ContainsKey(name))
            _components.Add(name, Of(phrase));
        return new JsonObject { { "$ref", "#/components/responses/" + name } };
    }

    /// <summary>Every failure that is not listed.</summary>
    public JsonObject Other()
    {
        const string Name = "Problem";
        if (!_components.ContainsKey(Name))
            _components.Add(Name, Of("Any other failure."));
        return new JsonObject { { "$ref", "#/components/responses/" + Name } };
    }

    /// <summary>An answer with a meaning of its own.</summary>
    public JsonObject Of(string description) => new()
    {
        { "description", description },
        { "content", new JsonObject { { "application/problem+json", new JsonObject { { "schema", document.Schemas.Problem() } } } } },
    };
}
