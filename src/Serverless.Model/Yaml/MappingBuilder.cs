using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <summary>The members of a mapping. What `&lt;&lt;` merges comes last and never hides what the mapping says itself.</summary>
internal sealed class MappingBuilder
{
    private readonly JsonObject _object = new();
    private List<JsonMember>? _merges;

    public void Add(ScalarText key, JsonNode value)
    {
        var member = new JsonMember(key.Text, value) { NameStart = key.Start, NameLength = key.End - key.Start };
        if (key.Text == "<<" && key.End - key.Start == 2)
            (_merges ??= []).Add(member);
        else
            _object.Append(member);
    }

    public JsonObject Build()
    {
        if (_merges is not null)
        {
            foreach (var merge in _merges)
                Merge(merge);
        }

        return _object;
    }

    private void Merge(JsonMember merge)
    {
        if (merge.Value is JsonObject one)
        {
            Merge(one);
        }
        else if (merge.Value is JsonArray several && several.All(static item => item is JsonObject))
        {
            foreach (var item in several)
                Merge((JsonObject)item);
        }
        else
        {
            _object.Append(merge);
        }
    }

    private void Merge(JsonObject from)
    {
        foreach (var member in from)
        {
            if (_object.Find(member.Name) is null)
                _object.Append(member);
        }
    }
}
