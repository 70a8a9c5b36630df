using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Tags of the application with those of a resource over them, in the two shapes that CloudFormation knows.</summary>
internal static class TemplateTags
{
    /// <summary>`[{ "Key", "Value" }]`, or null.</summary>
    public static JsonArray? List(Application application, EquatableArray<Tag> own = default)
    {
        var tags = Merge(application, own);
        return tags.Count == 0 ? null : new JsonArray(tags.Select(static tag => new JsonObject { { "Key", tag.Key }, { "Value", tag.Value } }));
    }

    /// <summary>`{ key: value }`, as SAM resources have it, or null.</summary>
    public static JsonObject? Map(Application application, EquatableArray<Tag> own = default)
    {
        var tags = Merge(application, own);
        if (tags.Count == 0)
            return null;
        var map = new JsonObject();
        foreach (var tag in tags)
            map.Add(tag.Key, tag.Value);
        return map;
    }

    private static List<Tag> Merge(Application application, EquatableArray<Tag> own)
    {
        var merged = new List<Tag>();
        foreach (var tag in application.Settings.Tags.Concat(own))
        {
            var at = merged.FindIndex(other => other.Key == tag.Key);
            if (at < 0)
                merged.Add(tag);
            else
                merged[at] = tag;
        }

        return merged;
    }
}
