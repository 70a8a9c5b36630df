using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <content>Sums, texts and calls: the intrinsic functions, where they mean the same.</content>
internal sealed partial class PathTranslator
{
    private PathText TranslateBinary(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Add when PathTypes.IsString(binary.Type):
                return Format([.. TextParts(binary)]);
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when PathTypes.IsInteger(binary.Type) && PathTypes.IsInteger(left.Type) && PathTypes.IsInteger(right.Type):
                if (binary.OperatorKind == BinaryOperatorKind.Add)
                    return PathText.Call("MathAdd", Translate(left), Translate(right));
                return right.ConstantValue is { HasValue: true, Value: int or long or short or byte } constant
                    ? PathText.Call("MathAdd", Translate(left), PathText.Number(-Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture)))
                    : Refuse(binary, "no intrinsic function subtracts what is read from the data; compute it in a task");
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when PathTypes.IsInteger(PathTypes.UnderlyingOf(binary.Type)):
                return Refuse(binary, "a number that may be null cannot be added");
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder:
                return Refuse(binary, "of arithmetic JSONPath has the sum of whole numbers only; compute it in a task");
            default:
                return Refuse(binary, NoDecision);
        }
    }

    /// <summary>`States.Format` writes null and booleans otherwise than C#, and fractions as the JSON has them: only texts and whole numbers join alike.</summary>
    private PathText Format(IReadOnlyList<TextPart> parts)
    {
        var template = new StringBuilder();
        var arguments = new List<PathText>();
        foreach (var (text, value) in parts)
        {
            if (value is null)
            {
                template.Append(PathText.Escape(text));
            }
            else if (value.ConstantValue is { HasValue: true, Value: var constant })
            {
                template.Append(Unquoted(constant is string ? TranslateConstant(value) : TextOfConstant(value, constant)));
            }
            else
            {
                template.Append("{}");
                arguments.Add(TextOf(value));
            }
        }

        return parts is [{ Value: { } only }] && arguments.Count == 1 && PathTypes.IsString(PathTypes.Unwrapped(only).Type)
            ? arguments[0]
            : PathText.Call("Format", [new PathText("'" + template + "'", PathTextKind.Literal), .. arguments]);
    }

    private static string Unquoted(PathText literal) => literal.Text[0] == '\'' ? literal.Text.Substring(1, literal.Text.Length - 2) : literal.Text;

    private PathText TextOfConstant(IOperation part, object? constant) => constant switch
    {
        null => PathText.String(""),
        bool b => PathText.String(b ? "True" : "False"),
        char or sbyte or byte or short or ushort or int or uint or long or ulong when PathTypes.UnderlyingOf(part.Type)?.TypeKind != TypeKind.Enum => TranslateConstant(part),
        _ => Refuse(part, "only texts, characters and whole numbers are the same text in JSON; write the text itself"),
    };

    /// <summary>A value as text: refused where C# and the service write it differently.</summary>
    private PathText TextOf(IOperation part)
    {
        part = PathTypes.Unwrapped(part);
        if (PathTypes.MayBeNull(part) && !PathTypes.IsAsserted(part))
            return Refuse(part, "null is an empty text in C# and the word 'null' in States.Format; let a Choice ask for null before, and write '!' here");
        var type = part.Type;
        var isAlike = PathTypes.IsString(type) || PathTypes.IsInteger(type) || PathTypes.IsCharacter(type) || PathTypes.IsGuid(type) || PathTypes.IsToken(type)
            || (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType && names.IsTextual(enumType) && enumType.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).All(static f => JsonNaming.TextOf(f) == f.Name));
        return isAlike ? Translate(part) : Refuse(part, "C# writes this type as text in its own way; take a member that is a text or a whole number");
    }

    private static IEnumerable<TextPart> TextParts(IOperation operation)
    {
        operation = PathTypes.Unwrapped(operation);
        return operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && PathTypes.IsString(sum.Type) && !sum.ConstantValue.HasValue
            ? TextParts(sum.LeftOperand).Concat(TextParts(sum.RightOperand))
            : [new TextPart("", operation)];
    }

    private PathText TranslateInterpolation(IInterpolatedStringOperation interpolated)
    {
        var parts = new List<TextPart>();
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                    parts.Add(new TextPart(text, null));
                    break;
                case IInterpolationOperation { FormatString: null, Alignment: null } hole:
                    parts.Add(new TextPart("", PathTypes.Unwrapped(hole.Expression)));
                    break;
                default:
                    return Refuse(part, "a format or an alignment has no form in JSONPath");
            }
        }

        return parts.Count == 0 ? PathText.String("") : Format(parts);
    }

    private PathText TranslateCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        var isOurs = type.ContainingNamespace?.ToDisplayString() == "Serverless.StepFunctions";
        if (isOurs && type.Name == "JsonPath")
            return TranslateRaw(call);
        if (isOurs && type.Name == "Jsonata")
        {
            wrongLanguage(call.Syntax, "Jsonata.Value");
            return PathText.None;
        }

        if (type.Name is "Enumerable" or "MemoryExtensions" or "ImmutableArrayExtensions" && call.Instance is null && call.Arguments.Length > 0)
            return TranslateList(call, call.Arguments[0].Value, 1);
        if (call.Instance is { } list && PathTypes.ElementOf(list.Type) is not null)
            return TranslateList(call, list, 0);
        if (method.Name == "NewGuid" && PathTypes.IsGuid(type))
            return PathText.Call("UUID");
        if (PathTypes.IsString(type))
            return TranslateStringCall(call);
        if (type is { Name: "Convert", ContainingNamespace.Name: "System" } && method.Name == "ToBase64String" && Utf8("GetBytes", call.Arguments[0].Value) is { } plain)
            return PathText.Call("Base64Encode", Translate(plain));
        if (Utf8("GetString", call) is { } encoded && PathTypes.Unwrapped(encoded) is IInvocationOperation { TargetMethod: { Name: "FromBase64String", ContainingType.Name: "Convert" } } decode)
            return PathText.Call("Base64Decode", Translate(decode.Arguments[0].Value));
        if (method.Name == "ToString" && call.Instance is { } value && call.Arguments.All(static a => a.Value.Type?.Name is "CultureInfo" or "IFormatProvider" || a.Value.Type is { ContainingNamespace.Name: "Globalization" }))
            return PathTypes.IsString(value.Type) || PathTypes.IsGuid(value.Type) || PathTypes.IsCharacter(value.Type) ? Translate(value) : Format([new TextPart("", value)]);
        if (method.Name == "GetProperty" && PathTypes.IsJson(call.Instance?.Type) && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }])
            return Translate(call.Instance!) is { Kind: PathTextKind.Path, IsMany: false } owner ? owner.Member(name) : Refuse(call, "a member of a computed value has no path; put the value into a variable with Set before, and read that");
        if (method.Name is "GetString" or "GetInt32" or "GetInt64" or "GetDouble" or "GetDecimal" or "GetBoolean" or "GetDateTimeOffset" && PathTypes.IsJson(call.Instance?.Type))
            return Translate(call.Instance!);
        return Refuse(call, "a method runs in a function only: make it a task, or compute it there");
    }

    /// <summary>The argument of a method of `Encoding.UTF8`.</summary>
    private static IOperation? Utf8(string method, IOperation operation) =>
        PathTypes.Unwrapped(operation) is IInvocationOperation { Arguments.Length: 1, Instance: IPropertyReferenceOperation { Property: { Name: "UTF8", ContainingType.Name: "Encoding" } } } call && call.TargetMethod.Name == method
            ? call.Arguments[0].Value
            : null;

    private PathText TranslateRaw(IInvocationOperation call)
    {
        var argument = call.Arguments[0].Value;
        if (argument.ConstantValue is not { HasValue: true, Value: string text })
            return Refuse(call, "JsonPath.Value takes a constant");
        if (PathRules.Check(text, PathUse.Template) is [var error, ..])
            return Refuse(argument, $"{error.Message} (character {(error.Position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)})");
        return PathParser.Parse(text, out _) is DataPath path ? new PathText(text, PathTextKind.Path, !path.IsDefinite) : new PathText(text, PathTextKind.Call);
    }

    private PathText TranslateStringCall(IInvocationOperation call)
    {
        var arguments = call.Arguments;
        switch (call.TargetMethod.Name)
        {
            case "Concat" when call.Instance is null && arguments.All(static a => PathTypes.IsString(a.Value.Type)):
                return Format([.. arguments.SelectMany(static a => TextParts(a.Value))]);
            case "ToString" when arguments.Length == 0:
                return Translate(call.Instance!);
            case "Split":
                return TranslateSplit(call);
            case "Contains" or "StartsWith" or "EndsWith" or "Equals" or "IsNullOrEmpty":
                return Refuse(call, NoDecision);
            default:
                return Refuse(call, $"no intrinsic function does what string.{call.TargetMethod.Name} does; compute it in a task");
        }
    }

    /// <summary>The service splits at each of the characters and leaves out what is empty between them.</summary>
    private PathText TranslateSplit(IInvocationOperation call)
    {
        const string WayOut = "States.StringSplit splits at single characters and leaves out empty parts; write Split(',', StringSplitOptions.RemoveEmptyEntries) if that is meant";
        var separators = Separators(PathTypes.Unwrapped(call.Arguments[0].Value));
        var options = call.Arguments.FirstOrDefault(static a => a.Value.Type?.Name == "StringSplitOptions")?.Value;
        var isLimited = call.Arguments.Any(static a => a.Value.Type?.SpecialType == SpecialType.System_Int32);
        return separators is null || isLimited || options?.ConstantValue is not { HasValue: true, Value: 1 }
            ? Refuse(call, WayOut)
            : PathText.Call("StringSplit", Translate(call.Instance!), PathText.String(separators));
    }

    private static string? Separators(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: char c } } when !char.IsSurrogate(c) => c.ToString(),
        { ConstantValue: { HasValue: true, Value: string { Length: 1 } text } } => text,
        IArrayCreationOperation { Initializer.ElementValues: { IsEmpty: false } values } when values.All(static v => v.ConstantValue is { HasValue: true, Value: char c } && !char.IsSurrogate(c)) =>
            string.Concat(values.Select(static v => (char)v.ConstantValue.Value!)),
        _ => null,
    };

    private PathText TranslateList(IInvocationOperation call, IOperation source, int firstArgument)
    {
        source = PathTypes.Unwrapped(source);
        if (PathTypes.IsString(source.Type))
            return Refuse(call, "a text is not a list in JSON");
        var element = PathTypes.ElementOf(source.Type);
        var rest = call.Arguments.Skip(firstArgument).Where(static a => !(a.IsImplicit && PathTypes.IsNullConstant(a.Value))).Select(static a => a.Value).ToArray();
        switch (call.TargetMethod.Name, rest.Length)
        {
            case ("ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray", 0):
                return Translate(source);
            case ("Count" or "LongCount", 0):
                return PathText.Call("ArrayLength", Translate(source));
            case ("Contains", 1) when IsComparedAlike(element) && !PathTypes.MayBeNull(rest[0]):
                return PathText.Call("ArrayContains", Translate(source), Translate(rest[0]));
            case ("Distinct", 0) when IsComparedAlike(element):
                return PathText.Call("ArrayUnique", Translate(source));
            case ("Contains" or "Distinct", _):
                return Refuse(call, "only texts, whole numbers and booleans that are never null are equal as they are in C#");
            case ("First", 0):
                return ElementOf(Translate(source), 0);
            case ("Last", 0):
                return FromEnd(Translate(source), 1);
            case ("ElementAt", 1):
                return TranslateElement(call, source, rest[0]);
            case ("Skip" or "Take", 1):
                return Slice(call, source, rest[0]);
            case ("Select", 1):
                return Project(call, source, rest[0]);
            case ("Any" or "All" or "SequenceEqual", _):
                return Refuse(call, NoDecision);
            default:
                return Refuse(call, $"no path and no intrinsic function does what {call.TargetMethod.Name} does with these arguments; compute it in a task");
        }
    }

    private static bool IsComparedAlike(ITypeSymbol? type) =>
        type is { NullableAnnotation: not NullableAnnotation.Annotated }
        && (PathTypes.IsString(type) || PathTypes.IsInteger(type) || PathTypes.IsBoolean(type) || PathTypes.IsCharacter(type) || type is INamedTypeSymbol { TypeKind: TypeKind.Enum });

    private PathText Slice(IInvocationOperation call, IOperation source, IOperation count)
    {
        if (count.ConstantValue is not { HasValue: true, Value: int number and >= 0 })
            return Refuse(call, "a slice of a path has constant ends");
        var list = Translate(source);
        if (list.Kind != PathTextKind.Path || list.IsMany)
            return Refuse(call, "a slice is a step of a path to one list; put the list into a variable with Set before");
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return list.Many(call.TargetMethod.Name == "Skip" ? $"[{text}:]" : $"[0:{text}]");
    }

    /// <summary>`Select(l => l.Sku)`: a member of each element. One that may be absent would drop out of the list.</summary>
    private PathText Project(IInvocationOperation call, IOperation source, IOperation selector)
    {
        if (JsonataTranslator.LambdaOf(selector) is not { Symbol.Parameters: [var item] } lambda || JsonataTranslator.BodyOf(lambda) is not { } body)
            return Refuse(selector, "a lambda with one parameter and an expression is needed here");
        var list = Translate(source);
        if (list == PathText.None)
            return list;
        if (list.Kind != PathTextKind.Path)
            return Refuse(call, "members are taken of a list that a path leads to; put the list into a variable with Set before");
        var steps = new List<string>();
        for (var step = PathTypes.Unwrapped(body); step is IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: { } instance }; step = PathTypes.Unwrapped(instance))
        {
            if (PathTypes.IsNullable(property.Type))
                return Refuse(step, "elements in which this is absent would drop out of the list; compute it in a task");
            if (names.NameOf(property) is not { } name)
                return Refuse(step, $"'{property.Name}' is never in the JSON");
            steps.Insert(0, PathText.MemberStep(name));
            if (PathTypes.Unwrapped(instance) is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter, item))
                return list.Many((list.IsMany ? "" : "[*]") + string.Concat(steps));
        }

        return Refuse(body, "of each element only a member is taken; compute it in a Map or in a task");
    }

    /// <summary>A piece of a text that is put together: written as it is, or a value.</summary>
    private readonly record struct TextPart(string Text, IOperation? Value);
}
