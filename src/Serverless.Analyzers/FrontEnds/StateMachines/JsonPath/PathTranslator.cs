using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Model;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <summary>
/// Translates the body of a C# lambda to paths, intrinsic functions and comparison operators that mean the same on the JSON of its
/// arguments. JSONPath knows far less than C#: what has no such form is refused at the very sub-expression, with a way out.
/// </summary>
internal sealed partial class PathTranslator(
    SemanticModel semantics, JsonNaming names, Action<SyntaxNode, string> refuse, Action<SyntaxNode, string> wrongLanguage, Action<AwsValue, SyntaxNode> refer) : IExpressionTranslator
{
    private const long LargestExactInteger = 9_007_199_254_740_992;

    private const string NoDecision = "JSONPath decides nothing inside data; let a Choice decide before, or compute it in a task";

    private readonly Dictionary<IParameterSymbol, PathText> _parameters = new(SymbolEqualityComparer.Default);
    private readonly Stack<PathText> _conditionalReceivers = new();

    void IExpressionTranslator.Bind(IParameterSymbol parameter, DataRoot root) => _parameters[parameter] = PathText.Path(root.JsonPath);

    AslData IExpressionTranslator.Data(IOperation body) => TranslateData(body);

    AslData IExpressionTranslator.Value(IOperation body)
    {
        var text = Translate(body);
        if (text.Kind == PathTextKind.Call)
            Refuse(body, "only a path can stand here, no intrinsic function; compute the value with Set in the state before");
        return text.Kind == PathTextKind.Path ? new AslPath(text.Text) : text.Text[0] == '\'' ? new AslText(PathParser.Unescape(text.Text.Substring(1, text.Text.Length - 2))) : new AslNumber(text.Text);
    }

    AslData IExpressionTranslator.Condition(IOperation body) => TranslateCondition(body).ToData();

    AslData IExpressionTranslator.Seconds(IOperation body)
    {
        if (Durations.ConstantSeconds(body) is { } constant)
            return new AslNumber(constant);
        if (Durations.PartsOf(body) is [{ Factor: 1, Value: var value }] && PathTypes.IsInteger(PathTypes.Unwrapped(value).Type) && Translate(PathTypes.Unwrapped(value)) is { } seconds)
        {
            if (seconds.Kind == PathTextKind.Path)
                return new AslPath(seconds.Text);
            Refuse(value, "only a path can stand here, no intrinsic function; compute the seconds with Set in the state before");
        }
        else
        {
            Refuse(body, "a computed duration is TimeSpan.FromSeconds(…) of one whole number in the data");
        }

        return new AslNumber("0");
    }

    /// <summary>A value as a path, a call or a constant.</summary>
    private PathText Translate(IOperation operation)
    {
        if (operation.Syntax is CollectionExpressionSyntax collection)
            return TranslateCollection(collection);
        if (operation.ConstantValue.HasValue && operation is not IInterpolatedStringOperation)
            return TranslateConstant(operation);
        return operation switch
        {
            IConversionOperation conversion => TranslateConversion(conversion),
            IParenthesizedOperation parenthesized => Translate(parenthesized.Operand),
            IParameterReferenceOperation parameter => _parameters.TryGetValue(parameter.Parameter, out var known)
                ? known : Refuse(parameter, "this parameter carries no data of the state machine"),
            IPropertyReferenceOperation property => TranslateProperty(property),
            IFieldReferenceOperation field => TranslateField(field),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => TranslateElement(element, element.ArrayReference, element.Indices[0]),
            IBinaryOperation binary => TranslateBinary(binary),
            IInterpolatedStringOperation interpolated => TranslateInterpolation(interpolated),
            IInvocationOperation invocation => TranslateCall(invocation),
            IArrayCreationOperation { Initializer: { } initializer } => PathText.Call("Array", [.. initializer.ElementValues.Select(Translate)]),
            IConditionalAccessInstanceOperation when _conditionalReceivers.Count > 0 => _conditionalReceivers.Peek(),
            IConditionalAccessOperation => Refuse(operation, "where the receiver is null the path leads to nothing and the state fails; let a Choice ask for null before"),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation or IIsPatternOperation => Refuse(operation, NoDecision),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } => Refuse(operation, NoDecision),
            IUnaryOperation => Refuse(operation, "of arithmetic JSONPath has the sum of whole numbers only; compute it in a task"),
            IAnonymousObjectCreationOperation or IObjectCreationOperation => Refuse(operation, "an object is a whole value or a member of one, not the argument of a function; put it together with Set before"),
            IWithOperation => Refuse(operation, "write the members of the new object one by one"),
            IDefaultValueOperation => Refuse(operation, "write the value itself"),
            IAwaitOperation => Refuse(operation, "nothing is awaited in a state machine: make it a state"),
            IAssignmentOperation or IIncrementOrDecrementOperation => Refuse(operation, "an expression cannot change anything; use Set to assign a variable"),
            ILocalReferenceOperation => Refuse(operation, "locals do not exist where the state machine evaluates it"),
            IInstanceReferenceOperation => Refuse(operation, "the object does not exist where the state machine evaluates it"),
            // The compiler reports it.
            IInvalidOperation => PathText.None,
            ITupleOperation => Refuse(operation, "a tuple has no JSON names; use an anonymous object or a record"),
            _ => Refuse(operation, "this kind of expression has no path and no intrinsic function; JsonPath.Value<T>(\"…\") takes one as it is"),
        };
    }

    private PathText Refuse(IOperation operation, string reason) => Refuse(operation.Syntax, reason);

    private PathText Refuse(SyntaxNode syntax, string reason)
    {
        refuse(syntax, reason);
        return PathText.None;
    }

    private PathText TranslateConstant(IOperation operation)
    {
        var value = operation.ConstantValue.Value;
        if (value is null)
            return PathText.None;
        if (PathTypes.UnderlyingOf(operation.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType && names.IsTextual(enumType))
            return EnumText(enumType, value) is { } text ? PathText.String(text) : Refuse(operation, "no member of the enum has this value");
        return value switch
        {
            string text => TranslateText(operation, text),
            char c => PathText.String(c.ToString()),
            bool b => new PathText(b ? "true" : "false", PathTextKind.Literal),
            _ => NumberText(value) is { } number ? PathText.Number(number) : Refuse(operation, "numbers are exact to 2^53 only"),
        };
    }

    /// <summary>A text inside an expression. A reference cannot stand there: substitutions happen in whole strings of the definition.</summary>
    private PathText TranslateText(IOperation operation, string text)
    {
        if (text.StartsWith("@@", StringComparison.Ordinal))
            return PathText.String(text.Substring(1));
        return text.Length > 1 && text[0] == '@' && AwsValue.TryParse(text, out _, out _)
            ? Refuse(operation, $"a reference to a resource must be a whole value, not part of an expression; write '@{text}' for the text itself")
            : PathText.String(text);
    }

    private static string? EnumText(INamedTypeSymbol enumType, object value) =>
        enumType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value)) is { } field ? JsonNaming.TextOf(field) : null;

    /// <summary>JSON text of a number, or null when a double cannot hold it.</summary>
    private static string? NumberText(object value) => value switch
    {
        decimal d => Math.Abs(d) > LargestExactInteger ? null : d.ToString(CultureInfo.InvariantCulture),
        double d => double.IsNaN(d) || double.IsInfinity(d) ? null : d.ToString("R", CultureInfo.InvariantCulture),
        float f => float.IsNaN(f) || float.IsInfinity(f) ? null : f.ToString("R", CultureInfo.InvariantCulture),
        ulong u => u > LargestExactInteger ? null : u.ToString(CultureInfo.InvariantCulture),
        IConvertible c and (sbyte or byte or short or ushort or int or uint or long) => c.ToInt64(CultureInfo.InvariantCulture) is >= -LargestExactInteger and <= LargestExactInteger and var i
            ? i.ToString(CultureInfo.InvariantCulture) : null,
        _ => null,
    };

    private PathText TranslateConversion(IConversionOperation conversion)
    {
        var operand = conversion.Operand;
        var (from, to) = (PathTypes.UnderlyingOf(operand.Type), PathTypes.UnderlyingOf(conversion.Type));
        if (conversion.OperatorMethod is not null && !ReferenceEquals(PathTypes.Unwrapped(conversion), conversion))
            return Translate(PathTypes.Unwrapped(conversion));
        if (conversion.OperatorMethod is not null && !PathTypes.IsNumeric(from))
            return Refuse(conversion, "a conversion of the type's own runs only in C#");
        if (PathTypes.IsNumeric(from) && PathTypes.IsInteger(to) && !conversion.IsImplicit)
            return Refuse(conversion, "a narrowing conversion changes the value in C# only");
        if (from?.TypeKind == TypeKind.Enum != (to?.TypeKind == TypeKind.Enum) && (PathTypes.IsNumeric(to) || PathTypes.IsNumeric(from)))
            return Refuse(conversion, "an enum stays an enum here; compare it with its members");
        if (PathTypes.IsCharacter(from) && PathTypes.IsNumeric(to))
            return Refuse(conversion, "the number of a character is not known in the JSON");
        return Translate(operand);
    }
}
