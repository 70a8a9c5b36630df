using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a task gives its integration, read by path: `Overrides.TaskRoleArn`, `Entries[].EventBusName`.</summary>
internal sealed class TaskArguments(AslData? arguments, ReferenceResolver resolver)
{
    private const string Each = "[]";
    private const string Names = "()";

    public ReferenceResolver Resolver { get; } = resolver;

    /// <summary>
    /// The values at a path: several where it leads through a list (`[]`) or to the names of members (`()`), one with <see cref="ArgumentState.Absent"/> where there is nothing. Of paths separated by commas
    /// the first that leads somewhere counts. Without arguments of its own a task gives its input, so that everything may be there.
    /// </summary>
    public IEnumerable<Argument> At(string path)
    {
        if (path.IndexOf(',') >= 0)
        {
            var paths = path.Split(',');
            path = paths.FirstOrDefault(SurelyHas) ?? paths[0];
        }

        IEnumerable<Argument> found = [new Argument(arguments is null ? ArgumentState.Computed : ArgumentState.Given, arguments)];
        foreach (var step in path.Split('.'))
        {
            var isList = step.EndsWith(Each, StringComparison.Ordinal);
            var isNames = step.EndsWith(Names, StringComparison.Ordinal);
            var name = isList || isNames ? step.Substring(0, step.Length - Each.Length) : step;
            found = found.Select(argument => Member(argument, name));
            if (isList)
                found = found.SelectMany(Items);
            if (isNames)
                found = found.SelectMany(MemberNames);
        }

        return found.ToList();
    }

    /// <summary>True when something is there, or may be.</summary>
    public bool MayHave(string path) => At(path).Any(static argument => argument.State != ArgumentState.Absent);

    /// <summary>True when something is certainly there, whatever its value will be.</summary>
    public bool SurelyHas(string path) => At(path).Any(static argument => argument.Value is not null);

    /// <summary>A member in any casing: IAM and the services write the same name differently.</summary>
    private static Argument Member(Argument of, string name) => of switch
    {
        { State: ArgumentState.Computed } => new Argument(ArgumentState.Computed, null),
        { State: ArgumentState.Absent } => of,
        { Value: AslObject obj } => obj.Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) is { } member ? Of(member.Value) : new Argument(ArgumentState.Absent, null),
        _ => new Argument(ArgumentState.Computed, null),
    };

    private static IEnumerable<Argument> Items(Argument of) => of switch
    {
        { State: not ArgumentState.Given } => [of],
        { Value: AslList list } => list.Items.Select(Of),
        _ => [new Argument(ArgumentState.Computed, null)],
    };

    private static IEnumerable<Argument> MemberNames(Argument of) => of switch
    {
        { State: not ArgumentState.Given } => [of],
        { Value: AslObject obj } => obj.Members.Select(static member => new Argument(ArgumentState.Given, new AslText(member.Name))),
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
/// <param name="Value">What it is; of a computed one its expression, or null when not even its place is known.</param>
internal readonly record struct Argument(ArgumentState State, AslData? Value);
