using System.Globalization;

namespace Serverless.Model;

/// <summary>A service of IAM.</summary>
internal sealed class IamService
{
    private readonly Dictionary<string, IamAction> _actions = new(StringComparer.OrdinalIgnoreCase);

    private IamService(string prefix, string name) => (Prefix, Name) = (prefix, name);

    /// <summary>`dynamodb`.</summary>
    public string Prefix { get; }

    /// <summary>`Amazon DynamoDB`.</summary>
    public string Name { get; }

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<IamAction> Actions { get; private set; } = [];

    public IReadOnlyList<IamResourceType> ResourceTypes { get; private set; } = [];

    public IReadOnlyList<IamConditionKey> ConditionKeys { get; private set; } = [];

    /// <summary>An action in any casing, as IAM compares them; null when it is not known.</summary>
    public IamAction? FindAction(string name) => _actions.TryGetValue(name, out var action) ? action : null;

    internal static IamService Parse(IamText text)
    {
        var service = new IamService(text.Prefix, text.Name);
        var keys = new List<IamConditionKey>();
        var types = new List<IamResourceType>();
        var actions = new List<IamAction>();
        foreach (var line in text.Text.Split('\n'))
        {
            if (line.Length == 0)
                continue;
            var fields = line.Split('\t');
            switch (line[0])
            {
                case '?':
                    keys.Add(new IamConditionKey(fields[0].Substring(1), fields[1]));
                    break;
                case ':':
                    types.Add(new IamResourceType(fields[0].Substring(1), Arn(text.Prefix, fields[1]), Keys(fields[2], ',', keys)));
                    break;
                default:
                    var action = new IamAction(text.Prefix, fields[0], LevelOf(fields[1][0]), Resources(fields[1].Substring(1), types, keys), Keys(Field(fields, 2), ',', keys), List(Field(fields, 3), ','));
                    actions.Add(action);
                    service._actions[action.Name] = action;
                    break;
            }
        }

        service.Actions = actions;
        service.ResourceTypes = types;
        service.ConditionKeys = keys;
        return service;
    }

    private static string Arn(string prefix, string arn) =>
        arn.StartsWith("~", StringComparison.Ordinal) ? "arn:${Partition}:" + prefix + ":${Region}:${Account}:" + arn.Substring(1) : arn;

    private static IamActionResource[] Resources(string text, List<IamResourceType> types, List<IamConditionKey> keys) =>
        List(text, ',').Select(entry =>
        {
            var dependents = Cut(ref entry, '>');
            var conditions = Cut(ref entry, '?');
            var isRequired = entry.EndsWith("*", StringComparison.Ordinal);
            return new IamActionResource(types[Number(isRequired ? entry.Substring(0, entry.Length - 1) : entry)], isRequired, Keys(conditions, '+', keys), List(dependents, '+'));
        }).ToArray();

    /// <summary>What stands behind the separator, which is cut off with it.</summary>
    private static string Cut(ref string text, char separator)
    {
        var at = text.IndexOf(separator);
        if (at < 0)
            return "";
        var tail = text.Substring(at + 1);
        text = text.Substring(0, at);
        return tail;
    }

    /// <summary>A number stands for a key of the service; what is no number is a key by itself.</summary>
    private static string[] Keys(string text, char separator, List<IamConditionKey> keys) =>
        List(text, separator).Select(entry => char.IsDigit(entry[0]) ? keys[Number(entry)].Name : entry).ToArray();

    private static string[] List(string text, char separator) => text.Length == 0 ? [] : text.Split(separator);

    private static string Field(string[] fields, int index) => index < fields.Length ? fields[index] : "";

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IamAccessLevel LevelOf(char letter) => letter switch
    {
        'R' => IamAccessLevel.Read,
        'L' => IamAccessLevel.List,
        'T' => IamAccessLevel.Tagging,
        'P' => IamAccessLevel.PermissionsManagement,
        _ => IamAccessLevel.Write,
    };
}
