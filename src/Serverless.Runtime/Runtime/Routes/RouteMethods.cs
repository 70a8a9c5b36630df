using System.Text;

namespace Serverless.Runtime;

/// <summary>A set of methods. One letter stands for each in the routes that the generator writes.</summary>
internal struct RouteMethods
{
    /// <summary>`ANY` of a route; no request has it.</summary>
    public const byte Any = (byte)'*';

    private static readonly (byte Code, string Name)[] All =
    [
        ((byte)'G', "GET"), ((byte)'H', "HEAD"), ((byte)'P', "POST"), ((byte)'U', "PUT"), ((byte)'A', "PATCH"), ((byte)'D', "DELETE"), ((byte)'O', "OPTIONS"),
    ];

    private byte _bits;

    public readonly bool IsEmpty => _bits == 0;

    /// <summary>The letter of a method; 0 for one that no route can name.</summary>
    public static byte CodeOf(ReadOnlySpan<byte> method)
    {
        foreach (var (code, name) in All)
        {
            if (Ascii.Equals(method, name))
                return code;
        }

        return 0;
    }

    public void Add(byte code)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (All[i].Code == code)
                _bits |= (byte)(1 << i);
        }
    }

    /// <summary>As the `Allow` header lists them.</summary>
    public override readonly string ToString()
    {
        var bits = _bits;
        return string.Join(", ", All.Where((_, i) => (bits & (1 << i)) != 0).Select(static m => m.Name));
    }
}
