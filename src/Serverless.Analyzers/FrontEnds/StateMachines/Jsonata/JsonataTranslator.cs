using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
/// <param name="semantics">Of the lambda's file.</param>
/// <param name="names">JSON names of the project.</param>
/// <param name="refuse">Receives each sub-expression without a form, with the way out.</param>
/// <param name="refer">Receives each reference to a resource.</param>
/// <param name="inform">Receives what is exact to 15 digits only, with the reason.</param>
internal sealed partial class JsonataTranslator(
    SemanticModel semantics, JsonNaming names, Action<SyntaxNode, string> refuse, Action<AwsValue, SyntaxNode> refer, Action<SyntaxNode, string>? inform = null)
{
    private const long LargestExactInteger = 9_007_199_254_740_992;

    private readonly Dictionary<IParameterSymbol, JsonataExpression> _parameters = new(SymbolEqualityComparer.Default);
    private readonly Stack<JsonataExpression> _conditionalReceivers = new();
    private int _functions;
    private bool _isInformed;

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
            IIsPatternOperation pattern => TranslatePattern(pattern.Pattern, Translate(pattern.Value).Solid(), pattern.Value.Type),
            ISwitchExpressionOperation @switch => TranslateSwitch(@switch),
            IInterpolatedStringOperation interpolated => TranslateInterpolation(interpolated),
            IInvocationOperation invocation => TranslateInvocation(invocation),
            IAnonymousObjectCreationOperation or IObjectCreationOperation => TranslateObject(operation),
            IWithOperation with => TranslateWith(with),
            IArrayCreationOperation array => TranslateArray(array),
            IThrowOperation thrown => TranslateThrow(thrown),
            IImplicitIndexerReferenceOperation implied => TranslateImplied(implied),
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

    /// <summary>A calculation that JSONata makes with doubles: said once for an expression, where it is first.</summary>
    private void Inform(IOperation operation, string reason)
    {
        if (_isInformed)
            return;
        _isInformed = true;
        inform?.Invoke(operation.Syntax, reason);
    }

    /// <summary>The value of something that C# looks into, and throws when it is null.</summary>
    private JsonataExpression Receiver(IOperation operation)
    {
        var value = Translate(operation);
        return MayBeNull(operation) ? JsonataExpression.Choose(NotNull(value), value with { Absence = Absence.Never }, JsonataExpression.Error("null")) : value;
    }

    /// <summary>A `throw` in an expression: the execution fails with the message.</summary>
    private JsonataExpression TranslateThrow(IThrowOperation thrown)
    {
        var creation = thrown.Exception is { } exception ? Unconverted(exception) as IObjectCreationOperation : null;
        var message = creation?.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "message")?.Value;
        return message is null
            ? JsonataExpression.Error(creation?.Type?.Name ?? "Exception")
            : JsonataExpression.Call("error", TranslateTextPart(message));
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
                return Math.Abs(d) > LargestExactInteger || (decimal)(double)d != d ? null : d.ToString(CultureInfo.InvariantCulture);
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
        if (names.HasOwnForm(enumType))
            return Refuse(operation, "a converter writes this enum in its own way");
        if (!names.IsTextual(enumType))
            return NumberText(value) is { } number ? JsonataExpression.Number(number) : Refuse(operation, "this number has no exact form");
        IFieldSymbol[] members = [.. enumType.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && Equals(f.ConstantValue, value))];
        return members.Length switch
        {
            1 => JsonataExpression.String(JsonNaming.TextOf(members[0])),
            0 => Refuse(operation, "no member of the enum has this value"),
            _ => Refuse(operation, "several members of the enum have this value, and the JSON has the name of one of them"),
        };
    }

    private JsonataExpression TranslateConversion(IConversionOperation conversion)
    {
        var operand = conversion.Operand;
        var from = UnderlyingOf(operand.Type);
        var to = UnderlyingOf(conversion.Type);
        if (conversion.IsTryCast)
            return Refuse(conversion, "the JSON does not know types");
        if (conversion.OperatorMethod is { } userDefined && !IsSpan(userDefined.ContainingType) && !(IsNumeric(from) && IsNumeric(to)) && !IsJson(from))
            return Refuse(conversion, "a conversion of the type's own runs only in C#");
        if (IsJson(from) && !IsJson(to) && conversion.OperatorMethod is not null)
            return TranslateJsonValue(conversion, operand, to!, conversion.Type!.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || IsString(to));
        if (IsNumeric(from) && IsNumeric(to) && !KeepsValue(conversion, from!, to!))
            return Refuse(conversion, to!.SpecialType == SpecialType.System_Single || from!.SpecialType == SpecialType.System_Single
                ? "a float has other digits in C# than in the JSON; use double"
                : "a narrowing conversion changes the value in C# only; use Math.Floor, Math.Ceiling or Math.Round");
        if (from is { TypeKind: TypeKind.Enum } != to is { TypeKind: TypeKind.Enum } && from is INamedTypeSymbol { TypeKind: TypeKind.Enum } source && IsNumeric(to)
            && (names.IsTextual(source) || names.HasOwnForm(source)))
        {
            return Refuse(conversion, "this enum is a text in the JSON");
        }

        if (to is { TypeKind: TypeKind.Enum } && !SymbolEqualityComparer.Default.Equals(from, to))
            return Refuse(conversion, "write the enum's member");
        if (from?.SpecialType == SpecialType.System_Char && IsNumeric(to))
            return Refuse(conversion, "the number of a character is not known in the JSON");
        if (!conversion.IsImplicit && conversion.GetConversion() is { IsReference: true, IsExplicit: true } or { IsUnboxing: true })
            return Refuse(conversion, "the JSON does not know types");
        var isUnwrapped = operand.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && conversion.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };
        return isUnwrapped ? Receiver(operand) : Translate(operand);
    }

    private JsonataExpression TranslateConditional(IConditionalOperation conditional) =>
        JsonataExpression.Choose(Translate(conditional.Condition), Translate(conditional.WhenTrue), Translate(conditional.WhenFalse!));
}
