using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>One evaluation of one expression.</summary>
internal sealed partial class Evaluator(JsonataContext context)
{
    /// <summary>Stack of the threads that take over when the caller's stack is used up.</summary>
    private const int DeepStack = 16 * 1024 * 1024;

    private DateTimeOffset? _now;
    private long _steps;
    private int _depth;

    public JsonataContext Context => context;

    /// <summary>The same instant for the whole evaluation.</summary>
    public DateTimeOffset Now => _now ??= context.Now();

    /// <summary>A null reference for nothing.</summary>
    public object? Run(JsonataNode expression, IReadOnlyDictionary<string, JsonNode?> variables)
    {
        var input = context.HasInput ? JsonValues.Read(context.Input) : null;
        if (input is ListValue)
        {
            var wrapper = ListValue.Sequence(input);
            wrapper.IsOuterWrapper = true;
            input = wrapper;
        }

        var frame = new RootFrame(variables);
        frame.Bind("$", input);
        return Unwrap(Evaluate(expression, input, frame));
    }

    /// <summary>The input itself where it was wrapped on the way in.</summary>
    private static object? Unwrap(object? value) => value is ListValue { IsOuterWrapper: true, Count: 1 } wrapper ? wrapper[0] : value;

    public object? Evaluate(JsonataNode node, object? input, VariableFrame frame)
    {
        Step(node);
        if (++_depth > context.MaxDepth)
            throw new JsonataException("U1001", node.Position, "The evaluation is nested too deeply");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return OnDeepStack(node, input, frame);
        var result = EvaluateNode(node, input, frame);
        _depth--;
        if (node.Predicates is not null)
        {
            foreach (var predicate in node.Predicates)
                result = Filter(predicate.Filter!, result, frame);
        }

        if (node.Group is not null && node.Kind != JsonataNodeKind.Path)
            result = GroupBy(node.Group, result, frame);
        return result is ListValue { IsSequence: true, IsTupleStream: false } sequence ? Collapse(sequence, node.KeepArray) : result;
    }

    /// <summary>Nothing for no item, the item for one, unless it is to stay an array.</summary>
    private static object? Collapse(ListValue sequence, bool keepArray)
    {
        if (keepArray)
            sequence.KeepSingleton = true;
        return sequence.Count switch
        {
            0 => null,
            1 => sequence.KeepSingleton ? sequence : sequence[0],
            _ => sequence,
        };
    }

    /// <summary>Counts work, so that an expression without end fails instead of hanging.</summary>
    public void Step(JsonataNode node)
    {
        if (++_steps > context.MaxSteps)
            throw new JsonataException("U1001", node.Position, "The evaluation takes too long");
    }

    /// <summary>As <see cref="Step"/>, for loops inside functions.</summary>
    public void Work(long steps)
    {
        _steps += steps;
        if (_steps > context.MaxSteps)
            throw new JsonataException("U1001", -1, "The evaluation takes too long");
    }

    private object? OnDeepStack(JsonataNode node, object? input, VariableFrame frame)
    {
        object? result = null;
        Exception? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    _depth--;
                    result = Evaluate(node, input, frame);
                }
                catch (Exception e)
                {
                    fault = e;
                }
            },
            DeepStack);
        thread.Start();
        thread.Join();
        if (fault is InsufficientExecutionStackException)
            throw new JsonataException("U1001", node.Position, "A value is nested too deeply", fault);
        if (fault is JsonataException known)
            throw new JsonataException(known.Code, known.Position, known.Message, known);
        if (fault is not null)
            throw new InvalidOperationException(fault.Message, fault);
        return result;
    }

    private object? EvaluateNode(JsonataNode node, object? input, VariableFrame frame)
    {
        switch (node.Kind)
        {
            case JsonataNodeKind.Path:
                return Path((JsonataPath)node, input, frame);
            case JsonataNodeKind.Name:
                return Lookup(input, ((JsonataName)node).Name);
            case JsonataNodeKind.Variable:
                var name = ((JsonataVariable)node).Name;
                return name.Length == 0 ? Unwrap(input) : frame.Find(name);
            case JsonataNodeKind.Literal:
                return Literal(((JsonataLiteral)node).Value);
            case JsonataNodeKind.Binary:
                return Binary((JsonataBinary)node, input, frame);
            case JsonataNodeKind.Call:
                return EvaluateCall((JsonataCall)node, input, frame);
            case JsonataNodeKind.Condition:
                var condition = (JsonataCondition)node;
                if (Operators.IsTrue(Evaluate(condition.Test, input, frame)))
                    return Evaluate(condition.Then, input, frame);
                return condition.Otherwise is null ? null : Evaluate(condition.Otherwise, input, frame);
            case JsonataNodeKind.Block:
                object? last = null;
                var inner = new VariableFrame(frame);
                foreach (var expression in ((JsonataBlock)node).Expressions)
                    last = Evaluate(expression, input, inner);
                return last;
            case JsonataNodeKind.Bind:
                var bind = (JsonataBind)node;
                var value = Evaluate(bind.Value, input, frame);
                frame.Bind(bind.Name, value);
                return value;
            case JsonataNodeKind.Array:
                return EvaluateArray((JsonataArray)node, input, frame);
            case JsonataNodeKind.Object:
                return GroupBy(((JsonataObject)node).Members, input, frame);
            case JsonataNodeKind.Range:
                return Range((JsonataRange)node, input, frame);
            case JsonataNodeKind.Negate:
                return Negate((JsonataNegate)node, input, frame);
            case JsonataNodeKind.Lambda:
                var lambda = (JsonataLambda)node;
                return new LambdaFunction(lambda.Parameters, lambda.Signature, lambda.Body, input, frame);
            case JsonataNodeKind.Apply:
                return EvaluateApply((JsonataApply)node, input, frame);
            case JsonataNodeKind.Wildcard:
                return Wildcard(input);
            case JsonataNodeKind.Descendants:
                return Descendants(input);
            case JsonataNodeKind.Parent:
                return frame.Find(((JsonataParent)node).Slot.Label);
            case JsonataNodeKind.Regex:
                return new RegexFunction((JsonataRegex)node);
            case JsonataNodeKind.Transform:
                return EvaluateTransform((JsonataTransform)node, frame);
            default:
                throw new JsonataException("S0206", node.Position, "This cannot be evaluated");
        }
    }

    private static object Literal(object? value) => value switch
    {
        null => NullValue.Instance,
        bool b => Boxes.Of(b),
        _ => value,
    };

    private object? Negate(JsonataNegate node, object? input, VariableFrame frame)
    {
        var value = Evaluate(node.Operand, input, frame);
        if (value is null)
            return null;
        return Operators.IsNumber(value, out var number)
            ? Boxes.Of(-number)
            : throw new JsonataException("D1002", node.Position, "Only a number can be negated");
    }

    private ListValue EvaluateArray(JsonataArray node, object? input, VariableFrame frame)
    {
        var items = new List<object?>(node.Items.Count);
        foreach (var item in node.Items)
        {
            var value = Evaluate(item, input, frame);
            if (value is null)
                continue;
            // An array inside an array stays one; what other expressions give is taken apart.
            if (item.Kind != JsonataNodeKind.Array && value is ListValue list)
                items.AddRange(list.Items);
            else
                items.Add(value);
        }

        Work(items.Count);
        return new ListValue(items) { IsConstructed = node.ConstructsArray };
    }

    private ListValue? Range(JsonataRange node, object? input, VariableFrame frame)
    {
        var from = Evaluate(node.From, input, frame);
        var to = Evaluate(node.To, input, frame);
        if (from is not null && !IsInteger(from))
            throw new JsonataException("T2003", node.From.Position, "The left side of '..' must be an integer");
        if (to is not null && !IsInteger(to))
            throw new JsonataException("T2004", node.To.Position, "The right side of '..' must be an integer");
        if (from is not double first || to is not double last || first > last)
            return null;
        var count = last - first + 1;
        if (count > 1e7)
            throw new JsonataException("D2014", node.Position, "A range can have 10000000 numbers at most");
        Work((long)count / 16);
        var items = new List<object?>((int)count);
        for (var i = 0; i < (int)count; i++)
            items.Add(Boxes.Of(first + i));
        return new ListValue(items) { IsSequence = true };

        static bool IsInteger(object value) => value is double number && Math.Floor(number) == number && !double.IsInfinity(number);
    }

    private object Binary(JsonataBinary node, object? input, VariableFrame frame)
    {
        var left = Evaluate(node.Left, input, frame);
        switch (node.Operator)
        {
            case JsonataOperator.And:
                return Boxes.Of(Operators.IsTrue(left) && Operators.IsTrue(Evaluate(node.Right, input, frame)));
            case JsonataOperator.Or:
                return Boxes.Of(Operators.IsTrue(left) || Operators.IsTrue(Evaluate(node.Right, input, frame)));
        }

        var right = Evaluate(node.Right, input, frame);
        var result = Operators.Binary(node, left, right)!;
        if (result is string text)
            Work(text.Length / 64);
        return result;
    }

    /// <summary>Groups what is given by keys and evaluates each group. An object constructor is the same with one item.</summary>
    private ObjectValue GroupBy(JsonataGroup group, object? input, VariableFrame frame)
    {
        var tuples = input is ListValue { IsTupleStream: true };
        // An accident of the reference, and a failure there.
        if (tuples && ((ListValue)input!).Count == 0)
            throw new JsonataException("T1003", group.Position, "There is nothing to group");
        IReadOnlyList<object?> items = input is ListValue { Count: > 0 } list ? list.Items : input is ListValue ? [null] : [input];
        var groups = new Dictionary<string, (object? Data, int Pair)>(StringComparer.Ordinal);
        var order = new ObjectValue();
        foreach (var item in items)
        {
            var inner = item is TupleValue tuple && tuples ? FrameOf(tuple, frame) : frame;
            var keyInput = item is TupleValue t && tuples ? t.Item : item;
            for (var i = 0; i < group.Pairs.Count; i++)
            {
                var key = Evaluate(group.Pairs[i].Key, keyInput, inner);
                if (key is null)
                    continue;
                if (key is not string name)
                    throw new JsonataException("T1003", group.Pairs[i].Key.Position, "A key of an object must be a string");
                if (!groups.TryGetValue(name, out var entry))
                {
                    groups.Add(name, (item, i));
                    order.Set(name, NullValue.Instance);
                    continue;
                }

                if (entry.Pair != i)
                    throw new JsonataException("D1009", group.Pairs[i].Key.Position, $"Two keys of the object are '{name}'");
                groups[name] = (Operators.Append(entry.Data, item), i);
            }
        }

        var result = new ObjectValue();
        foreach (var name in order.Names)
        {
            var (data, pair) = groups[name];
            var inner = frame;
            if (tuples)
            {
                var tuple = Reduce(data);
                data = tuple.Item;
                inner = FrameOf(tuple, frame);
            }

            var value = Evaluate(group.Pairs[pair].Value, data, inner);
            if (value is not null)
                result.Set(name, value);
        }

        return result;
    }

    /// <summary>One tuple whose values are the values of all.</summary>
    private static TupleValue Reduce(object? data)
    {
        if (data is TupleValue only)
            return only;
        var result = new TupleValue(null);
        if (data is not ListValue list)
            return result;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not TupleValue tuple)
                continue;
            if (i == 0)
            {
                result.Assign(tuple);
                continue;
            }

            result.Item = Operators.Append(result.Item, tuple.Item);
            foreach (var (name, value) in tuple.Bindings)
                result.Set(name, Operators.Append(result.Get(name), value));
        }

        return result;
    }

    private static VariableFrame FrameOf(TupleValue tuple, VariableFrame outer)
    {
        var frame = new VariableFrame(outer);
        foreach (var (name, value) in tuple.Bindings)
            frame.Bind(name, value);
        return frame;
    }
}
