using System.Globalization;

namespace Serverless.Model;

/// <summary>Where in the file the services are.</summary>
internal sealed class IamIndex
{
    private readonly byte[] _file;
    private readonly List<(int Offset, int Length)> _blocks = [];
    private readonly Dictionary<string, IamPlace> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _sdk = new(StringComparer.Ordinal);

    /// <summary>The block that was inflated last: services that are asked for together often lie together.</summary>
    private (int Block, byte[] Bytes)? _last;

    private IamIndex(byte[] file, string source) => (_file, Source) = (file, source);

    public string Source { get; }

    public IReadOnlyList<string> Services { get; private set; } = [];

    public IReadOnlyList<string> SdkServices { get; private set; } = [];

    public static IamIndex Read(byte[] file)
    {
        var line = Array.IndexOf(file, (byte)'\n');
        var length = file[line + 1] | (file[line + 2] << 8) | (file[line + 3] << 16) | (file[line + 4] << 24);
        var start = line + 1 + sizeof(int);
        var text = IamCatalogue.Inflate(file, start, length);
        var index = new IamIndex(file, IamCatalogue.Text(file, 0, line));
        index.Read(IamCatalogue.Text(text, 0, text.Length), start + length);
        return index;
    }

    public IamPlace? Find(string prefix) => _places.TryGetValue(prefix, out var place) ? place : null;

    public bool TryFindSdk(string name, out string? prefix) => _sdk.TryGetValue(name, out prefix);

    /// <summary>The place with the text of the service in it.</summary>
    public IamText TextOf(IamPlace place)
    {
        lock (_blocks)
        {
            if (_last is not { } last || last.Block != place.Block)
            {
                var (offset, length) = _blocks[place.Block];
                _last = last = (place.Block, IamCatalogue.Inflate(_file, offset, length));
            }

            return new IamText(place.Prefix, place.Name, IamCatalogue.Text(last.Bytes, place.Offset, place.Length));
        }
    }

    private void Read(string text, int offset)
    {
        var services = new List<string>();
        var sdk = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.Length == 0)
                continue;
            if (line[0] == '#')
            {
                var length = Number(line.Substring(1));
                _blocks.Add((offset, length));
                offset += length;
                continue;
            }

            var fields = line.Split('\t');
            if (line[0] == '@')
            {
                sdk.Add(fields[0].Substring(1));
                _sdk.Add(fields[0].Substring(1), fields[1].Length == 0 ? null : fields[1]);
            }
            else
            {
                services.Add(fields[0]);
                _places.Add(fields[0], new IamPlace(fields[0], fields[1], Number(fields[2]), Number(fields[3]), Number(fields[4])));
            }
        }

        Services = services;
        SdkServices = sdk;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <param name="Prefix">`dynamodb`.</param>
/// <param name="Name">`Amazon DynamoDB`.</param>
/// <param name="Block">Number of the block.</param>
/// <param name="Offset">In the inflated block, in bytes.</param>
/// <param name="Length">In bytes.</param>
internal sealed record IamPlace(string Prefix, string Name, int Block, int Offset, int Length);

/// <summary>A service before it is parsed.</summary>
internal sealed record IamText(string Prefix, string Name, string Text);
