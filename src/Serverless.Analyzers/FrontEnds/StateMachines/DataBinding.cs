using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// Which data of the running machine each parameter of a lambda or task method means: a variable by its name, the service's objects by their
/// type, and the one that is left the state's input (or its result). One place, because method and lambda follow the same rules.
/// </summary>
internal sealed class DataBinding
{
    private readonly MachineScope _scope;
    private readonly string _user;
    private readonly Func<IParameterSymbol, DeclarationRef> _placeOf;
    private readonly DataRoot[] _main;

    /// <param name="scope">The machine.</param>
    /// <param name="user">The state whose parameters they are.</param>
    /// <param name="placeOf">Where a fault of a parameter stands.</param>
    /// <param name="main">What the parameters that are nothing else mean, in order.</param>
    public DataBinding(MachineScope scope, string user, Func<IParameterSymbol, DeclarationRef> placeOf, params DataRoot[] main)
    {
        _scope = scope;
        _user = user;
        _placeOf = placeOf;
        _main = main;
    }

    /// <summary>The parameters that carry data, with their meaning, in order.</summary>
    public List<(IParameterSymbol Parameter, DataRoot Value)> Parameters { get; } = [];

    /// <summary>Places that read variables.</summary>
    public List<Place> Uses { get; } = [];

    /// <summary>The first parameter that is the state's input or result.</summary>
    public IParameterSymbol? MainParameter { get; private set; }

    /// <summary>True when a parameter is the task token.</summary>
    public bool HasToken { get; private set; }

    public DataBinding Bind(ImmutableArray<IParameterSymbol> parameters)
    {
        var next = 0;
        foreach (var parameter in parameters)
        {
            if (Find(parameter) is { } value)
            {
                Parameters.Add((parameter, value));
                continue;
            }

            if (next >= _main.Length)
            {
                _scope.Report(RuleIds.VariableFault, _placeOf(parameter), parameter.Name,
                    $"no state assigns a variable of this name, and '{MainParameter?.Name}' already is the state's data; assign the variable, or take one parameter with both");
                Parameters.Add((parameter, DataRoot.None));
                continue;
            }

            MainParameter ??= parameter;
            Parameters.Add((parameter, _main[next++]));
        }

        return this;
    }

    /// <summary>True for a parameter that the generated handler fills from its environment, not from the payload.</summary>
    public static bool IsService(IParameterSymbol parameter)
    {
        if (parameter.GetAttributes().Any(static a => a.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute" or "BindServiceAttribute"))
            return true;
        var type = parameter.Type;
        return type.ToDisplayString() == KnownTypeNames.CancellationToken
            || type.ToDisplayString() == KnownTypeNames.LambdaContext
            || (type.TypeKind == TypeKind.Interface && !IsCollection(type))
            || type is { Name: "TimeProvider", ContainingNamespace.Name: "System" };
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type.AllInterfaces.Any(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);

    private DataRoot? Find(IParameterSymbol parameter)
    {
        if (parameter.Attribute("Serverless.StepFunctions", "BindExecutionInputAttribute") is not null)
        {
            _scope.ExecutionInputUses.Add((parameter.Type, _user, _placeOf(parameter)));
            return DataRoot.ExecutionInput;
        }

        var bound = parameter.Attribute("Serverless.StepFunctions", "BindVariableAttribute");
        var variable = bound?.Constructor<string>(0) ?? parameter.Name;
        // What the type says comes before the name: an input is often called like the variable that keeps it. An error can be a variable too.
        if (bound is null && parameter.Type.Name != "StateError" && OfType(parameter) is { } own)
            return own;
        if (bound is not null || _scope.Variables.ContainsKey(variable))
        {
            Uses.Add(new Place(Parts.Use(variable), _placeOf(parameter)));
            _scope.VariableUses.Add((variable, parameter.Type, _user, _placeOf(parameter)));
            return DataRoot.Variable(variable);
        }

        return OfType(parameter);
    }

    /// <summary>What a type of the service stands for.</summary>
    private DataRoot? OfType(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (type.ContainingNamespace?.ToDisplayString() != "Serverless.StepFunctions")
            return null;
        switch (type.Name)
        {
            case "StateError":
                return DataRoot.Input;
            case "StateMachineContext":
                return DataRoot.Context;
            case "TaskToken":
                HasToken = true;
                Uses.Add(new Place(Parts.Token, _placeOf(parameter)));
                return DataRoot.Token;
            case "StateInput":
                return DataRoot.Input;
            default:
                return null;
        }
    }
}
