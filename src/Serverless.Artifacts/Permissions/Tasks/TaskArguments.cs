using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a task gives its integration, read by path: `Overrides.TaskRoleArn`, `Entries[].EventBusName`.</summary>
internal sealed class TaskArguments(AslData? arguments, ReferenceResolver resolver)
{
    private const string Each = "[]";

    public ReferenceResolver Resolver { get; } = resolver;

    /// <summary>
    /// The values at a path: several where it leads through a list, one with <see cref="ArgumentState.Absent"/> where there is nothing. Without
    /// arguments of its own a task gives its input, so that everything may be there.
    /// </summary>
    public IEnumerable<Argument> At(string path)
    {
        IEnumerable<Argument> found = [new Argument(arguments is null ? ArgumentState.Computed : ArgumentState.Given, arguments)];
        foreach (var step in path.Split('.'))
        {
            var isList = step.EndsWith(Each, StringComparison.Ordinal);
            var name = isList ? step.Substring(0, step.Length - Each.Length) : step;
            found = found.Select(argument => Member(argument, name));
            if (isList)
                found = found.SelectMany(Items);
        }

        return found.ToList();
    }

    /// <summary>True when something is there, or may be.</summary>
    public bool MayHave(string path) => At(path).Any(static argument => argument.State != ArgumentState.Absent);

    private static Argument Member(Argument of, string name) => of switch
    {
        { State: not ArgumentState.Given } => of,
        { Value: AslObject obj } => obj.Members.FirstOrDefault(member => member.Name == name) is { } member ? Of(member.Value) : new Argument(ArgumentState.Absent, null),
        _ => new Argument(ArgumentState.Computed, null),
    };

    private static IEnumerable<Argument> Items(Argument of) => of switch
    {
        { State: not ArgumentState.Given } => [of],
        { Value: AslList list } => list.Items.Select(Of),
        _ => [new Argument(ArgumentState.Computed, null)],
    };

    private static Argument Of(AslData data) => data is AslExpression or AslPath or AslNull ? new Argument(ArgumentState.Computed, data) : new Argument(ArgumentState.Given, data);
}

/// <summary>Whether an argument is known.</summary>
internal enum ArgumentState
{
    Absent,

    /// <summary>Only the run knows it.</summary>
    Computed,
    Given,
}

/// <param name="State">Whether it is known.</param>
/// <param name="Value">What it is, when it is known.</param>
internal readonly record struct Argument(ArgumentState State, AslData? Value);
