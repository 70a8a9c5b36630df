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
        var element = ElementOf(source.Type);
        var list = Translate(source);
        var rest = call.Arguments.Skip(firstArgument).Where(static a => !IsNullConstant(a.Value) || !a.IsImplicit).Select(static a => a.Value).ToArray();
        switch (call.TargetMethod.Name, rest.Length)
        {
            case ("ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray" or "Cast", 0):
                return list;
            case ("Count" or "LongCount", 0):
                return JsonataExpression.Call("count", list);
            case ("Count" or "LongCount", 1):
                return JsonataExpression.Call("count", Filter(call, list, element, rest[0], negate: false));
            case ("Any", 0):
                return JsonataExpression.Binary(JsonataExpression.Call("count", list), ">", JsonataExpression.Number("0"), JsonataExpression.Comparison);
            case ("Any", 1):
                return JsonataExpression.Binary(JsonataExpression.Call("count", Filter(call, list, element, rest[0], negate: false)), ">", JsonataExpression.Number("0"), JsonataExpression.Comparison);
            case ("All", 1):
                return JsonataExpression.Binary(JsonataExpression.Call("count", Filter(call, list, element, rest[0], negate: true)), "=", JsonataExpression.Number("0"), JsonataExpression.Comparison);
            case ("Where", 1):
                return JsonataExpression.List(Filter(call, list, element, rest[0], negate: false));
            case ("Select", 1):
                return Map(call, list, rest[0]);
            case ("Sum" or "Min" or "Max" or "Average", 0 or 1):
                return Aggregate(call, list, element, rest);
            case ("First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault", 0 or 1):
                return Pick(call, list, element, rest);
            case ("ElementAt", 1):
                return list.Element(Translate(rest[0]));
            case ("Contains", 1):
                return Contains(call, list, element, rest[0]);
            case ("Distinct", 0):
                return IsScalar(element) ? JsonataExpression.List(JsonataExpression.Call("distinct", list)) : Refuse(call, "only numbers, texts and booleans are equal as they are in C#");
            case ("OrderBy" or "OrderByDescending", 1 or 2):
                return Sort(call, list, element, rest);
            case ("Reverse", 0):
                return IsNested(element) ? RefuseNested(call) : JsonataExpression.List(JsonataExpression.Call("reverse", list));
            case ("Concat", 1):
                return IsNested(element) ? RefuseNested(call) : JsonataExpression.List(JsonataExpression.Call("append", list, Translate(rest[0])));
            default:
                return Refuse(call, $"{call.TargetMethod.Name} with these arguments has no JSONata form");
        }
    }

    private static bool IsNested(ITypeSymbol? element) => ElementOf(element) is not null || IsJson(element);

    private JsonataExpression RefuseNested(IOperation operation) => Refuse(operation, "a list of lists of one element would lose a level in JSONata");

    private JsonataExpression Filter(IOperation call, JsonataExpression list, ITypeSymbol? element, IOperation predicate, bool negate)
    {
        if (IsNested(element))
            return RefuseNested(call);
        return FunctionOf(predicate, negate) is { } function ? JsonataExpression.Call("filter", list, function) : JsonataExpression.Null;
    }

    private JsonataExpression Map(IOperation call, JsonataExpression list, IOperation selector)
    {
        if (LambdaOf(selector) is { } lambda && IsNested(lambda.Symbol.ReturnType))
            return RefuseNested(call);
        return FunctionOf(selector, negate: false) is { } function ? JsonataExpression.List(JsonataExpression.Call("map", list, function)) : JsonataExpression.Null;
    }

    private JsonataExpression Aggregate(IInvocationOperation call, JsonataExpression list, ITypeSymbol? element, IOperation[] rest)
    {
        var type = rest.Length == 1 ? LambdaOf(rest[0])?.Symbol.ReturnType : element;
        if (!IsNumeric(type))
            return Refuse(call, "JSONata adds up and compares lists of numbers that are never null");
        var values = rest.Length == 1 ? Map(call, list, rest[0]) : list;
        return JsonataExpression.Call(call.TargetMethod.Name.ToLowerInvariant(), values);
    }

    private JsonataExpression Pick(IInvocationOperation call, JsonataExpression list, ITypeSymbol? element, IOperation[] rest)
    {
        var name = call.TargetMethod.Name;
        if (rest.Length == 1 && LambdaOf(rest[0]) is null)
            return Refuse(call, "a default other than null is not translated; use '??'");
        var source = rest.Length == 1 ? JsonataExpression.List(Filter(call, list, element, rest[0], negate: false)) : list;
        var picked = source.Element(JsonataExpression.Number(name.StartsWith("Last", StringComparison.Ordinal) ? "-1" : "0"));
        if (!name.EndsWith("OrDefault", StringComparison.Ordinal))
            return picked;
        if (element is { IsValueType: true })
            return Refuse(call, "the default of a value type is a value; test Any() first");
        return JsonataExpression.Choose(JsonataExpression.Call("exists", picked), picked, JsonataExpression.Null);
    }

    private JsonataExpression Contains(IOperation call, JsonataExpression list, ITypeSymbol? element, IOperation value) =>
        IsScalar(element) && !IsNullConstant(value)
            ? JsonataExpression.Binary(Translate(value), "in", list, JsonataExpression.Comparison)
            : Refuse(call, "only numbers, texts and booleans are equal as they are in C#");

    private JsonataExpression Sort(IInvocationOperation call, JsonataExpression list, ITypeSymbol? element, IOperation[] rest)
    {
        if (IsNested(element))
            return RefuseNested(call);
        if (LambdaOf(rest[0]) is not { Symbol: { Parameters.Length: 1 } symbol } lambda || BodyOf(lambda) is not { } body)
            return Refuse(rest[0], "a lambda with an expression is needed here");
        var isOrdinalText = IsString(symbol.ReturnType) && rest.Length == 2
            && Unconverted(rest[1]) is IPropertyReferenceOperation { Property: { Name: "Ordinal", ContainingType.Name: "StringComparer" } };
        if (!(IsNumeric(symbol.ReturnType) && rest.Length == 1) && !isOrdinalText)
            return Refuse(call, "JSONata sorts by numbers, and by texts as StringComparer.Ordinal does: pass it");
        var op = call.TargetMethod.Name == "OrderBy" ? ">" : "<";
        var left = TranslateWith(symbol.Parameters[0], JsonataExpression.Variable("left_"), body);
        var right = TranslateWith(symbol.Parameters[0], JsonataExpression.Variable("right_"), body);
        var comparison = JsonataExpression.Binary(left, op, right, JsonataExpression.Comparison);
        return JsonataExpression.List(JsonataExpression.Call("sort", list, new JsonataExpression("function($left_, $right_){ " + comparison.Text + " }", JsonataExpression.Primary)));
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
            var name = JsonataFunctions.Has(parameter.Name) || parameter.Name is "states" ? parameter.Name + "_" : parameter.Name;
            _parameters[parameter] = JsonataExpression.Variable(name);
            parameters.Add("$" + name);
        }

        var value = Translate(body);
        if (!negate && body.Type is { SpecialType: not SpecialType.System_Boolean } && MayBeNull(body))
            value = JsonataExpression.Choose(JsonataExpression.Call("exists", value), value, JsonataExpression.Null);
        if (negate)
            value = JsonataExpression.Not(value);
        return new JsonataExpression("function(" + string.Join(", ", parameters) + "){ " + value.Text + " }", JsonataExpression.Primary);
    }

    private JsonataExpression TranslateArray(IArrayCreationOperation array) => array.Initializer is { } initializer
        ? ListOf(initializer.ElementValues.Select(v => (Translate(v), v.Type)))
        : Refuse(array, "write the elements");

    private JsonataExpression TranslateCollection(CollectionExpressionSyntax collection)
    {
        var items = new List<(JsonataExpression, ITypeSymbol?)>();
        foreach (var element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: var expression } && semantics.GetOperation(expression) is { } operation)
                items.Add((Translate(operation), operation.Type));
            else
                return Refuse(element, "a spread is not translated; use Concat");
        }

        return ListOf(items);
    }

    /// <summary>The constructor joins list elements instead of nesting them unless they are constructors themselves, so those get brackets of their own.</summary>
    private static JsonataExpression ListOf(IEnumerable<(JsonataExpression Value, ITypeSymbol? Type)> items) =>
        JsonataExpression.List(new JsonataExpression(
            string.Join(", ", items.Select(static i => IsNested(i.Type) && !i.Value.Text.StartsWith("[", StringComparison.Ordinal) ? JsonataExpression.List(i.Value).Text : i.Value.Text)),
            JsonataExpression.Primary));
}
