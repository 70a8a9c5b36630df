namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What an expression needs from outside, in the order of the text.</summary>
internal sealed class JsonataUses
{
    private readonly List<JsonataVariableUse> _variables = [];
    private readonly List<JsonataFunctionUse> _functions = [];
    private readonly List<JsonataContextUse> _context = [];

    private JsonataUses()
    {
    }

    /// <summary>
    /// Variables that the expression reads and does not bind, with the plain members that follow: <c>$states.result</c> and the machine's own.
    /// A name of a function is here only when it is bound neither by the expression nor by JSONata and is not called.
    /// </summary>
    public IReadOnlyList<JsonataVariableUse> Variables => _variables;

    /// <summary>Functions that it calls or passes on, known and unknown ones. <see cref="JsonataFunctions.IsForbidden"/> tells <c>$eval</c>.</summary>
    public IReadOnlyList<JsonataFunctionUse> Functions => _functions;

    /// <summary>Uses of the input at top level, which is empty in Step Functions. <c>$$</c> is the input wherever it stands.</summary>
    public IReadOnlyList<JsonataContextUse> Context => _context;

    /// <summary>Collects what <paramref name="expression"/> uses.</summary>
    public static JsonataUses Of(JsonataNode expression)
    {
        var uses = new JsonataUses();
        new Walker(uses).Visit(expression);
        uses._variables.Sort((a, b) => a.Position.CompareTo(b.Position));
        uses._functions.Sort((a, b) => a.Position.CompareTo(b.Position));
        uses._context.Sort((a, b) => a.Position.CompareTo(b.Position));
        return uses;
    }

    /// <summary>
    /// The names that are bound where the walk is. A lambda sees what its block binds later too, since it runs later:
    /// its body waits until the block has been read.
    /// </summary>
    private sealed class Scope(Scope? parent)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public List<Action> Later { get; } = [];

        public void Bind(string name) => _names.Add(name);

        public bool Has(string name)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                if (scope._names.Contains(name))
                    return true;
            }

            return false;
        }

        private Scope? Outer { get; } = parent;
    }

    private sealed class Walker(JsonataUses uses)
    {
        public void Visit(JsonataNode node)
        {
            var root = new Scope(null);
            Part(node, root, atTop: true);
            Flush(root);
        }

        private static void Flush(Scope scope)
        {
            while (scope.Later.Count > 0)
            {
                var later = scope.Later.ToArray();
                scope.Later.Clear();
                foreach (var visit in later)
                    visit();
            }
        }

        /// <summary>Filters and groupings see each item of the value as their context.</summary>
        private void After(JsonataNode node, Scope scope)
        {
            foreach (var stage in (node.Predicates ?? []).Concat(node.Stages ?? []))
            {
                if (stage.Filter is not null)
                    Part(stage.Filter, scope, atTop: false);
                else
                    scope.Bind(stage.Index!);
            }

            if (node.Group is not null && node is not JsonataPath)
                Pairs(node.Group, scope, atTop: false);
        }

        private void Part(JsonataNode node, Scope scope, bool atTop)
        {
            Own(node, scope, atTop, members: null);
            After(node, scope);
        }

        private void Pairs(JsonataGroup group, Scope scope, bool atTop)
        {
            foreach (var pair in group.Pairs)
            {
                Part(pair.Key, scope, atTop);
                Part(pair.Value, scope, atTop);
            }
        }

        private void Own(JsonataNode node, Scope scope, bool atTop, List<JsonataNode>? members)
        {
            switch (node)
            {
                case JsonataVariable variable:
                    Variable(variable, scope, atTop, members);
                    break;
                case JsonataName name when atTop:
                    uses._context.Add(new JsonataContextUse(name.Name, name.Position, name.Length));
                    break;
                case JsonataWildcard when atTop:
                    uses._context.Add(new JsonataContextUse("*", node.Position, 1));
                    break;
                case JsonataDescendants when atTop:
                    uses._context.Add(new JsonataContextUse("**", node.Position, 2));
                    break;
                case JsonataPath path:
                    Path(path, scope, atTop);
                    break;
                case JsonataSort sort:
                    foreach (var term in sort.Terms)
                        Part(term.Key, scope, atTop: false);
                    break;
                case JsonataNegate negate:
                    Part(negate.Operand, scope, atTop);
                    break;
                case JsonataBinary binary:
                    Part(binary.Left, scope, atTop);
                    Part(binary.Right, scope, atTop);
                    break;
                case JsonataRange range:
                    Part(range.From, scope, atTop);
                    Part(range.To, scope, atTop);
                    break;
                case JsonataArray array:
                    foreach (var item in array.Items)
                        Part(item, scope, atTop);
                    break;
                case JsonataObject constructor:
                    Pairs(constructor.Members, scope, atTop);
                    break;
                case JsonataBlock block:
                    var inner = new Scope(scope);
                    foreach (var expression in block.Expressions)
                        Part(expression, inner, atTop);
                    Flush(inner);
                    break;
                case JsonataCondition condition:
                    Part(condition.Test, scope, atTop);
                    Part(condition.Then, scope, atTop);
                    if (condition.Otherwise is not null)
                        Part(condition.Otherwise, scope, atTop);
                    break;
                case JsonataBind bind:
                    Part(bind.Value, scope, atTop);
                    scope.Bind(bind.Name);
                    break;
                case JsonataApply apply:
                    Part(apply.Left, scope, atTop);
                    Part(apply.Right, scope, atTop);
                    break;
                case JsonataCall call:
                    Call(call, scope, atTop);
                    break;
                case JsonataLambda lambda:
                    scope.Later.Add(() =>
                    {
                        var body = new Scope(scope);
                        foreach (var parameter in lambda.Parameters)
                            body.Bind(parameter);
                        Part(lambda.Body, body, atTop);
                        Flush(body);
                    });
                    break;
                case JsonataTransform transform:
                    Part(transform.Pattern, scope, atTop: false);
                    Part(transform.Update, scope, atTop: false);
                    if (transform.Delete is not null)
                        Part(transform.Delete, scope, atTop: false);
                    break;
            }
        }

        private void Variable(JsonataVariable variable, Scope scope, bool atTop, List<JsonataNode>? members)
        {
            var length = variable.Name.Length + 1;
            if (variable.Name.Length == 0 || variable.Name == "$")
            {
                if (atTop || variable.Name == "$")
                    uses._context.Add(new JsonataContextUse("$" + variable.Name, variable.Position, length));
                return;
            }

            if (scope.Has(variable.Name))
                return;
            if (JsonataFunctions.Exists(variable.Name))
            {
                uses._functions.Add(new JsonataFunctionUse(variable.Name, -1, true, variable.Position, length));
                return;
            }

            var names = new List<string>();
            var end = variable.Position + length;
            foreach (var member in members ?? [])
            {
                names.Add(((JsonataName)member).Name);
                end = member.Position + member.Length;
            }

            uses._variables.Add(new JsonataVariableUse(variable.Name, names, variable.Position, end - variable.Position));
        }

        private void Path(JsonataPath path, Scope scope, bool atTop)
        {
            var members = new List<JsonataNode>();
            if (IsPlain(path.Steps[0]))
            {
                for (var i = 1; i < path.Steps.Count && path.Steps[i] is JsonataName; i++)
                {
                    members.Add(path.Steps[i]);
                    if (!IsPlain(path.Steps[i]))
                        break;
                }
            }

            // What @ and # bind is known in the rest of the path.
            scope = new Scope(scope);
            for (var i = 0; i < path.Steps.Count; i++)
            {
                var step = path.Steps[i];
                Own(step, scope, atTop && i == 0, i == 0 ? members : null);
                if (step.Focus is not null)
                    scope.Bind(step.Focus);
                if (step.Index is not null)
                    scope.Bind(step.Index);
                After(step, scope);
            }

            if (path.Group is not null)
                Pairs(path.Group, scope, atTop: false);
            Flush(scope);
        }

        private static bool IsPlain(JsonataNode step) => step.Predicates is null && step.Stages is null && step.Group is null && step.Focus is null;

        private void Call(JsonataCall call, Scope scope, bool atTop)
        {
            if (call.Function is JsonataVariable { Name: var name } function && name.Length > 0 && name != "$")
            {
                if (!scope.Has(name))
                    uses._functions.Add(new JsonataFunctionUse(name, call.Arguments.Count, JsonataFunctions.Exists(name), function.Position, name.Length + 1));
            }
            else
            {
                Part(call.Function, scope, atTop);
            }

            foreach (var argument in call.Arguments)
                Part(argument, scope, atTop);
        }
    }
}
