using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Fills the holes of a template with what a task's arguments name.</summary>
internal static class ArnFiller
{
    private const string Any = "*";

    /// <summary>
    /// The ARNs: one for each item where a hole is in a list. None when a hole has no value of its form. An argument that is an ARN stands for
    /// the template up to its hole, and what follows the hole is put behind it.
    /// </summary>
    public static IEnumerable<DeployedValue> Fill(ArnTemplate template, TaskArguments arguments)
    {
        if (template.Whole is { } whole && arguments.SurelyHas(whole))
            return arguments.At(whole).Select(argument => HoleValue.Of(new Hole(0, 0, whole, HoleForm.Value, null), argument, arguments.Resolver).Arn ?? Around(template));
        switch (template.Holes.Length)
        {
            case 0:
                return [Plain(template.Text)];
            case 1:
                var hole = template.Holes[0];
                var found = arguments.At(hole.Argument).ToList();

                // Of the items of a list some may be of another kind and not have the argument.
                if (hole.Default is null && found.Any(static argument => argument.State != ArgumentState.Absent))
                    found.RemoveAll(static argument => argument.State == ArgumentState.Absent);
                return found.Select(argument => One(template, hole, argument, arguments.Resolver)).OfType<DeployedValue>();
            default:
                var text = new StringBuilder();
                var from = 0;
                foreach (var part in template.Holes)
                {
                    var filled = HoleValue.Of(part, arguments.At(part.Argument).First(), arguments.Resolver);
                    if (filled.IsInapplicable)
                        return [];
                    if (filled.Arn is { } arn)
                        text.Clear().Append(arn.ToPattern());
                    else
                        text.Append(template.Text, from, part.Start - from).Append(filled.Name ?? Any);
                    from = part.Start + part.Length;
                }

                return [DeployedValue.Sub(text.Append(template.Text, from, template.Text.Length - from).ToString())];
        }
    }

    /// <summary>True when the arguments name something of the template.</summary>
    public static bool IsNamed(ArnTemplate template, TaskArguments arguments) =>
        (template.Whole is { } whole && arguments.SurelyHas(whole)) || template.Holes.Any(hole => arguments.SurelyHas(hole.Argument));

    /// <summary>The value of a condition; null when the run decides it.</summary>
    public static DeployedValue? Value(ArnTemplate template, TaskArguments arguments)
    {
        if (template.Holes.Length == 0)
            return Plain(template.Text);
        var hole = template.Holes[0];
        var filled = HoleValue.Of(hole, arguments.At(hole.Argument).First(), arguments.Resolver);
        return filled.Arn ?? (filled.Name is { } name ? DeployedValue.Sub(Around(template, hole, name)) : null);
    }

    private static DeployedValue? One(ArnTemplate template, Hole hole, Argument argument, ReferenceResolver resolver)
    {
        var filled = HoleValue.Of(hole, argument, resolver);
        if (filled.IsInapplicable)
            return null;
        return filled.Arn is { } arn ? arn.Append(template.Text.Substring(hole.Start + hole.Length)) : DeployedValue.Sub(Around(template, hole, filled.Name ?? Any));
    }

    private static string Around(ArnTemplate template, Hole hole, string value) =>
        template.Text.Substring(0, hole.Start) + value + template.Text.Substring(hole.Start + hole.Length);

    /// <summary>With `*` in all holes.</summary>
    private static DeployedValue Around(ArnTemplate template)
    {
        var text = new StringBuilder(template.Text);
        foreach (var hole in Enumerable.Reverse(template.Holes))
            text.Remove(hole.Start, hole.Length).Insert(hole.Start, Any);
        return Plain(text.ToString());
    }

    private static DeployedValue Plain(string text) => text.Contains("${") ? DeployedValue.Sub(text) : DeployedValue.Literal(text);
}
