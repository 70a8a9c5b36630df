using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// The attributes a single-valued setting may stand in, nearest first: the first that writes it wins, and a fault points there.
/// </summary>
internal sealed class SettingLevels
{
    private readonly ImmutableArray<Level> _levels;

    private SettingLevels(ImmutableArray<Level> levels) => _levels = levels;

    public static SettingLevels Of(params (DeclaredAttributes Owner, string Attribute)[] levels)
    {
        var found = ImmutableArray.CreateBuilder<Level>(levels.Length);
        foreach (var (owner, attribute) in levels)
        {
            if (owner.Find(attribute) is { } arguments)
                found.Add(new Level(owner, arguments));
        }

        return new SettingLevels(found.ToImmutable());
    }

    public Setting<int>? Int32(string name) => Find<int>(name);

    public Setting<bool>? Boolean(string name) => Find<bool>(name);

    public Setting<string>? String(string name) => Find<string>(name);

    public Setting<IReadOnlyList<string>>? StringArray(string name)
    {
        foreach (var level in _levels)
        {
            if (level.Arguments.StringArray(name) is { } values)
                return new Setting<IReadOnlyList<string>>(values, level.Owner.At(level.Arguments, name));
        }

        return null;
    }

    private Setting<T>? Find<T>(string name)
    {
        foreach (var level in _levels)
        {
            if (level.Arguments.TryGet<T>(name, out var value))
                return new Setting<T>(value, level.Owner.At(level.Arguments, name));
        }

        return null;
    }

    private readonly record struct Level(DeclaredAttributes Owner, AttributeArguments Arguments);
}

/// <summary>A value as written, and where.</summary>
internal readonly record struct Setting<T>(T Value, DeclarationRef At);
