using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Serverless.Analyzers.Tests.Json;

/// <summary>Values of a type with anything in their fields that .NET allows: nulls against annotations, lone surrogates, not-a-numbers, enums without a name.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string?[] Strings = ["", "a", "text", "ü", "日本", "😀", "<&'\"+>`\\/", "\n\t\b\f\r", "\0\u001f\u007f\u0080\u2028\ufeff", "\ud800", "x\udc00y", "\u00e9\ud83d", new('x', 200), "a b", null];
    private static readonly double[] Doubles = [0, -0.0, 1, -1.5, 0.1, 1e300, -1e-300, double.Epsilon, double.MaxValue, Math.PI, 1e21, 123456789.123456789];
    private static readonly double[] Others = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private readonly Random _random = new(seed);

    /// <summary>Now and then a chain that is deeper than the serialiser writes by reflection.</summary>
    private bool IsDeep => seed % 7 == 0;

    public object? Next(Type type, int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return _random.Next(4) == 0 ? null : Next(underlying, depth);
        if (Scalar(type) is { } scalar)
            return scalar;
        if (type == typeof(string))
            return _random.Next(2) == 0 ? Strings[_random.Next(Strings.Length)] : "text " + _random.Next();
        if (!type.IsValueType && !(IsDeep && depth > 3) && _random.Next(depth > 3 ? 2 : 12) == 0)
            return null;
        if (type.IsArray)
            return Items(type.GetElementType()!, depth) is var items ? ToArray(items, type.GetElementType()!) : null;
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return type.GenericTypeArguments is [_, var value] ? Map(value, depth) : Items(type.GenericTypeArguments[0], depth);
        return Object(type, depth);
    }

    private object? Scalar(Type type)
    {
        if (type.IsEnum)
        {
            var values = Enum.GetValuesAsUnderlyingType(type);
            return Enum.ToObject(type, _random.Next(8) == 0 ? (byte)_random.Next(256) : values.GetValue(_random.Next(values.Length))!);
        }

        if (type == typeof(double))
            return Double();
        if (type == typeof(float))
            return (float)Double();
        if (type == typeof(decimal))
            return new decimal(_random.Next(), _random.Next(3) == 0 ? _random.Next() : 0, 0, _random.Next(2) == 0, (byte)_random.Next(29));
        if (type == typeof(char))
            return "aü<\"\\\0\ud800\u2028"[_random.Next(8)];
        if (type == typeof(Guid))
            return new Guid(Bytes(16));
        if (type == typeof(DateTime))
            return new DateTime(Ticks(), (DateTimeKind)_random.Next(3));
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(Math.Clamp(Ticks(), TimeSpan.TicksPerDay * 2, DateTime.MaxValue.Ticks - (TimeSpan.TicksPerDay * 2)), TimeSpan.FromMinutes(_random.Next(-840, 841)));
        if (type == typeof(DateOnly))
            return DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber + 1));
        if (type == typeof(TimeOnly))
            return new TimeOnly(Ticks() % TimeSpan.TicksPerDay);
        if (type == typeof(TimeSpan))
            return new TimeSpan(_random.Next(4) == 0 ? _random.NextInt64(long.MinValue, long.MaxValue) : _random.NextInt64(-1_000_000_000_000, 1_000_000_000_000));
        if (type == typeof(byte[]))
            return Bytes(_random.Next(40));
        if (!type.IsPrimitive)
            return null;
        var target = Array.CreateInstance(type, 1);
        Buffer.BlockCopy(Bytes(8), 0, target, 0, Buffer.ByteLength(target));
        return type == typeof(bool) ? _random.Next(2) == 0 : _random.Next(3) == 0 ? Convert.ChangeType(_random.Next(100), type, System.Globalization.CultureInfo.InvariantCulture) : target.GetValue(0);
    }

    private double Double() => _random.Next(40) == 0 ? Others[_random.Next(3)] : _random.Next(2) == 0 ? Doubles[_random.Next(Doubles.Length)] : Finite(BitConverter.ToDouble(Bytes(8)));

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private long Ticks() => _random.Next(3) switch
    {
        0 => _random.NextInt64(DateTime.MaxValue.Ticks + 1),
        1 => _random.NextInt64(DateTime.MaxValue.Ticks / 10_000_000) * 10_000_000,
        _ => _random.NextInt64(3_000_000) * TimeSpan.TicksPerDay,
    };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private IList Items(Type item, int depth)
    {
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var count = depth > 4 ? 0 : _random.Next(4); count > 0; count--)
            items.Add(Next(item, depth + 1));
        return items;
    }

    private static Array ToArray(IList items, Type item)
    {
        var array = Array.CreateInstance(item, items.Count);
        items.CopyTo(array, 0);
        return array;
    }

    private IDictionary Map(Type value, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        for (var count = depth > 4 ? 0 : _random.Next(4); count > 0; count--)
            map[Strings[_random.Next(Strings.Length - 1)]!] = Next(value, depth + 1);
        return map;
    }

    private object Object(Type type, int depth)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        for (var current = type; current != typeof(object) && current is not null; current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                field.SetValue(value, depth < (IsDeep ? (field.FieldType == type ? 70 : 2) : 6) ? Next(field.FieldType, depth + 1) : field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
            }
        }

        return value;
    }
}
