using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Spells values with placeholders and remembers which ones it used.</summary>
internal sealed class ValueSpeller(ReferenceResolver resolver)
{
    private readonly SortedSet<string> _placeholders = new(StringComparer.Ordinal);

    public ReferenceResolver Resolver => resolver;

    public IEnumerable<string> Placeholders => _placeholders;

    public JsonString Spell(AwsValue value, ReferenceForm form = ReferenceForm.Ref) => Spell(resolver.Resolve(value, form));

    public JsonString Spell(DeployedValue value)
    {
        _placeholders.UnionWith(value.Placeholders());
        return new JsonString(value.ToPlaceholderText());
    }

    public JsonString? SpellOptional(AwsValue? value, ReferenceForm form = ReferenceForm.Ref) => value is null ? null : Spell(value, form);

    /// <summary>Null when there are none.</summary>
    public JsonArray? SpellMany(EquatableArray<AwsValue> values, ReferenceForm form = ReferenceForm.Ref) =>
        values.Count == 0 ? null : new JsonArray(values.Select(value => Spell(value, form)));
}
