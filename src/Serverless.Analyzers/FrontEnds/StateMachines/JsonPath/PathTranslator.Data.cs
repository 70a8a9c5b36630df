using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <content>Payload templates: objects whose members are computed one by one. Elements of lists have no keys, so a list with a computed element becomes `States.Array`.</content>
internal sealed partial class PathTranslator
{
    private AslData TranslateData(IOperation operation)
    {
        operation = PathTypes.Unwrapped(operation);
        if (operation.Syntax is CollectionExpressionSyntax collection)
            return TranslateItems(collection);
        if (operation.ConstantValue.HasValue && operation is not IInterpolatedStringOperation)
            return TranslateLiteral(operation);
        switch (operation)
        {
            case IAnonymousObjectCreationOperation or IObjectCreationOperation:
                return MembersOf(operation) is { } members
                    ? new AslObject(members.Select(m => new AslMember(m.Name, TranslateData(m.Value))).ToEquatableArray())
                    : new AslNull();
            case IArrayCreationOperation { Initializer: { } initializer }:
                return TranslateItems([.. initializer.ElementValues]);
            default:
                var text = Translate(operation);
                return text == PathText.None ? new AslNull() : new AslPath(text.Text);
        }
    }

    private AslData TranslateItems(CollectionExpressionSyntax collection)
    {
        var items = new List<IOperation>();
        foreach (var element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: var expression } && semantics.GetOperation(expression) is { } operation)
                items.Add(operation);
            else
                Refuse(element, "a spread has no form in JSONPath; put the list together in a task");
        }

        return TranslateItems(items);
    }

    private AslData TranslateItems(List<IOperation> operations)
    {
        var items = operations.Select(TranslateData).ToArray();
        if (!items.Any(IsComputed))
            return new AslList(items.ToEquatableArray());
        var arguments = new List<PathText>();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is AslObject or AslReference or AslList && !IsComputed(items[i]))
                Refuse(operations[i], "a list with a computed element holds no objects, lists and references beside it; give the elements names in an object, or put them together with Set before");
            else
                arguments.Add(items[i] is AslPath { Path: var path } ? new PathText(path, PathTextKind.Path) : Translate(operations[i]));
        }

        return new AslPath(PathText.Call("Array", [.. arguments]).Text);
    }

    /// <summary>A value that needs a key which ends in `.$`.</summary>
    private static bool IsComputed(AslData data) => data is AslPath;

    private PathText TranslateCollection(CollectionExpressionSyntax collection)
    {
        var items = new List<PathText>();
        foreach (var element in collection.Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: var expression } || semantics.GetOperation(expression) is not { } operation)
                return Refuse(element, "a spread has no form in JSONPath; put the list together in a task");
            items.Add(Translate(operation));
        }

        return PathText.Call("Array", [.. items]);
    }

    private AslData TranslateLiteral(IOperation operation)
    {
        switch (operation.ConstantValue.Value)
        {
            case null:
                return new AslNull();
            case bool value:
                return new AslBoolean(value);
            case string text:
                return TranslateValue(operation, text);
            case char c:
                return Literal(c.ToString());
            default:
                var constant = TranslateConstant(operation);
                return constant == PathText.None ? new AslNull()
                    : constant.Text[0] == '\'' ? Literal(EnumText((INamedTypeSymbol)PathTypes.UnderlyingOf(operation.Type)!, operation.ConstantValue.Value!)!)
                    : new AslNumber(constant.Text);
        }
    }

    private AslData TranslateValue(IOperation operation, string text)
    {
        if (!AwsValue.TryParse(text, out var value, out var problem))
        {
            Refuse(operation, problem + "; it is neither a reference nor a text");
            return new AslText(text);
        }

        if (value.Kind == AwsValueKind.Literal)
            return Literal(value.Text);
        refer(value, operation.Syntax);
        return new AslReference(value);
    }

    /// <summary>Text that would read as one of the deployment's substitutions is written in a form that does not hold `${`.</summary>
    private static AslData Literal(string text) => text.Contains("${") ? new AslPath(PathText.Call("Format", PathText.String(text)).Text) : new AslText(text);

    private List<(string Name, IOperation Value)>? MembersOf(IOperation operation)
    {
        if (operation is IAnonymousObjectCreationOperation anonymous)
            return [.. anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Where(static a => a.Target is IPropertyReferenceOperation).Select(static a => (((IPropertyReferenceOperation)a.Target).Property.Name, a.Value))];
        var creation = (IObjectCreationOperation)operation;
        var type = creation.Constructor!.ContainingType;
        if (type.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal) || (creation.Arguments.Length > 0 && !type.IsRecord))
        {
            Refuse(creation, $"what the constructor of {type.Name} does is not known in the JSON; create a record or an anonymous object");
            return null;
        }

        var members = new List<(string, IOperation)>();
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter is not { } parameter || type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is not { } property)
            {
                Refuse(argument, "this parameter is no property of the record");
                return null;
            }

            if (names.NameOf(property) is { } name)
                members.Add((name, argument.Value));
        }

        if (creation.Initializer is not { } initializer)
            return members;
        foreach (var item in initializer.Initializers)
        {
            if (item is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property }, Value: var value })
            {
                Refuse(creation, "only properties are set");
                return null;
            }

            if (names.NameOf(property) is { } name)
                members.Add((name, value));
        }

        return members;
    }
}
