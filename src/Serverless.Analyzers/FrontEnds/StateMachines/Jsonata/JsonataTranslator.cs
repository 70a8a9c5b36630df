using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>
/// Translates the body of a C# lambda to JSONata that means the same on the JSON of its arguments. What has no such form is refused at the
/// very sub-expression: a wrong translation would fail, or worse, decide differently, long after deployment.
/// Works on operations, so that overloads, constants and conversions are the compiler's; collection expressions have none on the oldest
/// supported compiler and are read from syntax.
/// </summary>
internal sealed partial class JsonataTranslator(SemanticModel semantics, JsonNaming names, Action<SyntaxNode, string> refuse, Action<AwsValue, SyntaxNode> refer)
{
    private const long LargestExactInteger = 9_007_199_254_740_992;

    private readonly Dictionary<IParameterSymbol, JsonataExpression> _parameters = new(SymbolEqualityComparer.Default);
    private readonly Stack<JsonataExpression> _conditionalReceivers = new();

    /// <summary>Makes a parameter known as an expression: `$document`, `$states.input`.</summary>
    public void Bind(IParameterSymbol parameter, JsonataExpression expression) => _parameters[parameter] = expression;

    /// <summary>The body's value as one expression.</summary>
    public JsonataExpression Translate(IOperation operation)
    {
        if (operation.Syntax is CollectionExpressionSyntax collection)
            return TranslateCollection(collection);
        if (operation.ConstantValue.HasValue && operation is not IInterpolatedStringOperation)
            return TranslateConstant(operation);

        return operation switch
        {
            IConversionOperation conversion => TranslateConversion(conversion),
            IParenthesizedOperation parenthesized => Translate(parenthesized.Operand),
            IParameterReferenceOperation parameter => TranslateParameter(parameter),
            IPropertyReferenceOperation property => TranslateProperty(property),
            IFieldReferenceOperation field => TranslateField(field),
            IBinaryOperation binary => TranslateBinary(binary),
            IUnaryOperation unary => TranslateUnary(unary),
            IConditionalOperation conditional when conditional.WhenFalse is not null => TranslateConditional(conditional),
            ICoalesceOperation coalesce => TranslateCoalesce(coalesce),
            IConditionalAccessOperation access => TranslateConditionalAccess(access),
            IConditionalAccessInstanceOperation when _conditionalReceivers.Count > 0 => _conditionalReceivers.Peek(),
            IIsPatternOperation pattern => TranslatePattern(pattern.Pattern, Translate(pattern.Value), pattern.Value.Type),
            ISwitchExpressionOperation @switch => TranslateSwitch(@switch),
            IInterpolatedStringOperation interpolated => TranslateInterpolation(interpolated),
            IInvocationOperation invocation => TranslateInvocation(invocation),
            IAnonymousObjectCreationOperation or IObjectCreationOperation => TranslateObject(operation),
            IWithOperation with => TranslateWith(with),
            IArrayCreationOperation array => TranslateArray(array),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => TranslateElement(element.ArrayReference, element.Indices[0], element),
            IDefaultValueOperation => Refuse(operation, "write the value itself"),
            IAwaitOperation => Refuse(operation, "nothing is awaited in a state machine: make it a state"),
            IAssignmentOperation or IIncrementOrDecrementOperation => Refuse(operation, "an expression cannot change anything; use Set to assign a variable"),
            ILocalReferenceOperation => Refuse(operation, "locals do not exist where the state machine evaluates it"),
            IInstanceReferenceOperation => Refuse(operation, "the object does not exist where the state machine evaluates it"),
            // The compiler reports it.
            IInvalidOperation => JsonataExpression.Null,
            ITupleOperation => Refuse(operation, "a tuple has no JSON names; use an anonymous object or a record"),
            _ => Refuse(operation, "this kind of expression is not translated; Jsonata.Value<T>(\"…\") takes JSONata as it is"),
        };
    }

    /// <summary>The value that a lambda returns, without what the compiler wraps around it.</summary>
    public static IOperation? BodyOf(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length > 0 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    /// <summary>The lambda behind an argument, or null when something else was passed.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                case IAnonymousFunctionOperation lambda:
                    return lambda;
                default:
                    return null;
            }
        }
    }

    private JsonataExpression Refuse(IOperation operation, string reason) => Refuse(operation.Syntax, reason);

    private JsonataExpression Refuse(SyntaxNode syntax, string reason)
    {
        refuse(syntax, reason);
        return JsonataExpression.Null;
    }

    private JsonataExpression TranslateParameter(IParameterReferenceOperation reference) =>
        _parameters.TryGetValue(reference.Parameter, out var expression)
            ? expression
            : Refuse(reference, "this parameter carries no data of the state machine");

    private JsonataExpression TranslateConstant(IOperation operation)
    {
        var value = operation.ConstantValue.Value;
        if (value is null)
            return JsonataExpression.Null;
        if (UnderlyingOf(operation.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType)
            return TranslateEnum(operation, enumType, value);
        return value switch
        {
            string text => TranslateText(operation, text),
            char c => JsonataExpression.String(c.ToString()),
            bool b => b ? JsonataExpression.True : JsonataExpression.False,
            _ => NumberText(value) is { } number ? JsonataExpression.Number(number) : Refuse(operation, "JSONata's numbers are doubles: it is exact to 2^53 only"),
        };
    }

    /// <summary>A text inside an expression. A reference cannot stand there: substitutions happen in whole strings of the definition.</summary>
    private JsonataExpression TranslateText(IOperation operation, string text)
    {
        if (text.StartsWith("@@", StringComparison.Ordinal))
            return JsonataExpression.String(text.Substring(1));
        if (text.Length > 1 && text[0] == '@' && AwsValue.TryParse(text, out _, out _))
            return Refuse(operation, $"a reference to a resource must be a whole value, not part of an expression; write '@{text}' for the text itself");
        return JsonataExpression.String(text);
    }

    /// <summary>JSON text of a number, or null when a double cannot hold it.</summary>
    private static string? NumberText(object value)
    {
        switch (value)
        {
            case decimal d:
                return Math.Abs(d) > LargestExactInteger ? null : d.ToString(CultureInfo.InvariantCulture);
            case double d:
                return double.IsNaN(d) || double.IsInfinity(d) ? null : d.ToString("R", CultureInfo.InvariantCulture);
            case float f:
                return float.IsNaN(f) || float.IsInfinity(f) ? null : f.ToString("R", CultureInfo.InvariantCulture);
            case ulong u:
                return u > LargestExactInteger ? null : u.ToString(CultureInfo.InvariantCulture);
            case IConvertible c and (sbyte or byte or short or ushort or int or uint or long):
                var integer = c.ToInt64(CultureInfo.InvariantCulture);
                return integer is > LargestExactInteger or < -LargestExactInteger ? null : integer.ToString(CultureInfo.InvariantCulture);
            default:
                return null;
        }
    }

    private JsonataExpression TranslateEnum(IOperation operation, INamedTypeSymbol enumType, object value)
    {
        if (!names.IsTextual(enumType))
            return NumberText(value) is { } number ? JsonataExpression.Number(number) : Refuse(operation, "this number has no exact form");
        foreach (var member in enumType.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value))
                return JsonataExpression.String(JsonNaming.TextOf(field));
        }

        return Refuse(operation, "no member of the enum has this value");
    }

    private JsonataExpression TranslateConversion(IConversionOperation conversion)
    {
        var operand = conversion.Operand;
        var from = UnderlyingOf(operand.Type);
        var to = UnderlyingOf(conversion.Type);
        if (conversion.OperatorMethod is { } userDefined && !IsSpan(userDefined.ContainingType) && !IsNumeric(from) && !IsJson(from))
            return Refuse(conversion, "a conversion of the type's own runs only in C#");
        if (IsNumeric(from) && IsNumeric(to) && !KeepsValue(from!, to!))
            return Refuse(conversion, "a narrowing conversion changes the value in C# only; use Math.Floor, Math.Ceiling or Math.Round");
        if (from is { TypeKind: TypeKind.Enum } != to is { TypeKind: TypeKind.Enum } && from is INamedTypeSymbol { TypeKind: TypeKind.Enum } source && names.IsTextual(source) && IsNumeric(to))
            return Refuse(conversion, "this enum is a text in the JSON");
        if (to is { TypeKind: TypeKind.Enum } && IsNumeric(from))
            return Refuse(conversion, "write the enum's member");
        if (from?.SpecialType == SpecialType.System_Char && IsNumeric(to))
            return Refuse(conversion, "the number of a character is not known in the JSON");
        return Translate(operand);
    }

    private JsonataExpression TranslateConditional(IConditionalOperation conditional) =>
        JsonataExpression.Choose(Translate(conditional.Condition), Translate(conditional.WhenTrue), Translate(conditional.WhenFalse!));
}
