using System.Runtime.CompilerServices;
using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>Paths, filters and orders.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The member of an object, or of all objects of a list.</summary>
    public static object? Lookup(object? input, string name)
    {
        if (input is ObjectValue o)
            return o.Get(name);
        if (input is not ListValue list)
            return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = ListValue.Sequence();
        foreach (var item in list.Items)
        {
            switch (Lookup(item, name))
            {
                case null:
                    break;
                case ListValue inner:
                    result.Items.AddRange(inner.Items);
                    break;
                case var value:
                    result.Items.Add(value);
                    break;
            }
        }

        return result;
    }

    private object? Path(JsonataPath path, object? input, VariableFrame frame)
    {
        var steps = path.Steps;
        var isTuple = false;
        ListValue? tuples = null;
        object? result;
        var next = 0;

        // One item needs no list around it, and most paths have one item all the way.
        if (input is not ListValue || steps[0].Kind == JsonataNodeKind.Variable)
        {
            var one = input;
            while (!steps[next].Tuple && !steps[next].ConstructsArray && steps[next].Kind != JsonataNodeKind.Sort)
            {
                var value = EvaluateStep(steps[next], one, frame);
                if (value is null)
                    return End(path, ListValue.Sequence(), null, frame);
                if (value is ListValue { IsConstructed: false } list)
                {
                    if (next == steps.Count - 1 && !list.IsSequence)
                        return End(path, list, null, frame);
                    result = Flat(list);
                    next++;
                    if (next == steps.Count || list.Count == 0)
                        return End(path, result, null, frame);
                    goto Many;
                }

                one = value;
                if (++next == steps.Count)
                    return !path.KeepSingletonArray && path.Group is null ? one : End(path, LastOf(one), null, frame);
            }

            result = ListValue.Sequence(one);
        }
        else
        {
            result = input;
        }

    Many:
        for (; next < steps.Count; next++)
        {
            var step = steps[next];
            isTuple |= step.Tuple;
            var sequence = result as ListValue ?? new ListValue();
            if (next == 0 && step.ConstructsArray)
            {
                result = Evaluate(step, sequence, frame);
            }
            else if (isTuple)
            {
                // A focus leaves the context as it was.
                tuples = TupleStep(step, sequence, tuples, frame);
                continue;
            }
            else
            {
                result = ListStep(step, sequence, frame, next == steps.Count - 1);
            }

            if (!isTuple && result is null or ListValue { Count: 0 })
                break;
        }

        if (!isTuple)
            return End(path, result, null, frame);
        if (path.Tuple)
            return End(path, tuples, tuples, frame);
        var items = ListValue.Sequence();
        foreach (var tuple in tuples?.Items ?? [])
            items.Add(tuple is TupleValue t ? t.Item : tuple);
        return End(path, items, tuples, frame);
    }

    private static object? LastOf(object? one)
    {
        // A constructed array as the only value of the last step is the result, not an item of it.
        return one is ListValue { IsSequence: false } ? one : ListValue.Sequence(one);
    }

    private object? End(JsonataPath path, object? result, ListValue? tuples, VariableFrame frame)
    {
        if (path.KeepSingletonArray && result is ListValue list)
        {
            if (list.IsConstructed && !list.IsSequence)
                result = list = ListValue.Sequence(list);
            list.KeepSingleton = true;
        }

        return path.Group is null ? result : GroupBy(path.Group, tuples ?? result, frame);
    }

    /// <summary>A copy that is a sequence.</summary>
    private static ListValue Flat(ListValue list) => new([.. list.Items]) { IsSequence = true };

    private object? EvaluateStep(JsonataNode step, object? item, VariableFrame frame)
    {
        var value = Evaluate(step, item, frame);
        if (step.Stages is not null)
        {
            foreach (var stage in step.Stages)
            {
                if (stage.Filter is not null)
                    value = Filter(stage.Filter, value, frame);
            }

            if (value is ListValue { IsSequence: true } sequence)
                return sequence;
        }

        return value;
    }

    private ListValue ListStep(JsonataNode step, ListValue input, VariableFrame frame, bool isLast)
    {
        if (step is JsonataSort sort)
        {
            var sorted = Sort(sort, input, frame);
            return step.Stages is null ? sorted : Stages(step.Stages, sorted, frame);
        }

        var values = new List<object?>(input.Count);
        foreach (var item in input.Items)
        {
            var value = EvaluateStep(step, item, frame);
            if (value is not null)
                values.Add(value);
        }

        if (isLast && values.Count == 1 && values[0] is ListValue { IsSequence: false } only)
            return only;
        var result = ListValue.Sequence();
        foreach (var value in values)
        {
            if (value is ListValue { IsConstructed: false } list)
                result.Items.AddRange(list.Items);
            else
                result.Items.Add(value);
        }

        return result;
    }

    private ListValue Stages(List<JsonataStage> stages, ListValue input, VariableFrame frame)
    {
        var result = input;
        foreach (var stage in stages)
        {
            if (stage.Filter is not null)
            {
                result = Filter(stage.Filter, result, frame) as ListValue ?? new ListValue();
                continue;
            }

            for (var i = 0; i < result.Count; i++)
            {
                if (result[i] is TupleValue tuple)
                    tuple.Set(stage.Index!, Boxes.Of(i));
            }
        }

        return result;
    }

    private ListValue TupleStep(JsonataNode step, ListValue input, ListValue? tuples, VariableFrame frame)
    {
        var result = ListValue.Sequence();
        result.IsTupleStream = true;
        if (step is JsonataSort sort)
        {
            if (tuples is not null)
            {
                result = Sort(sort, tuples, frame);
            }
            else
            {
                var sorted = Sort(sort, input, frame);
                for (var i = 0; i < sorted.Count; i++)
                {
                    var tuple = new TupleValue(sorted[i]);
                    if (step.Index is not null)
                        tuple.Set(step.Index, Boxes.Of(i));
                    result.Add(tuple);
                }
            }

            return step.Stages is null ? result : Stages(step.Stages, result, frame);
        }

        if (tuples is null)
        {
            tuples = new ListValue();
            foreach (var item in input.Items)
            {
                if (item is not null)
                    tuples.Add(new TupleValue(item));
            }
        }

        foreach (var item in tuples.Items)
        {
            var tuple = item as TupleValue ?? new TupleValue(item);
            var value = Evaluate(step, tuple.Item, FrameOf(tuple, frame));
            if (value is null)
                continue;
            var list = value as ListValue;
            for (var i = 0; i < (list?.Count ?? 1); i++)
            {
                var found = list is null ? value : list[i];
                var copy = tuple.Copy();
                if (found is TupleValue inner && list!.IsTupleStream)
                {
                    copy.Assign(inner);
                }
                else
                {
                    if (step.Focus is not null)
                        copy.Set(step.Focus, found);
                    else
                        copy.Item = found;
                    if (step.Index is not null)
                        copy.Set(step.Index, Boxes.Of(i));
                    if (step.Ancestor is not null)
                        copy.Set(step.Ancestor.Label, tuple.Item);
                }

                result.Add(copy);
            }
        }

        return step.Stages is null ? result : Stages(step.Stages, result, frame);
    }

    private ListValue? Filter(JsonataNode predicate, object? input, VariableFrame frame)
    {
        var list = input as ListValue ?? ListValue.Sequence(input);
        var results = ListValue.Sequence();
        results.IsTupleStream = list.IsTupleStream;
        if (predicate is JsonataLiteral { Value: double place })
        {
            var index = Place(place, list.Count);
            var item = index >= 0 && index < list.Count ? list[(int)index] : null;
            if (item is ListValue inner)
                return inner;
            if (item is not null)
                results.Add(item);
            return results;
        }

        for (var i = 0; i < list.Count; i++)
        {
            var item = list[i];
            var value = item is TupleValue tuple && list.IsTupleStream
                ? Evaluate(predicate, tuple.Item, FrameOf(tuple, frame))
                : Evaluate(predicate, item, frame);
            if (Selects(value, i, list.Count, results, item))
                results.Add(item);
        }

        return results;
    }

    private static double Place(double place, int count)
    {
        place = Math.Floor(place);
        return place < 0 ? place + count : place;
    }

    /// <summary>Numbers select by place, as often as the place is named; anything else by its truth.</summary>
    private static bool Selects(object? value, int index, int count, ListValue results, object? item)
    {
        if (Operators.IsNumber(value, out var number))
            return Place(number, count) == index;
        if (value is ListValue { Count: > 0 } list && list.Items.TrueForAll(v => Operators.IsNumber(v, out _)))
        {
            foreach (var place in list.Items)
            {
                if (Place((double)place!, count) == index)
                    results.Add(item);
            }

            return false;
        }

        return value is not ListValue { Count: 0 } && Operators.IsTrue(value);
    }

    private ListValue Sort(JsonataSort sort, ListValue input, VariableFrame frame)
    {
        if (input.Count <= 1)
            return input;
        var keys = new object?[input.Count][];
        for (var i = 0; i < keys.Length; i++)
        {
            var tuple = input[i] as TupleValue;
            var inner = tuple is not null && input.IsTupleStream ? FrameOf(tuple, frame) : frame;
            var item = tuple is not null && input.IsTupleStream ? tuple.Item : input[i];
            keys[i] = new object?[sort.Terms.Count];
            for (var t = 0; t < sort.Terms.Count; t++)
                keys[i][t] = Evaluate(sort.Terms[t].Key, item, inner);
        }

        var order = Sorting.Merge(Enumerable.Range(0, keys.Length).ToList(), (a, b) => Compare(sort, keys[a], keys[b]) > 0);
        return new ListValue([.. order.Select(i => input[i])]) { IsTupleStream = input.IsTupleStream };
    }

    private static int Compare(JsonataSort sort, object?[] a, object?[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var comparison = Compare(a[i], b[i], sort);
            if (comparison == 0)
                continue;
            // What has no key comes last in either direction.
            return sort.Terms[i].Descending && a[i] is not null && b[i] is not null ? -comparison : comparison;
        }

        return 0;
    }

    private static int Compare(object? a, object? b, JsonataSort sort)
    {
        if (a is null)
            return b is null ? 0 : 1;
        if (b is null)
            return -1;
        if (a is not (string or double) || b is not (string or double))
            throw new JsonataException("T2008", sort.Position, "The keys of an order must be numbers or strings");
        if (a is double x && b is double y)
            return x == y ? 0 : x < y ? -1 : 1;
        if (a is string s && b is string t)
            return string.CompareOrdinal(s, t);
        throw new JsonataException("T2007", sort.Position, "The keys of an order must be of one type");
    }

    private static ListValue Wildcard(object? input)
    {
        var results = ListValue.Sequence();
        if (input is ListValue { IsOuterWrapper: true, Count: > 0 } wrapper)
            input = wrapper[0];
        var values = input switch
        {
            ObjectValue o => o.Values,
            ListValue list => list.Items,
            _ => null,
        };
        foreach (var value in values ?? [])
        {
            if (value is ListValue)
            {
                // An array is joined to what there is so far; the result is an array then, no sequence.
                var items = new List<object?>(results.Items);
                Flatten(value, items);
                results = new ListValue(items);
            }
            else
            {
                results.Add(value);
            }
        }

        return results;
    }

    private static void Flatten(object? value, List<object?> items)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is ListValue list)
        {
            foreach (var item in list.Items)
                Flatten(item, items);
        }
        else
        {
            items.Add(value);
        }
    }

    private object? Descendants(object? input)
    {
        if (input is null)
            return null;
        var results = ListValue.Sequence();
        var open = new Stack<object?>();
        open.Push(input);
        while (open.TryPop(out var value))
        {
            Work(1);
            if (value is not ListValue)
                results.Add(value);
            var inside = value switch
            {
                ListValue list => list.Items,
                ObjectValue o => o.Values,
                _ => null,
            };
            for (var i = (inside?.Count ?? 0) - 1; i >= 0; i--)
                open.Push(inside![i]);
        }

        return results.Count == 1 ? results[0] : results;
    }

    private NativeFunction EvaluateTransform(JsonataTransform node, VariableFrame frame)
        => new("transform", 1, TransformSignature, call => Transform(node, call[0], frame));

    private static readonly JsonataSignature TransformSignature = JsonataSignature.Parse("<(oa):o>");

    private object? Transform(JsonataTransform node, object? value, VariableFrame frame)
    {
        if (value is null)
            return null;
        var result = Functions.ObjectFunctions.Clone(value);
        var matches = Evaluate(node.Pattern, result, frame);
        if (matches is null)
            return result;
        IReadOnlyList<object?> items = matches is ListValue list ? [.. list.Items] : [matches];
        foreach (var match in items)
        {
            var update = Evaluate(node.Update, match, frame);
            if (update is not null)
            {
                if (update is not ObjectValue members)
                    throw new JsonataException("T2011", node.Update.Position, "What a transform sets must be an object");
                if (match is not (ObjectValue or ListValue) && members.Count > 0)
                    throw new JsonataException("T2011", node.Pattern.Position, "What a transform changes must be an object");
                if (match is ObjectValue target)
                {
                    foreach (var (name, member) in members.Names.Zip(members.Values).ToList())
                        target.Set(name, member);
                }
            }

            if (node.Delete is null || Evaluate(node.Delete, match, frame) is not { } deletions)
                continue;
            IReadOnlyList<object?> names = deletions is ListValue many ? many.Items : [deletions];
            if (names.Any(n => n is not string))
                throw new JsonataException("T2012", node.Delete.Position, "What a transform deletes must be a string or an array of strings");
            if (match is ObjectValue owner)
            {
                foreach (var name in names)
                    owner.Remove((string)name!);
            }
        }

        return result;
    }
}
