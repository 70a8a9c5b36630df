using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>`[ResourceTag]`: added up, the nearer value of a key wins.</summary>
internal static class TagReader
{
    public static EquatableArray<Tag> Read(IEnumerable<DeclaredAttributes> outward, Reading reading)
    {
        List<Tag>? tags = null;
        foreach (var owner in outward)
        {
            foreach (var attribute in owner.All("ResourceTag"))
            {
                if (attribute.Constructor<string>(0) is not { } key || attribute.Constructor<string>(1) is not { } value)
                    continue;
                if (key.Length is 0 or > 128)
                    reading.Report(RuleIds.ValueOutOfRange, owner.At(attribute, "key"), "key", key, "1 to 128 characters");
                if (value.Length > 256)
                    reading.Report(RuleIds.ValueOutOfRange, owner.At(attribute, "value"), "value", value, "0 to 256 characters");
                tags ??= [];
                tags.RemoveAll(tag => tag.Key == key);
                tags.Add(new Tag(key, value));
                if (tags.Count == 51)
                    reading.Report(RuleIds.ValueOutOfRange, owner.At(attribute), "the number of tags", "51", "0 to 50");
            }
        }

        return tags is null ? default : tags.ToEquatableArray();
    }
}
