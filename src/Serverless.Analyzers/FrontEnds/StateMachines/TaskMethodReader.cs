using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>A `[TaskState]` method: a Task state that invokes the function of the method.</summary>
internal static class TaskMethodReader
{
    /// <summary>A function that hands the token on: the state's result is what success is sent with.</summary>
    public const string CallbackResource = "lambda:invoke.waitForTaskToken";

    private const int LongestTimeout = 99_999_999;

    private static readonly string[] PathSettings = ["InputPath", "ResultSelector", "ResultPath", "OutputPath"];

    public static TaskState Read(MachineMember member, MachineScope scope)
    {
        var method = (IMethodSymbol)member.Symbol;
        var attribute = member.Task!.Value;
        var declaration = member.Declaration;
        var places = new List<Place>();
        ReportUnsupported(attribute, declaration, scope);

        var binding = new DataBinding(scope, member.StateName, p => declaration.AtParameter(p.Name), DataRoot.Input)
            .Bind(method.Parameters.Where(static p => !DataBinding.IsService(p)).ToImmutableArray());
        places.AddRange(binding.Uses);
        var next = Target(attribute, "Next", declaration, places, Parts.Next, scope);
        var isCallback = attribute.Boolean("WaitForTaskToken") == true;
        var result = isCallback ? null : ResultOf(method);
        var root = isCallback ? DataRoot.Result : DataRoot.FunctionResult;
        scope.Types[member.StateName] = new StateTypes
        {
            Input = binding.MainParameter?.Type,
            InputPlace = binding.MainParameter is { } main ? declaration.AtParameter(main.Name) : null,
            Output = attribute.Has("Output") ? null : result,
        };
        places.Add(new Place(Parts.Heartbeat, declaration.At(attribute.Index, "HeartbeatSeconds")));
        foreach (var setting in new[] { "TimeoutSeconds", "RetryServiceErrors", "Raw" })
        {
            if (attribute.Has(setting))
                places.Add(new Place(Parts.Setting(setting), declaration.At(attribute.Index, setting)));
        }

        if (isCallback)
        {
            places.Add(new Place(Parts.Arguments, declaration.At(attribute.Index, "WaitForTaskToken")));
            places.Add(new Place(Parts.Resource, declaration.At(attribute.Index, "WaitForTaskToken")));
        }

        var output = scope.QueryLanguage == QueryLanguage.JSONata && attribute.String("Output") is { } text ? JsonataText.Read(text, declaration.At(attribute.Index, "Output"), scope) : null;
        foreach (var variable in JsonataVariables.Of(output))
            places.Add(new Place(Parts.Use(variable), declaration.At(attribute.Index, "Output")));
        return new TaskState
        {
            Name = member.StateName,
            Declaration = declaration,
            Comment = attribute.String("Comment") ?? scope.Summary(method),
            Function = FunctionIdOf(method),
            Resource = isCallback ? CallbackResource : null,
            Arguments = PayloadOf(binding, scope),
            Next = next,
            Assign = Assigned(attribute, declaration, places, scope, root),
            Output = output ?? (isCallback ? null : DefaultOutput(scope)),
            TimeoutSeconds = Seconds(attribute, "TimeoutSeconds", declaration, scope) ?? new AslNumber("60"),
            HeartbeatSeconds = Seconds(attribute, "HeartbeatSeconds", declaration, scope),
            RetryServiceErrors = attribute.Boolean("RetryServiceErrors") ?? true,
            Retry = RetryCatchReader.ReadRetries(method, isTask: true, scope, places),
            Catch = RetryCatchReader.ReadCatches(method, scope, places),
            Raw = RawFields.Read(attribute.String("Raw"), (at, reason) => scope.Report(RuleIds.UnreadableState, at, member.Name, reason), declaration.At(attribute.Index, "Raw")),
            Places = places.ToEquatableArray(),
        };
    }

    /// <summary>Logical id of the function that a method becomes.</summary>
    public static string FunctionIdOf(IMethodSymbol method) =>
        method.Attribute("Serverless", "ServerlessFunctionAttribute")?.Constructor<string>(0) ?? LogicalIds.From(method.ContainingType.Name + method.Name);

    /// <summary>One data parameter is the payload; several are members of it under their own names.</summary>
    public static AslData PayloadOf(DataBinding binding, MachineScope scope)
    {
        if (binding.Parameters.Count == 1)
            return scope.Data(binding.Parameters[0].Value);
        if (binding.Parameters.Count == 0)
            return scope.Data(DataRoot.Input);
        return new AslObject(binding.Parameters.Select(p => new AslMember(p.Parameter.Name, scope.Data(p.Value))).ToEquatableArray());
    }

    /// <summary>What the function returned, out of the envelope of `lambda:invoke`. In JSONPath machines there is none.</summary>
    public static AslData? DefaultOutput(MachineScope scope) => scope.QueryLanguage == QueryLanguage.JSONata ? scope.Data(DataRoot.FunctionResult) : null;

    /// <summary>What the method gives back, without Task or ValueTask; null for nothing.</summary>
    public static ITypeSymbol? ResultOf(IMethodSymbol method)
    {
        var type = method.ReturnType;
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask" } awaited && awaited.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks")
            return awaited.TypeArguments.Length == 1 ? awaited.TypeArguments[0] : null;
        return type.SpecialType == SpecialType.System_Void ? null : type;
    }

    public static string? Target(AttributeArguments attribute, string argument, DeclarationRef declaration, List<Place> places, string part, MachineScope scope)
    {
        if (attribute.String(argument) is not { } target)
            return null;
        places.Add(new Place(part, declaration.At(attribute.Index, argument)));
        return scope.StateNameOf(target);
    }

    private static EquatableArray<Assignment> Assigned(AttributeArguments attribute, DeclarationRef declaration, List<Place> places, MachineScope scope, DataRoot root)
    {
        if (attribute.String("Assign") is not { Length: > 0 } variable)
            return default;
        places.Add(new Place(Parts.Assign(variable), declaration.At(attribute.Index, "Assign")));
        return EquatableArray.Of(new Assignment(variable, scope.Data(root)));
    }

    private static AslNumber? Seconds(AttributeArguments attribute, string name, DeclarationRef declaration, MachineScope scope)
    {
        if (attribute.Int32(name) is not { } seconds || scope.InRange(seconds, 1, LongestTimeout, "s", declaration.At(attribute.Index, name)) is null)
            return null;
        return new AslNumber(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void ReportUnsupported(AttributeArguments attribute, DeclarationRef declaration, MachineScope scope)
    {
        if (scope.QueryLanguage != QueryLanguage.JSONata)
            return;
        foreach (var setting in PathSettings)
        {
            if (attribute.Has(setting))
                scope.Report(RuleIds.WrongQueryLanguage, declaration.At(attribute.Index, setting), setting, "JSONPath", "JSONata");
        }
    }
}
