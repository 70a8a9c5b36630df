using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// What a call asks of a service, however it is written: a request made in place, a request in a local that is filled afterwards, or an overload that takes
/// the parts. A request that comes from elsewhere is not known, and says neither that a property is set nor that it is not.
/// </summary>
internal sealed class AwsRequest
{
    private readonly IInvocationOperation _call;
    private readonly IObjectCreationOperation? _creation;
    private readonly ILocalReferenceOperation? _local;

    private AwsRequest(IInvocationOperation call, IObjectCreationOperation? creation, ILocalReferenceOperation? local, bool isKnown)
    {
        _call = call;
        _creation = creation;
        _local = local;
        IsKnown = isKnown;
    }

    /// <summary>Everything that the request says stands in this member.</summary>
    public bool IsKnown { get; }

    public static AwsRequest Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Name.EndsWith("Request", StringComparison.Ordinal) != true)
                continue;
            switch (argument.Value.Unwrap())
            {
                case IObjectCreationOperation creation:
                    return new AwsRequest(call, creation, null, isKnown: true);
                case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local)?.Unwrap() is IObjectCreationOperation creation:
                    return new AwsRequest(call, creation, local, isKnown: true);
                default:
                    return new AwsRequest(call, null, null, isKnown: false);
            }
        }

        return new AwsRequest(call, null, null, isKnown: true);
    }

    /// <summary>The value that a property is given, or null.</summary>
    public IOperation? Value(string property, CancellationToken cancellationToken)
    {
        if (Named(_call.Arguments, property) is { } part)
            return part;
        if (_creation is null)
            return null;
        return (_local is null ? null : AssignedLater(_local, property, cancellationToken)) ?? _creation.Initialised(property) ?? Named(_creation.Arguments, property);
    }

    /// <summary>The request names what it wants: `TableNames = [...]`, `InstanceIds = ids`.</summary>
    public bool SetsListOfNames(CancellationToken cancellationToken)
    {
        if (_creation?.Type is not { } type)
            return false;
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { Type: INamedTypeSymbol { Name: "List" } } property && IsListOfNames(property.Name) && Value(property.Name, cancellationToken) is not null)
                return true;
        }

        return false;
    }

    private static bool IsListOfNames(string property) =>
        property.EndsWith("Names", StringComparison.Ordinal) || property.EndsWith("Ids", StringComparison.Ordinal) || property.EndsWith("Arns", StringComparison.Ordinal) || property.EndsWith("IdList", StringComparison.Ordinal);

    private static IOperation? Named(IEnumerable<IArgumentOperation> arguments, string property)
    {
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && string.Equals(argument.Parameter?.Name, property, StringComparison.OrdinalIgnoreCase))
                return argument.Value;
        }

        return null;
    }

    private static IOperation? AssignedLater(ILocalReferenceOperation local, string property, CancellationToken cancellationToken)
    {
        if (local.SemanticModel is not { } model)
            return null;
        IOperation? last = null;
        foreach (var use in VariableUses.Of(local.Local, VariableUses.ScopeOf(local.Local, local.Syntax), model, cancellationToken))
        {
            if (VariableUses.AccessOn(use) is { } access && access.Name.Identifier.ValueText == property && access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access)
                last = model.GetOperation(assignment.Right, cancellationToken);
        }

        return last;
    }
}
