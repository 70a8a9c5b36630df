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
            case IObjectCreationOperation { Type: var type } creation when IsDictionary(type):
                return EntriesOf(creation) is { } entries
                    ? new AslObject(entries.Select(m => new AslMember(m.Name, TranslateData(m.Value))).ToEquatableArray())
                    : new AslNull();
            case IAnonymousObjectCreationOperation or IObjectCreationOperation when ElementOf(operation.Type) is null:
                return MembersOf(operation) is { } members
                    ? new AslObject(members.Select(m => new AslMember(m.Name, TranslateData(m.Value))).ToEquatableArray())
                    : new AslNull();
            case IArrayCreationOperation { Initializer: { } initializer }:
                return new AslList(initializer.ElementValues.Select(TranslateData).ToEquatableArray());
            default:
                return new AslExpression(Translate(operation).OrNull().Text);
        }
    }

    private AslData TranslateItems(CollectionExpressionSyntax collection)
    {
        var items = new List<AslData>();
        foreach (var element in collection.Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: var expression } || OperationOf(expression) is not { } operation)
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
        if (operation is IObjectCreationOperation { Type: { } type } creation)
        {
            if (IsDictionary(type))
                return EntriesOf(creation) is { } entries ? Object(entries) : JsonataExpression.Null;
            if (ElementOf(type) is not null)
                return TranslateNewCollection(creation);
            if (TranslateNewValue(creation) is { } value)
                return value;
        }

        return MembersOf(operation) is { } members ? Object(members) : JsonataExpression.Null;
    }

    private JsonataExpression Object(IEnumerable<(string Name, IOperation Value)> members) =>
        new("{" + string.Join(", ", members.Select(m => JsonataExpression.String(m.Name).Text + ": " + Translate(m.Value).Solid().Text)) + "}", JsonataExpression.Primary);

    /// <summary>`new List&lt;T&gt; { … }` and its like.</summary>
    private JsonataExpression TranslateNewCollection(IObjectCreationOperation creation)
    {
        if (creation.Arguments.Any(static a => !a.IsImplicit) || creation.Initializer?.Initializers.Any(static i => i is not IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) == true
            || creation.Type is not { Name: "List" } type || !type.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal))
        {
            return Refuse(creation, "of new lists only List<T> with its elements is translated; write an array");
        }

        return ListOf(creation.Initializer is null ? [] : creation.Initializer.Initializers.Cast<IInvocationOperation>().Select(i => (i.Arguments[0].Value, Translate(i.Arguments[0].Value))));
    }

    /// <summary>Values of the platform that are one text in the JSON.</summary>
    private JsonataExpression? TranslateNewValue(IObjectCreationOperation creation)
    {
        if (!IsDate(creation.Type) || creation.Arguments.Length != 3 || creation.Arguments.Any(static a => a.Value.ConstantValue is not { HasValue: true, Value: int }))
            return null;
        var parts = creation.Arguments.OrderBy(static a => a.Parameter?.Ordinal).Select(static a => (int)a.Value.ConstantValue.Value!).ToArray();
        return parts[0] is >= 1 and <= 9999 && parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1])
            ? JsonataExpression.String(new DateTime(parts[0], parts[1], parts[2]).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            : Refuse(creation, "there is no such date");
    }

    /// <summary>The entries of a new dictionary: names that a C# member cannot have, such as DynamoDB's `:value`.</summary>
    private List<(string Name, IOperation Value)>? EntriesOf(IObjectCreationOperation creation)
    {
        var entries = new List<(string, IOperation)>();
        if (creation.Arguments.Any(static a => !a.IsImplicit) || names.ChangesKeys)
        {
            Refuse(creation, "write the entries of the dictionary");
            return null;
        }

        foreach (var item in (IEnumerable<IOperation>?)creation.Initializer?.Initializers ?? [])
        {
            var (key, value) = item switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] }, Value: var assigned } => (index.Value, assigned),
                IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var first, var second] } => (first.Value, second.Value),
                _ => (null, null),
            };
            if (key?.ConstantValue is not { HasValue: true, Value: string name } || entries.Any(e => e.Item1 == name))
            {
                Refuse(item, "keys of a new dictionary are constant texts, each once");
                return null;
            }

            entries.Add((name, value!));
        }

        return entries;
    }

    private JsonataExpression TranslateWith(IWithOperation with)
    {
        if (with.Initializer is not { } initializer || InitializedMembers(with, initializer) is not { } members)
            return Refuse(with, "only properties are replaced");
        if (Computed(with.Type!) is { } computed)
            return Refuse(with, $"'{computed.Name}' is calculated by C# and would keep its old value in the JSON; put [JsonIgnore] on it");
        return JsonataExpression.Call("merge", Pair(Receiver(with.Operand), Object(members.Select(static m => (m.Name, m.Value)))));
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
            if (property is null || property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax)
            {
                Refuse(argument, "this parameter is no property of the record, or one that the record computes itself");
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

        return AddUnset(creation, type, members) ? members : null;
    }

    /// <summary>What C# writes for members that the creation does not mention: their defaults. False when they are not known.</summary>
    private bool AddUnset(IObjectCreationOperation creation, INamedTypeSymbol type, List<(string Name, IOperation Value)> members)
    {
        if (names.HasOwnForm(type) || type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) })
        {
            Refuse(creation, names.HasOwnForm(type) ? $"a converter writes {type.Name} in its own way" : $"what the base of {type.Name} adds to the JSON is not known here; use an anonymous object");
            return false;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.IsStatic || property.IsIndexer || property.DeclaredAccessibility != Accessibility.Public || property.IsImplicitlyDeclared && property.Name == "EqualityContract"
                || names.NameOf(property) is not { } name || members.Any(m => m.Name == name))
            {
                continue;
            }

            if (property.Equals(Computed(type), SymbolEqualityComparer.Default))
            {
                Refuse(creation, $"'{property.Name}' is calculated by C# and would be missing in the JSON; put [JsonIgnore] on it, or use an anonymous object");
                return false;
            }

            if (!TryAddDefault(property, name, members))
            {
                Refuse(creation, $"'{property.Name}' is not set here, and its default is C#'s own; set it");
                return false;
            }
        }

        return true;
    }

    /// <summary>A constant or empty default goes into the object; null may stay away.</summary>
    private bool TryAddDefault(IPropertySymbol property, string name, List<(string Name, IOperation Value)> members)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not PropertyDeclarationSyntax { Initializer.Value: var initializer })
            return !property.Type.IsValueType || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (!semantics.Compilation.ContainsSyntaxTree(initializer.SyntaxTree) || semantics.Compilation.GetSemanticModel(initializer.SyntaxTree).GetOperation(initializer) is not { } value)
            return false;
        if (!value.ConstantValue.HasValue && initializer is not CollectionExpressionSyntax { Elements.Count: 0 })
            return false;
        members.Add((name, value));
        return true;
    }

    /// <summary>A property that C# calculates and writes to the JSON; an object made of JSON does not have it.</summary>
    private IPropertySymbol? Computed(ITypeSymbol type) => type.IsAnonymousType ? null : type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p =>
        p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null, IsImplicitlyDeclared: false }
        && names.NameOf(p) is not null
        && p.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax syntax
        && (syntax.ExpressionBody is not null || syntax.AccessorList?.Accessors.Any(static a => a.Body is not null || a.ExpressionBody is not null) == true));

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
