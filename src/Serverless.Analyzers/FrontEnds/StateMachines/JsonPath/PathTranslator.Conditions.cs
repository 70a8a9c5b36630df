using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <content>
/// Conditions of a Choice. A comparison with a variable that is not there fails the state, and one with null never holds, so that what may be
/// null is asked first, as C# answers: null is equal to nothing but null, and neither less nor greater.
/// </content>
internal sealed partial class PathTranslator
{
    private const string OnlyMembers = "a Choice compares members of the data; compute the value with Set in the state before, and compare the variable";

    private PathCondition TranslateCondition(IOperation operation)
    {
        operation = PathTypes.Unwrapped(operation);
        if (operation.ConstantValue is { HasValue: true, Value: bool constant })
            return constant ? PathCondition.True : PathCondition.Not(PathCondition.True);
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                return PathCondition.And(TranslateCondition(and.LeftOperand), TranslateCondition(and.RightOperand));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                return PathCondition.Or(TranslateCondition(or.LeftOperand), TranslateCondition(or.RightOperand));
            case IBinaryOperation binary:
                return TranslateComparison(binary);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return PathCondition.Not(TranslateCondition(not.Operand));
            case IIsPatternOperation pattern:
                return VariableOf(pattern.Value) is { } value ? TranslatePattern(pattern.Pattern, value, pattern.Value.Type, PathTypes.MayBeNull(pattern.Value)) : PathCondition.True;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                var condition = TranslateCondition(conditional.Condition);
                return PathCondition.Or(PathCondition.And(condition, TranslateCondition(conditional.WhenTrue)), PathCondition.And(PathCondition.Not(condition), TranslateCondition(otherwise)));
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: bool fallback } } coalesce:
                return fallback ? PathCondition.Not(IsBoolean(coalesce.Value, false)) : IsBoolean(coalesce.Value, true);
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance }:
                return VariableOf(instance) is { } nullable ? PathCondition.NotNull(nullable) : PathCondition.True;
            case IInvocationOperation call:
                return TranslateTest(call);
            default:
                return IsBoolean(operation, true);
        }
    }

    /// <summary>A boolean of the data, or what `?.` makes of one.</summary>
    private PathCondition IsBoolean(IOperation operation, bool wanted)
    {
        operation = PathTypes.Unwrapped(operation);
        if (operation is IConditionalAccessOperation { WhenNotNull: var inner } access && VariableOf(access.Operation) is { } receiver)
        {
            _conditionalReceivers.Push(PathText.Path(receiver));
            var test = TranslateCondition(inner);
            _conditionalReceivers.Pop();
            return PathCondition.And(PathCondition.NotNull(receiver), wanted ? test : PathCondition.Not(test));
        }

        if (VariableOf(operation) is not { } variable)
            return PathCondition.True;
        var equal = new PathCondition.Comparison(variable, "BooleanEquals", new AslBoolean(wanted));
        return PathTypes.MayBeNull(operation) ? PathCondition.And(PathCondition.Present(variable), equal) : equal;
    }

    /// <summary>The path that a comparison reads; null when it was refused.</summary>
    private string? VariableOf(IOperation operation)
    {
        operation = PathTypes.Unwrapped(operation);
        var pushed = 0;
        while (operation is IConditionalAccessOperation access)
        {
            if (VariableOf(access.Operation) is not { } receiver)
                return null;
            _conditionalReceivers.Push(PathText.Path(receiver));
            pushed++;
            operation = PathTypes.Unwrapped(access.WhenNotNull);
        }

        var text = operation is IUnaryOperation or IBinaryOperation or IInterpolatedStringOperation or ICoalesceOperation ? Refuse(operation, OnlyMembers) : Translate(operation);
        for (; pushed > 0; pushed--)
            _conditionalReceivers.Pop();
        if (text == PathText.None)
            return null;
        if (text is { Kind: PathTextKind.Path, IsMany: false })
            return text.Text;
        Refuse(operation, OnlyMembers);
        return null;
    }

    private PathCondition TranslateComparison(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        var kind = binary.OperatorKind;
        if (kind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual))
        {
            Refuse(binary, OnlyMembers);
            return PathCondition.True;
        }

        if (IsConstant(left) && !IsConstant(right))
            ((left, right), kind) = ((right, left), Mirrored(kind));
        if (IsConstant(right))
            right = PathTypes.Unwrapped(right);
        if (kind == BinaryOperatorKind.NotEquals)
            return PathCondition.Not(Equal(binary, left, right));
        if (kind == BinaryOperatorKind.Equals)
            return Equal(binary, left, right);
        if (TextOrder(left, right) is { } texts)
            return Compare(binary, texts.Left, texts.Right, "String" + Suffix(kind), isOrder: true);
        if (CountOf(left) is { } list && right.ConstantValue is { HasValue: true, Value: int count })
            return Counted(list, kind, count);
        return KindOf(left, right) is { } prefix and not "Boolean" && !(prefix == "String" && !IsCharacter(left))
            ? Compare(binary, left, right, prefix + Suffix(kind), isOrder: true)
            : RefuseComparison(binary, "a Choice orders numbers and moments; texts with string.CompareOrdinal");
    }

    private PathCondition Equal(IOperation place, IOperation left, IOperation right)
    {
        if (PathTypes.IsNullConstant(right))
            return VariableOf(left) is { } value ? PathCondition.Not(PathCondition.NotNull(value)) : PathCondition.True;
        if (PathTypes.IsNullConstant(left))
            return VariableOf(right) is { } other ? PathCondition.Not(PathCondition.NotNull(other)) : PathCondition.True;
        if (right.ConstantValue is { HasValue: true, Value: bool wanted })
            return PathTypes.MayBeNull(left) || !IsTest(left) ? IsBoolean(left, wanted) : wanted ? TranslateCondition(left) : PathCondition.Not(TranslateCondition(left));
        if (TextOrder(left, right) is { } texts)
            return Compare(place, texts.Left, texts.Right, "StringEquals", isOrder: false);
        if (CountOf(left) is { } list && right.ConstantValue is { HasValue: true, Value: int count })
            return PathCondition.And(Counted(list, BinaryOperatorKind.GreaterThanOrEqual, count), Counted(list, BinaryOperatorKind.LessThanOrEqual, count));
        return KindOf(left, right) is { } prefix
            ? Compare(place, left, right, prefix + "Equals", isOrder: false)
            : RefuseComparison(place, "a Choice compares texts, numbers, booleans and moments");
    }

    /// <summary>True for what is a condition itself and no member of the data.</summary>
    private static bool IsTest(IOperation operation) => PathTypes.Unwrapped(operation) is IBinaryOperation or IUnaryOperation or IInvocationOperation or IIsPatternOperation;

    private PathCondition RefuseComparison(IOperation operation, string reason)
    {
        Refuse(operation, reason);
        return PathCondition.True;
    }

    private static bool IsConstant(IOperation operation) =>
        operation.ConstantValue.HasValue || (operation is IConversionOperation conversion && IsConstant(conversion.Operand)) || MomentOf(PathTypes.Unwrapped(operation)) is not null;

    /// <summary>`string.CompareOrdinal(a, b) &lt; 0`</summary>
    private static (IOperation Left, IOperation Right)? TextOrder(IOperation left, IOperation right) =>
        right.ConstantValue is { HasValue: true, Value: 0 } && PathTypes.Unwrapped(left) is IInvocationOperation { TargetMethod: { Name: "CompareOrdinal" or "Compare", ContainingType.SpecialType: SpecialType.System_String } method } call
        && (method.Name == "CompareOrdinal" ? call.Arguments.Length == 2 : call.Arguments is [_, _, { Value.ConstantValue: { HasValue: true, Value: 4 } }])
            ? (call.Arguments[0].Value, call.Arguments[1].Value)
            : null;

    /// <summary>Two operands of one kind that a Choice compares, by the first word of its operators.</summary>
    private string? KindOf(IOperation left, IOperation right)
    {
        var (l, r) = (KindOf(left), KindOf(right));
        return IsCharacter(left) && right.ConstantValue is { HasValue: true, Value: int or char } ? "String" : l == r ? l : null;
    }

    private string? KindOf(IOperation operation)
    {
        var type = PathTypes.UnderlyingOf(PathTypes.Unwrapped(operation).Type);
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType ? names.IsTextual(enumType) ? "String" : "Numeric"
            : PathTypes.IsString(type) || PathTypes.IsCharacter(type) ? "String"
            : PathTypes.IsNumeric(type) ? "Numeric"
            : PathTypes.IsBoolean(type) ? "Boolean"
            : PathTypes.IsInstant(type) ? "Timestamp"
            : null;
    }

    private static bool IsCharacter(IOperation operation) => PathTypes.IsCharacter(PathTypes.Unwrapped(operation).Type);

    private static string Suffix(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => "LessThan",
        BinaryOperatorKind.LessThanOrEqual => "LessThanEquals",
        BinaryOperatorKind.GreaterThan => "GreaterThan",
        BinaryOperatorKind.GreaterThanOrEqual => "GreaterThanEquals",
        _ => "Equals",
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private PathCondition Compare(IOperation place, IOperation left, IOperation right, string name, bool isOrder)
    {
        if (VariableOf(left) is not { } variable)
            return PathCondition.True;
        var guard = isOrder || name.StartsWith("Timestamp", StringComparison.Ordinal) ? Typed(variable, name) : PathCondition.Present(variable);
        if (ConstantOf(left, right) is { } constant)
        {
            var test = new PathCondition.Comparison(variable, name, constant);
            return PathTypes.MayBeNull(left) ? PathCondition.And(guard, test) : test;
        }

        if (right.ConstantValue.HasValue)
            return PathCondition.True;
        if (VariableOf(right) is not { } other)
            return PathCondition.True;
        var comparison = new PathCondition.Comparison(variable, name + "Path", new AslPath(other));
        var (isLeftOpen, isRightOpen) = (PathTypes.MayBeNull(left), PathTypes.MayBeNull(right));
        PathCondition[] guards = [.. isLeftOpen ? [Typed(variable, name)] : Array.Empty<PathCondition>(), .. isRightOpen ? [Typed(other, name)] : Array.Empty<PathCondition>()];
        var whole = PathCondition.And([.. guards, comparison]);
        return isLeftOpen && isRightOpen && !isOrder
            ? PathCondition.Or(PathCondition.And(PathCondition.Not(PathCondition.NotNull(variable)), PathCondition.Not(PathCondition.NotNull(other))), whole)
            : whole;
    }

    /// <summary>There, and of the kind that the operator compares.</summary>
    private static PathCondition Typed(string variable, string name) => PathCondition.And(
        PathCondition.Present(variable),
        PathCondition.Is(variable, name[0] switch { 'S' => "IsString", 'N' => "IsNumeric", 'T' => "IsTimestamp", _ => "IsBoolean" }));

    /// <summary>The constant that a comparison is made with; null when it is none. A refused one is reported.</summary>
    private AslData? ConstantOf(IOperation left, IOperation right)
    {
        right = PathTypes.Unwrapped(right);
        if (MomentOf(right) is { } moment)
            return new AslText(moment);
        if (!right.ConstantValue.HasValue)
            return null;
        if (IsCharacter(left) && right.ConstantValue.Value is int code)
            return new AslText(((char)code).ToString());
        var text = TranslateConstant(right);
        return text == PathText.None ? null
            : text.Text == "true" ? new AslBoolean(true)
            : text.Text == "false" ? new AslBoolean(false)
            : text.Text[0] == '\'' ? new AslText(Model.Expressions.JsonPath.PathParser.Unescape(Unquoted(text)))
            : new AslNumber(text.Text);
    }

    /// <summary>`DateTimeOffset.Parse("2027-01-31T00:00:00Z")`, as the service writes moments.</summary>
    private static string? MomentOf(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType: var type } } call || !PathTypes.IsInstant(type)
            || call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string text })
            return null;
        var hasZone = text.Length > 19 && text[10] == 'T' && (text[text.Length - 1] == 'Z' || text[text.Length - 6] is '+' or '-');
        return hasZone && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) ? text : null;
    }

    /// <summary>The list whose elements are counted.</summary>
    private static IOperation? CountOf(IOperation operation) => PathTypes.Unwrapped(operation) switch
    {
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } instance } when PathTypes.ElementOf(instance.Type) is not null => instance,
        IInvocationOperation { TargetMethod: { Name: "Count", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var list }] } => list,
        _ => null,
    };

    /// <summary>How many elements there are shows in which of them are there.</summary>
    private PathCondition Counted(IOperation list, BinaryOperatorKind kind, int count)
    {
        if (VariableOf(list) is not { } variable)
            return PathCondition.True;
        PathCondition AtLeast(int number) => number <= 0 ? PathCondition.True : PathCondition.Present(PathText.Path(variable).Element(number - 1).Text);
        return kind switch
        {
            BinaryOperatorKind.GreaterThan => AtLeast(count + 1),
            BinaryOperatorKind.GreaterThanOrEqual => AtLeast(count),
            BinaryOperatorKind.LessThan => PathCondition.Not(AtLeast(count)),
            _ => PathCondition.Not(AtLeast(count + 1)),
        };
    }

    private PathCondition TranslateTest(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { Name: "Any", ContainingType.Name: "Enumerable" } && call.Arguments.Length == 1)
            return Counted(call.Arguments[0].Value, BinaryOperatorKind.GreaterThan, 0);
        if (method.Name == "GetBoolean" && PathTypes.IsJson(call.Instance?.Type))
            return IsBoolean(call, true);
        if (method.Name == "GetValueOrDefault" && call.Arguments.Length == 0 && call.Instance is { } nullable && PathTypes.IsBoolean(PathTypes.UnderlyingOf(nullable.Type)))
            return IsBoolean(nullable, true);
        if (method.Name == "Equals" && Operands(call) is { } operands)
            return Equal(call, operands.Left, operands.Right);
        if (!PathTypes.IsString(method.ContainingType))
            return RefuseComparison(call, "a method runs in a function only; compute it in a task, or with Set in the state before");
        return method.Name switch
        {
            "IsNullOrEmpty" => IsNullOrEmpty(call.Arguments[0].Value),
            "StartsWith" => Matches(call, "", "*"),
            "EndsWith" => Matches(call, "*", ""),
            "Contains" => Matches(call, "*", "*"),
            _ => RefuseComparison(call, $"no operator of a Choice does what string.{method.Name} does; compute it in a task"),
        };
    }

    /// <summary>Of `a.Equals(b)` and `string.Equals(a, b)`, where they compare as `==` does.</summary>
    private static (IOperation Left, IOperation Right)? Operands(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(static a => a.Value.Type?.Name != "StringComparison").Select(static a => a.Value).ToArray();
        if (!IsOrdinal(call))
            return null;
        return (call.Instance, arguments.Length) switch
        {
            ({ } instance, 1) => (instance, arguments[0]),
            (null, 2) => (arguments[0], arguments[1]),
            _ => null,
        };
    }

    private static bool IsOrdinal(IInvocationOperation call) =>
        call.Arguments.All(static a => a.Value.Type?.Name != "StringComparison" || a.Value.ConstantValue is { HasValue: true, Value: 4 });

    private PathCondition IsNullOrEmpty(IOperation text)
    {
        if (VariableOf(text) is not { } variable)
            return PathCondition.True;
        var empty = new PathCondition.Comparison(variable, "StringEquals", new AslText(""));
        return PathTypes.MayBeNull(text) ? PathCondition.Not(PathCondition.And(PathCondition.NotNull(variable), PathCondition.Not(empty))) : empty;
    }

    private PathCondition Matches(IInvocationOperation call, string before, string after)
    {
        if (call.Arguments.Length == 0 || call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string or char } constant || !IsOrdinal(call))
            return RefuseComparison(call, "a Choice matches constant patterns, ordinally; compute others in a task");
        if (VariableOf(call.Instance!) is not { } variable)
            return PathCondition.True;
        var pattern = constant.Value!.ToString()!.Replace("\\", "\\\\").Replace("*", "\\*");
        return new PathCondition.Comparison(variable, "StringMatches", new AslText(before + pattern + after));
    }
}
