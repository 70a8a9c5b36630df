using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>
/// Lists. JSONata collapses a sequence of one element to that element and an empty one to nothing, so what yields a list is wrapped in `[…]`;
/// a list of lists would lose a level that way and is refused.
/// </content>
internal sealed partial class JsonataTranslator
{
    private JsonataExpression TranslateList(IInvocationOperation call, IOperation source, int firstArgument)
    {
        source = Unconverted(source);
        if (source is IInvocationOperation { TargetMethod.Name: "op_Implicit", Arguments.Length: 1 } converted)
            source = Unconverted(converted.Arguments[0].Value);
        if (IsString(source.Type))
            return Refuse(call, "a text is not a list in JSONata");
        var rest = call.Arguments.Skip(firstArgument).Where(static a => !IsNullConstant(a.Value) || !a.IsImplicit).Select(static a => a.Value).ToArray();
        if (IsDictionary(source.Type))
            return TranslateDictionaryCall(call, source, rest.Length);
        if (names.HasOwnForm(source.Type!))
            return Refuse(call, $"a converter writes {source.Type!.Name} in its own way");
        var element = ElementOf(source.Type);
        var list = Receiver(source);
        if (list.IsLate && call.TargetMethod.Name is "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Any" or "All" or "Contains" or "ElementAt" or "Take" or "Skip" or "Single")
            return Refuse(call, "C# reads the list as far as it needs, JSONata all of it, and what calculates its elements may fail; put ToArray() before");
        switch (call.TargetMethod.Name, rest.Length)
        {
            case ("ToArray" or "ToList" or "ToImmutableArray" or "AsReadOnly", 0):
                return list with { IsLate = false };
            case ("AsEnumerable", 0):
                return list;
            case ("Count" or "LongCount", 0):
                return JsonataExpression.Call("count", list);
            case ("Count" or "LongCount", 1):
                return JsonataExpression.Call("count", Filter(call, list, element, rest[0], negate: false));
            case ("Any", 0):
                return JsonataExpression.Binary(JsonataExpression.Call("count", list), ">", JsonataExpression.Number("0"), JsonataExpression.Comparison);
            case ("Any" or "Exists", 1):
                return Exists(call, list, element, rest[0], isAny: true);
            case ("All" or "TrueForAll", 1):
                return Exists(call, list, element, rest[0], isAny: false);
            case ("Where" or "FindAll", 1):
                return JsonataExpression.List(Filter(call, list, element, rest[0], negate: false));
            case ("Select", 1):
                return Map(call, list, rest[0]);
            case ("SelectMany", 1):
                return Flatten(call, list, rest[0]);
            case ("Skip", 1) when !IsNested(element):
                return Window(list, rest[0], ">=");
            case ("Take", 1) when !IsNested(element) && IsInteger(Unconverted(rest[0]).Type):
                return Window(list, rest[0], "<");
            case ("Sum" or "Min" or "Max" or "Average", 0 or 1):
                return Aggregate(call, list, element, rest);
            case ("First" or "Last" or "FirstOrDefault" or "LastOrDefault", 0 or 1):
                return Pick(call, list, element, rest);
            case ("Single", 0) when !IsNested(element):
                return JsonataExpression.Call("single", list);
            case ("Single", 1) when !IsNested(element):
                return FunctionOf(rest[0], negate: false) is { } single ? JsonataExpression.Call("single", list, single) : JsonataExpression.Null;
            case ("ElementAt", 1):
                return TranslateElement(source, rest[0], call);
            case ("Contains", 1):
                return Contains(call, list, element, rest[0]);
            case ("Distinct", 0):
                return IsScalar(element) ? JsonataExpression.List(JsonataExpression.Call("distinct", list)) : Refuse(call, "only numbers, texts and booleans are equal as they are in C#");
            case ("OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending", 1 or 2):
                return Sort(call, element);
            case ("Reverse", 0):
                return IsNested(element) ? RefuseNested(call) : JsonataExpression.List(JsonataExpression.Call("reverse", list));
            case ("Concat", 1):
                return IsNested(element) ? RefuseNested(call) : JsonataExpression.List(JsonataExpression.Call("append", list, Receiver(rest[0])));
            case ("Append", 1):
                return IsNested(element) ? RefuseNested(call) : JsonataExpression.List(JsonataExpression.Call("append", list, Translate(rest[0]).OrNull()));
            case ("Prepend", 1):
                return IsNested(element) ? RefuseNested(call) : JsonataExpression.List(JsonataExpression.Call("append", Join([Translate(rest[0]).OrNull()]), list));
            case ("Skip" or "Take" or "Single", _) when IsNested(element):
                return RefuseNested(call);
            default:
                return Refuse(call, $"{call.TargetMethod.Name} with these arguments has no JSONata form");
        }
    }

    /// <summary>An object has no order and no elements: its keys can be counted.</summary>
    private JsonataExpression TranslateDictionaryCall(IInvocationOperation call, IOperation source, int arguments)
    {
        var count = JsonataExpression.Call("count", JsonataExpression.Call("keys", Receiver(source)));
        return (call.TargetMethod.Name, arguments) switch
        {
            ("Any", 0) => JsonataExpression.Binary(count, ">", JsonataExpression.Number("0"), JsonataExpression.Comparison),
            ("Count", 0) => count,
            _ => Refuse(call, "a dictionary is an object in the JSON, not a list; read a key of it"),
        };
    }

    private JsonataExpression TranslateNewList(IInvocationOperation call) => (call.TargetMethod.Name, call.Arguments.Length) switch
    {
        ("Empty", 0) => new JsonataExpression("[]", JsonataExpression.Primary),
        ("Range", 2) when call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int start } && call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: int and >= 0 and <= 10_000 and var count } =>
            new JsonataExpression($"[{Number(start).Text}..{Number((long)start + count - 1).Text}]", JsonataExpression.Primary),
        _ => Refuse(call, $"{call.TargetMethod.Name} with these arguments has no JSONata form"),
    };

    /// <summary>Elements that are lists themselves, or may be: where one of them is alone, a level would be lost.</summary>
    private bool IsNested(ITypeSymbol? element) => element is null
        || (ElementOf(element) is not null && !IsDictionary(element))
        || IsJson(element)
        || element.SpecialType == SpecialType.System_Object
        || element.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter
        || (element.TypeKind != TypeKind.Enum && names.HasOwnForm(element));

    private JsonataExpression RefuseNested(IOperation operation) => Refuse(operation, "a list of lists of one element would lose a level in JSONata");

    private JsonataExpression Filter(IOperation call, JsonataExpression list, ITypeSymbol? element, IOperation predicate, bool negate)
    {
        if (IsNested(element))
            return RefuseNested(call);
        return FunctionOf(predicate, negate) is { } function ? JsonataExpression.Call("filter", list, function) with { IsLate = list.IsLate || function.MayFail } : JsonataExpression.Null;
    }

    /// <summary>`Any` and `All` end at the first element that decides; where a later one may fail the list is reduced, which ends too.</summary>
    private JsonataExpression Exists(IOperation call, JsonataExpression list, ITypeSymbol? element, IOperation predicate, bool isAny)
    {
        var filtered = Filter(call, list, element, predicate, negate: !isAny);
        if (filtered.IsLate && LambdaOf(predicate) is { Symbol.Parameters: [var parameter] } lambda && BodyOf(lambda) is { } body)
        {
            var decided = "decided" + _functions++ + "_";
            var (op, power) = isAny ? ("or", JsonataExpression.Or) : ("and", JsonataExpression.And);
            var step = JsonataExpression.Binary(JsonataExpression.Variable(decided), op, Translate(body), power);
            return JsonataExpression.Call("reduce", list, new JsonataExpression($"function(${decided}, {_parameters[parameter].Text}){{ {step.Text} }}", JsonataExpression.Primary), isAny ? JsonataExpression.False : JsonataExpression.True);
        }

        return JsonataExpression.Binary(JsonataExpression.Call("count", filtered), isAny ? ">" : "=", JsonataExpression.Number("0"), JsonataExpression.Comparison);
    }

    private JsonataExpression Map(IOperation call, JsonataExpression list, IOperation selector)
    {
        if (LambdaOf(selector) is { } lambda && IsNested(lambda.Symbol.ReturnType))
            return RefuseNested(call);
        return FunctionOf(selector, negate: false) is { } function ? JsonataExpression.List(JsonataExpression.Call("map", list, function)) with { IsLate = list.IsLate || function.MayFail } : JsonataExpression.Null;
    }

    /// <summary>A step over the lists joins their elements, also where there is one list only.</summary>
    private JsonataExpression Flatten(IOperation call, JsonataExpression list, IOperation selector)
    {
        if (LambdaOf(selector) is not { Symbol.ReturnType: var inner } lambda || ElementOf(inner) is not { } element || IsNested(element) || IsDictionary(inner) || names.HasOwnForm(inner))
            return LambdaOf(selector) is null ? Refuse(selector, "a lambda with an expression is needed here") : RefuseNested(call);
        if (BodyOf(lambda) is { } body && MayBeNull(body))
            return Refuse(body, "a list that may be null has no elements to join; give it a value with '??'");
        return FunctionOf(selector, negate: false) is { } function
            ? JsonataExpression.List(new JsonataExpression(JsonataExpression.Call("map", list, function).Text + ".$", JsonataExpression.Primary)) with { IsLate = list.IsLate || function.MayFail }
            : JsonataExpression.Null;
    }

    private JsonataExpression Window(JsonataExpression list, IOperation count, string op)
    {
        var (item, index) = ("item" + _functions + "_", "index" + _functions + "_");
        _functions++;
        var size = Translate(count).Solid();
        var isConstant = count.ConstantValue.HasValue;
        var limit = isConstant ? size : JsonataExpression.Variable("size_");
        var part = JsonataExpression.List(JsonataExpression.Call("filter", list, new JsonataExpression(
            $"function(${item}, ${index}){{ {JsonataExpression.Binary(JsonataExpression.Variable(index), op, limit, JsonataExpression.Comparison).Text} }}", JsonataExpression.Primary)));
        // The size is calculated also where the list is empty.
        return isConstant ? part : part with { Text = "($size_ := " + size.Text + "; " + part.Text + ")" };
    }

    private JsonataExpression Aggregate(IInvocationOperation call, JsonataExpression list, ITypeSymbol? element, IOperation[] rest)
    {
        var type = rest.Length == 1 ? LambdaOf(rest[0])?.Symbol.ReturnType : element;
        if (!IsNumeric(type) || type!.SpecialType == SpecialType.System_Single)
            return Refuse(call, "JSONata adds up and compares lists of numbers that are never null");
        var name = call.TargetMethod.Name;
        if (type.SpecialType == SpecialType.System_Decimal && name is "Sum" or "Average")
            Inform(call, "a decimal is calculated as a double, exact to 15 digits");
        var values = rest.Length == 1 ? Map(call, list, rest[0]) : list;
        var result = JsonataExpression.Call(name.ToLowerInvariant(), values);
        return name == "Sum" ? result : result with { Absence = Absence.Fault };
    }

    private JsonataExpression Pick(IInvocationOperation call, JsonataExpression list, ITypeSymbol? element, IOperation[] rest)
    {
        var name = call.TargetMethod.Name;
        var isOptional = name.EndsWith("OrDefault", StringComparison.Ordinal);
        if (rest.Length == 1 && LambdaOf(rest[0]) is null)
            return Refuse(call, "a default other than null is not translated; use '??'");
        if (rest.Length == 1 && IsNested(element))
            return RefuseNested(call);
        var source = rest.Length == 1 ? JsonataExpression.List(Filter(call, list, element, rest[0], negate: false)) : list.Solid();
        if (rest.Length == 1 && source.IsLate)
            return Refuse(call, "C# ends at the first match, JSONata asks all elements, and the question may fail; write Where(…).ToArray() before");
        var picked = source.Element(JsonataExpression.Number(name.StartsWith("Last", StringComparison.Ordinal) ? "-1" : "0"));
        if (!isOptional)
            return picked;
        return DefaultOf(element!) is { } otherwise
            ? JsonataExpression.Choose(JsonataExpression.Call("exists", picked with { Absence = Absence.Never }), picked with { Absence = Absence.Never }, otherwise)
            : Refuse(call, "the default of this type has no JSON form; test Any() first");
    }

    private JsonataExpression Contains(IOperation call, JsonataExpression list, ITypeSymbol? element, IOperation value) =>
        IsScalar(element) && !IsNullConstant(value)
            ? JsonataExpression.Binary(Translate(value).OrNull(), "in", list, JsonataExpression.Comparison)
            : Refuse(call, "only numbers, texts and booleans are equal as they are in C#");

    /// <summary>`OrderBy` with its `ThenBy`s is one sort: an element goes behind another when the first key that differs says so.</summary>
    private JsonataExpression Sort(IInvocationOperation call, ITypeSymbol? element)
    {
        if (IsNested(element))
            return RefuseNested(call);
        var keys = new Stack<IInvocationOperation>();
        IOperation source = call;
        while (source is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" }, Arguments.Length: >= 2 } step)
        {
            keys.Push(step);
            source = Unconverted(step.Arguments[0].Value);
            if (step.TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal))
                break;
        }

        if (!keys.Peek().TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal))
            return Refuse(call, "ThenBy follows an OrderBy");
        var list = Receiver(source);
        var (left, right) = ("left" + _functions + "_", "right" + _functions + "_");
        _functions++;
        JsonataExpression? order = null;
        foreach (var key in keys.Reverse())
        {
            if (Compare(key, left, right) is not { } pair)
                return JsonataExpression.Null;
            if (pair.Left.MayFail || pair.Left.Absence == Absence.Fault)
            {
                Refuse(key, "a key that may fail is not calculated for a list of one; make it a member with Select before");
                return JsonataExpression.Null;
            }

            var after = JsonataExpression.Binary(pair.Left, key.TargetMethod.Name.EndsWith("Descending", StringComparison.Ordinal) ? "<" : ">", pair.Right, JsonataExpression.Comparison);
            if (order is { } minor)
            {
                var isTie = JsonataExpression.Binary(pair.Left, "=", pair.Right, JsonataExpression.Comparison);
                after = JsonataExpression.Binary(after, "or", JsonataExpression.Binary(isTie, "and", minor, JsonataExpression.And), JsonataExpression.Or);
            }

            order = after;
        }

        return JsonataExpression.List(JsonataExpression.Call("sort", list with { IsLate = false }, new JsonataExpression($"function(${left}, ${right}){{ {order!.Value.Solid().Text} }}", JsonataExpression.Primary)));
    }

    /// <summary>One key of a sort, for two elements.</summary>
    private (JsonataExpression Left, JsonataExpression Right)? Compare(IInvocationOperation key, string left, string right)
    {
        if (LambdaOf(key.Arguments[1].Value) is not { Symbol: { Parameters.Length: 1 } symbol } lambda || BodyOf(lambda) is not { } body)
        {
            Refuse(key.Arguments[1].Value, "a lambda with an expression is needed here");
            return null;
        }

        var comparer = key.Arguments.Length == 3 ? Unconverted(key.Arguments[2].Value) : null;
        var isOrdinalText = IsString(symbol.ReturnType) && comparer is IPropertyReferenceOperation { Property: { Name: "Ordinal", ContainingType.Name: "StringComparer" } };
        var isSortable = IsNumeric(symbol.ReturnType) || symbol.ReturnType.SpecialType == SpecialType.System_Char || IsInstant(symbol.ReturnType) || IsDate(symbol.ReturnType);
        if ((!(isSortable && comparer is null) && !isOrdinalText) || MayBeNull(body))
        {
            Refuse(key, "JSONata sorts by numbers, dates, and by texts as StringComparer.Ordinal does: pass it; a key is never null");
            return null;
        }

        var (one, other) = (TranslateWith(symbol.Parameters[0], JsonataExpression.Variable(left), body), TranslateWith(symbol.Parameters[0], JsonataExpression.Variable(right), body));
        return IsInstant(symbol.ReturnType) ? (Millis(one), Millis(other)) : (one, other);
    }

    private JsonataExpression TranslateWith(IParameterSymbol parameter, JsonataExpression value, IOperation body)
    {
        _parameters[parameter] = value;
        return Translate(body);
    }

    /// <summary>A lambda as a JSONata function. Its parameters keep their names unless a function of the language has them.</summary>
    private JsonataExpression? FunctionOf(IOperation argument, bool negate)
    {
        if (LambdaOf(argument) is not { } lambda || BodyOf(lambda) is not { } body)
        {
            Refuse(argument, "a lambda with an expression is needed here");
            return null;
        }

        var parameters = new List<string>();
        foreach (var parameter in lambda.Symbol.Parameters)
        {
            var name = parameter.Name;
            while (JsonataFunctions.Has(name) || name is "states" or "error" || IsBound(name))
                name += "_";
            _parameters[parameter] = JsonataExpression.Variable(name);
            parameters.Add("$" + name);
        }

        var value = Translate(body).Solid().OrNull();
        if (negate)
            value = JsonataExpression.Not(value);
        return new JsonataExpression("function(" + string.Join(", ", parameters) + "){ " + value.Text + " }", JsonataExpression.Primary);
    }

    /// <summary>True when a variable of the machine has the name: a parameter would hide it.</summary>
    private bool IsBound(string name)
    {
        foreach (var bound in _parameters)
        {
            if (bound.Value.Text == "$" + name && bound.Key.Name != name)
                return true;
        }

        return false;
    }

    private JsonataExpression TranslateArray(IArrayCreationOperation array)
    {
        if (array.Initializer is { } initializer)
            return ListOf(initializer.ElementValues.Select(v => (v, Translate(v))));
        return array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }] ? new JsonataExpression("[]", JsonataExpression.Primary) : Refuse(array, "write the elements");
    }

    private JsonataExpression TranslateCollection(CollectionExpressionSyntax collection)
    {
        var items = new List<(IOperation, JsonataExpression)>();
        foreach (var element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: var expression } && OperationOf(expression) is { } operation)
                items.Add((operation, Translate(operation)));
            else
                return Refuse(element, "a spread is not translated; use Concat");
        }

        return ListOf(items);
    }

    /// <summary>Parentheses have no operation of their own.</summary>
    private IOperation? OperationOf(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return semantics.GetOperation(expression);
    }

    /// <summary>The constructor joins list elements instead of nesting them unless they are constructors themselves, so those get brackets of their own.</summary>
    private JsonataExpression ListOf(IEnumerable<(IOperation Operation, JsonataExpression Value)> items)
    {
        var elements = new List<JsonataExpression>();
        foreach (var (operation, value) in items)
        {
            var isNested = operation.Syntax is CollectionExpressionSyntax || IsNested(Unconverted(operation).Type ?? operation.Type);
            if (isNested && MayBeNull(operation))
                return Refuse(operation, "a list within a list is never null");
            if (isNested && (ElementOf(Unconverted(operation).Type ?? operation.Type) is null && operation.Syntax is not CollectionExpressionSyntax))
                return Refuse(operation, "what may be a list or not loses a level in a list");
            elements.Add(isNested && !value.Text.StartsWith("[", StringComparison.Ordinal) ? JsonataExpression.List(value) : value.OrNull());
        }

        return Join(elements);
    }
}
