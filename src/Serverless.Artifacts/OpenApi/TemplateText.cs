using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Texts of the user with `${…}` in them: mapping templates and policies. `${Id}` is filled in by the deployment where the application has
/// such an id; every other one belongs to Velocity or IAM and stays.
/// </summary>
internal sealed class TemplateText
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ReferenceResolver _resolver;

    public TemplateText(Application application, ReferenceResolver resolver)
    {
        _resolver = resolver;
        foreach (var parameter in application.Parameters)
            _ids.Add(parameter.Name);
        foreach (var fragment in application.Fragments)
            _ids.UnionWith(fragment.ParameterNames);
    }

    public DeployedValue Of(string text)
    {
        var pattern = new StringBuilder(text.Length + 8);
        var isFilled = false;
        var from = 0;
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            pattern.Append(text, from, open - from);
            from = open + 2;
            var isOurs = close > 0 && IsKnown(text.Substring(open + 2, close - open - 2));
            isFilled |= isOurs;
            pattern.Append(isOurs ? "${" : "${!");
        }

        pattern.Append(text, from, text.Length - from);
        return isFilled ? DeployedValue.Sub(pattern.ToString()) : DeployedValue.Literal(pattern.ToString());
    }

    private bool IsKnown(string name)
    {
        if (name.StartsWith("AWS::", StringComparison.Ordinal))
            return true;
        var dot = name.IndexOf('.');
        var id = dot < 0 ? name : name.Substring(0, dot);
        return _ids.Contains(id) || _resolver.FindType(id) is not null;
    }
}
