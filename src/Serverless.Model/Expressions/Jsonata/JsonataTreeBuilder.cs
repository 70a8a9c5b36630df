using System.Runtime.CompilerServices;

namespace Serverless.Model.Expressions.Jsonata;

/// <summary>
/// Turns what the grammar found into paths with steps, hangs filters, groupings and bindings on the steps they belong to,
/// and finds for each <c>%</c> the step whose input it means.
/// </summary>
internal sealed class JsonataTreeBuilder
{
    private int _ancestors;

    /// <summary>Throws <see cref="JsonataSyntaxException"/> at the first fault.</summary>
    public JsonataNode Build(JsonataSyntax syntax)
    {
        var node = Node(syntax);
        if (node.Kind == JsonataNodeKind.Parent || node.SeekingParents is not null)
            throw NoParent(node);
        return node;
    }

    private static JsonataSyntaxException NoParent(JsonataNode node)
        => JsonataSyntaxException.At("S0217", node.Position, node.Length, "The parent that '%' refers to cannot be derived from the expression");

    private static JsonataSyntaxException Fault(string code, JsonataSyntax syntax, string message)
        => JsonataSyntaxException.At(code, syntax.Start, syntax.End - syntax.Start, message);

    private JsonataNode Node(JsonataSyntax syntax)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var node = syntax.Kind switch
        {
            JsonataSyntaxKind.End => throw Fault("S0207", syntax, "The expression ends too early"),
            JsonataSyntaxKind.Literal => new JsonataLiteral(syntax.Value),
            JsonataSyntaxKind.Regex => new JsonataRegex(syntax.Text, (string)syntax.Value!),
            JsonataSyntaxKind.Variable => new JsonataVariable(syntax.Text),
            JsonataSyntaxKind.Name => Name(syntax),
            JsonataSyntaxKind.Wildcard => new JsonataWildcard(),
            JsonataSyntaxKind.Descendants => new JsonataDescendants(),
            JsonataSyntaxKind.Parent => new JsonataParent(new JsonataAncestor("!" + _ancestors++)),
            JsonataSyntaxKind.Placeholder => new JsonataPlaceholder(),
            JsonataSyntaxKind.Negate => Negate(syntax),
            JsonataSyntaxKind.Array => Array(syntax),
            JsonataSyntaxKind.Object => Object(syntax),
            JsonataSyntaxKind.Block => Block(syntax),
            JsonataSyntaxKind.Transform => new JsonataTransform(Node(syntax.Left!), Node(syntax.Right!), syntax.Third is null ? null : Node(syntax.Third)),
            JsonataSyntaxKind.Map => Map(syntax),
            JsonataSyntaxKind.Filter => Filter(syntax),
            JsonataSyntaxKind.GroupBy => GroupBy(syntax),
            JsonataSyntaxKind.Sort => Sort(syntax),
            JsonataSyntaxKind.Bind => Bind(syntax),
            JsonataSyntaxKind.Focus => Focus(syntax),
            JsonataSyntaxKind.Index => Index(syntax),
            JsonataSyntaxKind.Apply => Apply(syntax),
            JsonataSyntaxKind.Range => Range(syntax),
            JsonataSyntaxKind.Binary => Binary(syntax),
            JsonataSyntaxKind.Call => Call(syntax),
            JsonataSyntaxKind.Lambda => Lambda(syntax),
            _ => Condition(syntax),
        };
        if (syntax.KeepArray)
            node.KeepArray = true;
        return Place(node, syntax);
    }

    private static JsonataNode Place(JsonataNode node, JsonataSyntax syntax)
    {
        node.Position = syntax.Start;
        node.Length = syntax.End - syntax.Start;
        return node;
    }

    private static JsonataPath Name(JsonataSyntax syntax)
    {
        var path = new JsonataPath { KeepSingletonArray = syntax.KeepArray };
        path.Steps.Add(Place(new JsonataName(syntax.Text) { KeepArray = syntax.KeepArray }, syntax));
        return path;
    }

    private JsonataNode Negate(JsonataSyntax syntax)
    {
        var operand = Node(syntax.Left!);
        if (operand is JsonataLiteral { Value: double number, Predicates: null })
            return new JsonataLiteral(-number);
        var node = new JsonataNegate(operand);
        Seek(node, operand);
        return node;
    }

    private JsonataArray Array(JsonataSyntax syntax)
    {
        var items = new List<JsonataNode>(syntax.Items.Count);
        var node = new JsonataArray(items);
        foreach (var item in syntax.Items)
        {
            items.Add(Node(item));
            Seek(node, items[items.Count - 1]);
        }

        return node;
    }

    private JsonataGroup Pairs(JsonataSyntax syntax, JsonataNode? seeker)
    {
        var pairs = new List<JsonataPair>(syntax.Items.Count);
        for (var i = 0; i < syntax.Items.Count; i++)
        {
            pairs.Add(new JsonataPair(Node(syntax.Items[i]), Node(syntax.Values[i])));
            if (seeker is not null)
            {
                Seek(seeker, pairs[i].Key);
                Seek(seeker, pairs[i].Value);
            }
        }

        return new JsonataGroup(pairs, syntax.Start, syntax.End - syntax.Start);
    }

    private JsonataObject Object(JsonataSyntax syntax)
    {
        // What the members seek is only known once they are built, and the node needs its members: a carrier in between.
        var carrier = new JsonataPlaceholder();
        return new JsonataObject(Pairs(syntax, carrier)) { SeekingParents = carrier.SeekingParents };
    }

    private JsonataBlock Block(JsonataSyntax syntax)
    {
        var expressions = new List<JsonataNode>(syntax.Items.Count);
        var node = new JsonataBlock(expressions);
        foreach (var item in syntax.Items)
        {
            var expression = Node(item);
            expressions.Add(expression);
            Seek(node, expression);
            if (expression.ConstructsArray || (expression is JsonataPath path && path.Steps[0].ConstructsArray))
                node.ConstructsArray = true;
        }

        return node;
    }

    private JsonataPath Map(JsonataSyntax syntax)
    {
        var first = Node(syntax.Left!);
        var rest = Node(syntax.Right!);
        if (first is not JsonataPath path)
        {
            path = new JsonataPath();
            path.Steps.Add(Step(first));
            if (first is JsonataParent parent)
                path.SeekingParents = [parent.Slot];
            path.KeepSingletonArray = first.KeepArray;
        }

        if (rest is JsonataPath tail)
        {
            foreach (var step in tail.Steps)
                Append(path, step);
        }
        else
        {
            if (rest.Predicates is not null)
            {
                rest.Stages = rest.Predicates;
                rest.Predicates = null;
            }

            Append(path, rest);
        }

        if (path.Steps[0] is JsonataArray)
            path.Steps[0].ConstructsArray = true;
        if (path.Steps[path.Steps.Count - 1] is JsonataArray last)
            last.ConstructsArray = true;
        ResolveParents(path);
        return path;
    }

    private static void Append(JsonataPath path, JsonataNode step)
    {
        step = Step(step);
        path.Steps.Add(step);
        if (step.KeepArray)
            path.KeepSingletonArray = true;
    }

    /// <summary>A string is a name when it is a step; other literals are none.</summary>
    private static JsonataNode Step(JsonataNode node)
    {
        if (node is not JsonataLiteral literal)
            return node;
        if (literal.Value is not string name)
            throw JsonataSyntaxException.At("S0213", node.Position, node.Length, "A literal value cannot be a step of a path");
        return new JsonataName(name)
        {
            Position = node.Position,
            Length = node.Length,
            KeepArray = node.KeepArray,
            Predicates = node.Predicates,
            Stages = node.Stages,
            Group = node.Group,
        };
    }

    private JsonataNode Filter(JsonataSyntax syntax)
    {
        var node = Node(syntax.Left!);
        var operand = node is JsonataPath path ? path.Steps[path.Steps.Count - 1] : node;
        if (operand.Group is not null)
            throw Fault("S0209", syntax.Right!, "A filter cannot follow a grouping");
        var filter = Node(syntax.Right!);
        if (filter.SeekingParents is not null)
        {
            foreach (var slot in filter.SeekingParents)
            {
                if (slot.Level == 1)
                    SeekIn(operand, slot);
                else
                    slot.Level--;
            }

            Seek(operand, filter);
        }

        var stage = new JsonataStage(filter, null);
        if (node is JsonataPath)
            (operand.Stages ??= []).Add(stage);
        else
            (operand.Predicates ??= []).Add(stage);
        return node;
    }

    private JsonataNode GroupBy(JsonataSyntax syntax)
    {
        var node = Node(syntax.Left!);
        if (node.Group is not null)
            throw Fault("S0210", syntax, "A step can have one grouping");
        node.Group = Pairs(syntax, seeker: null);
        return node;
    }

    private JsonataPath Sort(JsonataSyntax syntax)
    {
        var path = AsPath(Node(syntax.Left!));
        var terms = new List<JsonataSortTerm>(syntax.Items.Count);
        var sort = new JsonataSort(terms);
        foreach (var item in syntax.Items)
        {
            var key = Node(item.Left!);
            Seek(sort, key);
            terms.Add(new JsonataSortTerm(key, item.Flag));
        }

        path.Steps.Add(Place(sort, syntax));
        ResolveParents(path);
        return path;
    }

    private static JsonataPath AsPath(JsonataNode node)
    {
        if (node is JsonataPath path)
            return path;
        path = new JsonataPath();
        path.Steps.Add(node);
        return path;
    }

    private JsonataNode Focus(JsonataSyntax syntax)
    {
        var node = Node(syntax.Left!);
        var step = node is JsonataPath path ? path.Steps[path.Steps.Count - 1] : node;
        if (step.Stages is not null || step.Predicates is not null)
            throw Fault("S0215", syntax, "A context variable must be bound before the step's filters");
        if (step is JsonataSort)
            throw Fault("S0216", syntax, "A context variable must be bound before the order");
        if (syntax.KeepArray)
            step.KeepArray = true;
        step.Focus = syntax.Text;
        step.Tuple = true;
        return node;
    }

    private JsonataPath Index(JsonataSyntax syntax)
    {
        var node = Node(syntax.Left!);
        var path = AsPath(node);
        var step = path.Steps[path.Steps.Count - 1];
        if (node is not JsonataPath && step.Predicates is not null)
        {
            step.Stages = step.Predicates;
            step.Predicates = null;
        }

        if (step.Stages is null)
            step.Index = syntax.Text;
        else
            step.Stages.Add(new JsonataStage(null, syntax.Text));
        step.Tuple = true;
        return path;
    }

    private JsonataBind Bind(JsonataSyntax syntax)
    {
        var value = Node(syntax.Left!);
        var node = new JsonataBind(syntax.Text, value);
        Seek(node, value);
        return node;
    }

    private JsonataApply Apply(JsonataSyntax syntax)
    {
        var left = Node(syntax.Left!);
        var right = Node(syntax.Right!);
        return new JsonataApply(left, right) { KeepArray = left.KeepArray || right.KeepArray };
    }

    private JsonataRange Range(JsonataSyntax syntax)
    {
        var from = Node(syntax.Left!);
        var to = Node(syntax.Right!);
        var node = new JsonataRange(from, to);
        Seek(node, from);
        Seek(node, to);
        return node;
    }

    private JsonataBinary Binary(JsonataSyntax syntax)
    {
        var left = Node(syntax.Left!);
        var right = Node(syntax.Right!);
        var node = new JsonataBinary(Operator(syntax.Text), left, right);
        Seek(node, left);
        Seek(node, right);
        return node;
    }

    private static JsonataOperator Operator(string text) => text switch
    {
        "+" => JsonataOperator.Add,
        "-" => JsonataOperator.Subtract,
        "*" => JsonataOperator.Multiply,
        "/" => JsonataOperator.Divide,
        "%" => JsonataOperator.Remainder,
        "=" => JsonataOperator.Equal,
        "!=" => JsonataOperator.NotEqual,
        "<" => JsonataOperator.Less,
        "<=" => JsonataOperator.LessOrEqual,
        ">" => JsonataOperator.Greater,
        ">=" => JsonataOperator.GreaterOrEqual,
        "&" => JsonataOperator.Concatenate,
        "and" => JsonataOperator.And,
        "or" => JsonataOperator.Or,
        _ => JsonataOperator.In,
    };

    private JsonataCall Call(JsonataSyntax syntax)
    {
        var arguments = new List<JsonataNode>(syntax.Items.Count);
        foreach (var item in syntax.Items)
            arguments.Add(Node(item));
        var node = new JsonataCall(Node(syntax.Left!), arguments, syntax.Flag);
        foreach (var argument in arguments)
            Seek(node, argument);
        return node;
    }

    private JsonataLambda Lambda(JsonataSyntax syntax)
    {
        var parameters = new List<string>(syntax.Items.Count);
        foreach (var item in syntax.Items)
            parameters.Add(item.Text);
        var body = Node(syntax.Left!);
        MarkTail(body);
        return new JsonataLambda(parameters, syntax.Signature, body);
    }

    /// <summary>A call whose value is the lambda's value as it is can be made after the lambda has ended.</summary>
    private static void MarkTail(JsonataNode node)
    {
        if (node.Predicates is not null || node.Group is not null || node.KeepArray)
            return;
        switch (node)
        {
            case JsonataCall { IsPartial: false } call:
                call.IsTail = true;
                break;
            case JsonataCondition condition:
                MarkTail(condition.Then);
                if (condition.Otherwise is not null)
                    MarkTail(condition.Otherwise);
                break;
            case JsonataBlock { Expressions.Count: > 0 } block:
                MarkTail(block.Expressions[block.Expressions.Count - 1]);
                break;
        }
    }

    private JsonataCondition Condition(JsonataSyntax syntax)
    {
        var test = Node(syntax.Left!);
        var then = Node(syntax.Right!);
        var otherwise = syntax.Third is null ? null : Node(syntax.Third);
        var node = new JsonataCondition(test, then, otherwise);
        Seek(node, test);
        Seek(node, then);
        if (otherwise is not null)
            Seek(node, otherwise);
        return node;
    }

    /// <summary>What <paramref name="part"/> still seeks, <paramref name="whole"/> seeks.</summary>
    private static void Seek(JsonataNode whole, JsonataNode part)
    {
        if (part.SeekingParents is { } slots)
            (whole.SeekingParents ??= []).AddRange(slots);
        if (part is JsonataParent parent)
            (whole.SeekingParents ??= []).Add(parent.Slot);
    }

    /// <summary>Looks for what the last step of a path seeks among the steps before it.</summary>
    private static void ResolveParents(JsonataPath path)
    {
        var last = path.Steps[path.Steps.Count - 1];
        var slots = new List<JsonataAncestor>();
        if (last.SeekingParents is not null)
            slots.AddRange(last.SeekingParents);
        if (last is JsonataParent parent)
            slots.Add(parent.Slot);
        foreach (var slot in slots)
        {
            var index = path.Steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    (path.SeekingParents ??= []).Add(slot);
                    break;
                }

                var step = path.Steps[index--];
                // Steps that bind their items to variables keep the context, so a row of them is one level.
                while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
                    step = path.Steps[index--];
                SeekIn(step, slot);
            }
        }
    }

    private static void SeekIn(JsonataNode node, JsonataAncestor slot)
    {
        switch (node)
        {
            case JsonataName or JsonataWildcard:
                if (--slot.Level == 0)
                {
                    if (node.Ancestor is null)
                        node.Ancestor = slot;
                    else
                        slot.Label = node.Ancestor.Label;
                    node.Tuple = true;
                }

                break;
            case JsonataParent:
                slot.Level++;
                break;
            case JsonataBlock block:
                if (block.Expressions.Count > 0)
                {
                    block.Tuple = true;
                    SeekIn(block.Expressions[block.Expressions.Count - 1], slot);
                }

                break;
            case JsonataPath path:
                path.Tuple = true;
                var index = path.Steps.Count - 1;
                SeekIn(path.Steps[index--], slot);
                while (slot.Level > 0 && index >= 0)
                    SeekIn(path.Steps[index--], slot);
                break;
            default:
                throw NoParent(node);
        }
    }
}
