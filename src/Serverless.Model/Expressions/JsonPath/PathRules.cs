using System.Globalization;

namespace Serverless.Model.Expressions.JsonPath;

/// <summary>What is wrong in a path or intrinsic function for the field it stands in. Every fault has its place in the text.</summary>
internal static class PathRules
{
    /// <summary>Names at the top of the context object.</summary>
    private static readonly string[] ContextNames = ["Execution", "State", "StateMachine", "Task", "Map"];

    /// <summary>Empty when the text can stand in such a field.</summary>
    public static IReadOnlyList<PathError> Check(string text, PathUse use)
    {
        if (PathParser.Parse(text, out var error) is not { } expression)
            return [error];
        var errors = new List<PathError>();
        CheckUse(expression, use, errors);
        CheckExpression(expression, errors);
        CheckCount(expression, errors);
        return errors;
    }

    /// <summary>Names of the variables that an expression reads, each with its place.</summary>
    public static IEnumerable<(string Name, int Position)> VariablesOf(PathExpression expression) => expression switch
    {
        DataPath { Variable: { } name } path => [(name, path.Position)],
        IntrinsicCall call => call.Arguments.SelectMany(VariablesOf),
        _ => [],
    };

    private static void CheckUse(PathExpression expression, PathUse use, List<PathError> errors)
    {
        if (use == PathUse.Template)
            return;
        if (expression is not DataPath path)
        {
            errors.Add(At(expression, "an intrinsic function cannot stand here, only a path; compute the value in a state before"));
            return;
        }

        if (use == PathUse.Path)
            return;
        if (!path.IsReference)
            errors.Add(At(path, "the path must lead to one place: members and positions from the start, without '..', '*', slices, filters and functions"));
        if (use == PathUse.ResultPath && path.Root != PathRoot.Input)
            errors.Add(At(path, path.Root == PathRoot.Context ? "nothing can be written into the context object" : "a result is written into the input; variables are assigned with Assign"));
    }

    private static void CheckExpression(PathExpression expression, List<PathError> errors)
    {
        switch (expression)
        {
            case DataPath path:
                CheckPath(path, errors);
                break;
            case IntrinsicCall call:
                CheckCall(call, errors);
                foreach (var argument in call.Arguments)
                    CheckExpression(argument, errors);
                break;
        }
    }

    private static void CheckPath(DataPath path, List<PathError> errors)
    {
        if (path.Variable == "states")
            errors.Add(At(path, "'$states' is JSONata's; in JSONPath the input is '$' and the context object '$$'"));
        if (path is { Root: PathRoot.Context, Segments: [MemberSegment { IsRecursive: false, Names: [var name] }, ..] } && Array.IndexOf(ContextNames, name) < 0)
            errors.Add(At(path, $"the context object has no '{name}'; it has {string.Join(", ", ContextNames)}"));
    }

    private static void CheckCall(IntrinsicCall call, List<PathError> errors)
    {
        if (Intrinsic.Find(call.Name) is not { } function)
        {
            var similar = Intrinsic.All.FirstOrDefault(i => string.Equals(i.Name, call.Name, StringComparison.OrdinalIgnoreCase) || i.Name == "States." + call.Name);
            errors.Add(new PathError(call.Position, call.NameLength, $"there is no intrinsic function '{call.Name}'{(similar is null ? "" : $"; did you mean '{similar.Name}'?")}"));
            return;
        }

        var count = call.Arguments.Count;
        if (count < function.Least || count > (function.Most ?? int.MaxValue))
        {
            errors.Add(new PathError(call.Position, call.NameLength, $"{function.Name} takes {Range(function)}, not {count.ToString(CultureInfo.InvariantCulture)}"));
            return;
        }

        var before = errors.Count;
        for (var i = 0; i < count; i++)
            CheckArgument(function, i, call.Arguments[i], errors);
        if (errors.Count == before)
            CheckValues(call, errors);
    }

    private static string Range(Intrinsic function) => (function.Least, function.Most) switch
    {
        (0, 0) => "no arguments",
        (1, 1) => "one argument",
        (var least, null) => $"at least {Text(least)} argument",
        var (least, most) when least == most => $"{Text(least)} arguments",
        var (least, most) => $"{Text(least)} or {Text(most.Value)} arguments",
    };

    private static void CheckArgument(Intrinsic function, int index, PathExpression argument, List<PathError> errors)
    {
        if (argument is not PathLiteral literal)
            return;
        var (fits, wanted) = function.ArgumentAt(index) switch
        {
            IntrinsicArgument.Text => (literal.Kind == PathLiteralKind.Text, "a text"),
            IntrinsicArgument.Number => (literal.Kind == PathLiteralKind.Number, "a number"),
            IntrinsicArgument.Boolean => (literal.Kind is PathLiteralKind.True or PathLiteralKind.False, "true or false"),
            IntrinsicArgument.List => (false, "a list, from a path or another function"),
            IntrinsicArgument.Object => (false, "an object, from a path or another function"),
            _ => (true, ""),
        };
        if (!fits)
            errors.Add(At(literal, $"argument {Text(index + 1)} of {function.Name} must be {wanted}"));
    }

    /// <summary>What can be said of constants.</summary>
    private static void CheckValues(IntrinsicCall call, List<PathError> errors)
    {
        switch (call.Name)
        {
            case "States.Format" when call.Arguments[0] is PathLiteral template:
                var places = Placeholders(template.Text);
                if (places != call.Arguments.Count - 1)
                    errors.Add(At(template, $"the text has {Text(places)} placeholder{(places == 1 ? "" : "s")} '{{}}', and {Text(call.Arguments.Count - 1)} argument{(call.Arguments.Count == 2 ? "" : "s")} follow{(call.Arguments.Count == 2 ? "s" : "")}"));
                break;
            case "States.Hash" when call.Arguments[1] is PathLiteral algorithm && Array.IndexOf(Intrinsic.HashAlgorithms, algorithm.Text) < 0:
                errors.Add(At(algorithm, $"the algorithms are {string.Join(", ", Intrinsic.HashAlgorithms)}"));
                break;
            case "States.JsonMerge" when call.Arguments[2] is PathLiteral { Kind: PathLiteralKind.True } deep:
                errors.Add(At(deep, "only the shallow merge exists: the third argument must be false"));
                break;
            case "States.ArrayRange" when IsBelow(call.Arguments[2], 0, orEqual: true) && !IsBelow(call.Arguments[2], 0, orEqual: false):
                errors.Add(At(call.Arguments[2], "the step must not be 0"));
                break;
            case "States.ArrayPartition" when IsBelow(call.Arguments[1], 1, orEqual: false):
                errors.Add(At(call.Arguments[1], "the size of a part must be at least 1"));
                break;
        }
    }

    private static bool IsBelow(PathExpression argument, double limit, bool orEqual) =>
        argument is PathLiteral { Kind: PathLiteralKind.Number } literal
        && double.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && (orEqual ? value <= limit : value < limit);

    /// <summary>The places of a format that an argument fills; escaped braces are text.</summary>
    public static int Placeholders(string template)
    {
        var count = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\')
                i++;
            else if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '}')
                count++;
        }

        return count;
    }

    private static void CheckCount(PathExpression expression, List<PathError> errors)
    {
        var count = CountOf(expression);
        if (count > Intrinsic.MostInField)
            errors.Add(At(expression, $"a field holds at most {Text(Intrinsic.MostInField)} intrinsic functions, this one has {Text(count)}; compute a part in a state before"));
    }

    private static int CountOf(PathExpression expression) => expression is IntrinsicCall call ? 1 + call.Arguments.Sum(CountOf) : 0;

    private static PathError At(PathExpression expression, string message) => new(expression.Position, expression.Length, message);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
