using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// The names a definition uses for what only the deployment knows. `${OrdersTable}` reads better than an ARN, so a name is
/// the id, with the wanted attribute behind it where it is not what `Ref` gives.
/// </summary>
internal sealed class Substitutions(ReferenceResolver resolver)
{
    private readonly List<KeyValuePair<string, DeployedValue>> _entries = [];

    /// <summary>In the order of first use.</summary>
    public IReadOnlyList<KeyValuePair<string, DeployedValue>> Entries => _entries;

    /// <summary>`${Id}` for a function: its ARN. The id alone names it, for a function is never named otherwise in a definition.</summary>
    public string ForFunction(string id) => Placeholder(id, resolver.Arn(id));

    /// <summary>`${name}` for a value that the template makes; a text that is known stays itself.</summary>
    public string For(string name, DeployedValue value) => value.Kind == DeployedValueKind.Text ? value.ToPlaceholderText() : Placeholder(name, value);

    /// <summary>A value in the arguments of an integration. The argument's name says what is wanted there.</summary>
    public string ForArgument(AwsValue value, string? argument, string? service)
    {
        var resolved = resolver.Resolve(value, FormOf(argument), service);
        return resolved.Kind switch
        {
            DeployedValueKind.Text => resolved.ToPlaceholderText(),
            DeployedValueKind.Ref => Placeholder(resolved.Text, resolved),
            DeployedValueKind.GetAtt => Placeholder(resolved.Text + LettersOf(resolved.Attribute!), resolved),
            _ => Placeholder(value.ReferencedId is { } id ? id + "Value" : "Value", resolved),
        };
    }

    /// <summary>Arguments that end in `Arn` want an ARN, those that end in `Url` a URL; the others a name, except for functions, whose ARN pins account and region.</summary>
    private static ReferenceForm FormOf(string? argument) => argument switch
    {
        null => ReferenceForm.Ref,
        "FunctionName" => ReferenceForm.Arn,
        _ when argument.EndsWith("Arn", StringComparison.Ordinal) => ReferenceForm.Arn,
        _ when argument.EndsWith("Url", StringComparison.Ordinal) => ReferenceForm.Url,
        _ when argument.EndsWith("Name", StringComparison.Ordinal) => ReferenceForm.Name,
        _ => ReferenceForm.Ref,
    };

    private string Placeholder(string name, DeployedValue value)
    {
        var unique = name;
        for (var number = 2; ; number++)
        {
            var at = _entries.FindIndex(entry => entry.Key == unique);
            if (at < 0)
            {
                _entries.Add(new(unique, value));
                return "${" + unique + "}";
            }

            if (_entries[at].Value == value)
                return "${" + unique + "}";
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static string LettersOf(string attribute) => attribute.Replace(".", "");
}
