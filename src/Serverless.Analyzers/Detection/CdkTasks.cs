using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Tasks of state machines as CDK code describes them: the properties of every task implement one interface, whatever the service and the query language.</summary>
internal static class CdkTasks
{
    public const string Options = "Amazon.CDK.AWS.StepFunctions.ITaskStateBaseOptions";

    public static bool IsTask(ITypeSymbol? type, INamedTypeSymbol options) =>
        type is not null && type.Name.EndsWith("Props", StringComparison.Ordinal) && type.AllInterfaces.Contains(options, SymbolEqualityComparer.Default);

    /// <summary>The construct's id in `new LambdaInvoke(this, "Pay", properties)`, else the name of the properties' type.</summary>
    public static string NameOf(IObjectCreationOperation properties)
    {
        var at = properties.Parent;
        while (at is IConversionOperation or IArgumentOperation)
            at = at.Parent;
        var arguments = at switch
        {
            IObjectCreationOperation construct => construct.Arguments,
            IInvocationOperation factory => factory.Arguments,
            _ => default,
        };
        return !arguments.IsDefault && arguments.Argument("id")?.Value.ConstantValue is { HasValue: true, Value: string id } ? id : properties.Type!.Name;
    }

    /// <summary>The property is set, in the initialiser or later on the variable; or the object goes where it cannot be followed.</summary>
    public static bool Sets(IObjectCreationOperation properties, string name, CancellationToken cancellationToken) =>
        properties.Initialised(name) is not null
        || (properties.ReceivingVariable() is { } variable && VariableUses.SetsProperty(variable, name, properties.Syntax, properties.SemanticModel!, cancellationToken));

    /// <summary>
    /// Do the state machines have a timeout of their own? True when every one that the file makes has, or when the file makes none and every one of the project has.
    /// Null when there is none at all: who makes the machine is not known.
    /// </summary>
    public static bool? MachinesHaveTimeouts(SyntaxTree file, Compilation compilation, CancellationToken cancellationToken)
    {
        if (InTree(file, cancellationToken) is { } here)
            return here;
        bool? all = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree != file && InTree(tree, cancellationToken) is { } there)
                all = all is not false && there;
        }

        return all;
    }

    private static bool? InTree(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!TreeNames.Of(tree, cancellationToken).Mentions("StateMachine"))
            return null;
        bool? all = null;
        foreach (var creation in tree.GetRoot(cancellationToken).DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
        {
            if (Simple(creation.Type) != "StateMachine" || creation.ArgumentList?.Arguments is not [.., var last])
                continue;
            var isSet = last.Expression is not BaseObjectCreationExpressionSyntax properties
                || properties.Initializer?.Expressions.Any(static e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Timeout" } }) == true;
            all = all is not false && isSet;
        }

        return all;
    }

    private static string Simple(TypeSyntax type) => type is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : type is SimpleNameSyntax simple ? simple.Identifier.ValueText : "";
}
