using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>
/// Objects: as data of the definition where the whole value is one (its leaves are then expressions of their own, and references to resources
/// can stand there), as an object constructor inside an expression.
/// </content>
internal sealed partial class JsonataTranslator
{
    /// <summary>A value of a state's field.</summary>
    public AslData TranslateData(IOperation operation)
    {
        operation = Unconverted(operation);
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
                return new AslList(initializer.ElementValues.Select(TranslateData).ToEquatableArray());
            default:
                return new AslExpression(Translate(operation).Text);
        }
    }

    private AslData TranslateItems(CollectionExpressionSyntax collection)
    {
        var items = new List<AslData>();
        foreach (var element in collection.Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: var expression } || semantics.GetOperation(expression) is not { } operation)
                return new AslExpression(TranslateCollection(collection).Text);
            items.Add(TranslateData(operation));
        }

        return new AslList(items.ToEquatableArray());
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
            default:
                var expression = TranslateConstant(operation);
                return expression.Text[0] is '\'' ? new AslText(operation.ConstantValue.Value is char c ? c.ToString() : EnumText(operation)) : new AslNumber(expression.Text);
        }
    }

    /// <summary>The text of an enum member that travels by name.</summary>
    private static string EnumText(IOperation operation) =>
        operation.Type!.GetMembers().OfType<IFieldSymbol>().First(f => Equals(f.ConstantValue, operation.ConstantValue.Value)) is { } field ? JsonNaming.TextOf(field) : "";

    private AslData TranslateValue(IOperation operation, string text)
    {
        if (!AwsValue.TryParse(text, out var value, out var problem))
        {
            Refuse(operation, problem + "; it is neither a reference nor a text");
            return new AslText(text);
        }

        if (value.Kind != AwsValueKind.Literal)
        {
            refer(value, operation.Syntax);
            return new AslReference(value);
        }

        return value.Text.StartsWith("{%", StringComparison.Ordinal) && value.Text.EndsWith("%}", StringComparison.Ordinal)
            ? new AslExpression(JsonataExpression.String(value.Text).Text)
            : new AslText(value.Text);
    }

    private JsonataExpression TranslateObject(IOperation operation)
    {
        if (MembersOf(operation) is not { } members)
            return JsonataExpression.Null;
        var text = string.Join(", ", members.Select(m => JsonataExpression.String(m.Name).Text + ": " + Translate(m.Value).Text));
        return new JsonataExpression("{" + text + "}", JsonataExpression.Primary);
    }

    private JsonataExpression TranslateWith(IWithOperation with)
    {
        if (with.Initializer is not { } initializer || InitializedMembers(with, initializer) is not { } members)
            return Refuse(with, "only properties are replaced");
        var text = string.Join(", ", members.Select(m => JsonataExpression.String(m.Name).Text + ": " + Translate(m.Value).Text));
        return JsonataExpression.Call("merge", new JsonataExpression("[" + Translate(with.Operand).Text + ", {" + text + "}]", JsonataExpression.Primary));
    }

    private List<(string Name, IOperation Value)>? MembersOf(IOperation operation)
    {
        if (operation is IAnonymousObjectCreationOperation anonymous)
        {
            var members = new List<(string, IOperation)>();
            foreach (var initializer in anonymous.Initializers)
            {
                if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
                    members.Add((name, value));
            }

            return members;
        }

        return operation is IObjectCreationOperation creation ? ConstructedMembers(creation) : null;
    }

    /// <summary>A record's parameters are its properties; anything else a constructor does is not known.</summary>
    private List<(string Name, IOperation Value)>? ConstructedMembers(IObjectCreationOperation creation)
    {
        var type = creation.Constructor!.ContainingType;
        var members = new List<(string, IOperation)>();
        if (type.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal) || (creation.Arguments.Length > 0 && !type.IsRecord))
        {
            Refuse(creation, $"what the constructor of {type.Name} does is not known in the JSON; create a record or an anonymous object");
            return null;
        }

        foreach (var argument in creation.Arguments)
        {
            var property = argument.Parameter is { } parameter ? type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() : null;
            if (property is null)
            {
                Refuse(argument, "this parameter is no property of the record");
                return null;
            }

            if (names.NameOf(property) is { } name)
                members.Add((name, argument.Value));
        }

        if (creation.Initializer is { } initializer)
        {
            if (InitializedMembers(creation, initializer) is not { } initialized)
                return null;
            members.AddRange(initialized);
        }

        return members;
    }

    private List<(string Name, IOperation Value)>? InitializedMembers(IOperation creation, IObjectOrCollectionInitializerOperation initializer)
    {
        var members = new List<(string, IOperation)>();
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
