using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>One `State` member while it is read: its chain, the places of its parts, and the translation of its lambdas.</summary>
internal sealed class StateDraft(MachineMember member, MachineScope scope)
{
    public MachineMember Member { get; } = member;

    public MachineScope Scope { get; } = scope;

    public StateChain Chain => Member.Chain!;

    public List<Place> Places { get; } = [];

    public StateTypes Types { get; set; } = new();

    /// <summary>What a parameter without a meaning of its own is in `Output` and `Set`.</summary>
    public DataRoot[] Result { get; set; } = [DataRoot.Input];

    public IOperation? FactoryArgument(int position) => StateChain.Argument(Chain.Factory, position);

    /// <summary>A constant text; SVLS2316 when it is computed.</summary>
    public string? Text(IOperation? operation)
    {
        if (operation is null or { ConstantValue: { HasValue: true, Value: null } })
            return null;
        if (operation.ConstantValue is { HasValue: true, Value: string text })
            return text;
        Unreadable(operation, "a constant is needed here, because nothing of it is run");
        return null;
    }

    /// <summary>A constant of another type, an enum's value as a number; null when left out, and SVLS2316 when it is computed.</summary>
    public T? Constant<T>(IOperation? operation)
        where T : struct
    {
        if (operation is null)
            return null;
        if (operation.ConstantValue is { HasValue: true, Value: T value })
            return value;
        Unreadable(operation, "a constant is needed here, because nothing of it is run");
        return null;
    }

    /// <summary>
    /// The first argument of a setting that may stand once: a number, or a lambda that yields one. The place of the setting is noted, the
    /// range is checked on the model.
    /// </summary>
    public AslData? Number(string call)
    {
        if (Chain.Find(call) is not { } invocation || StateChain.Argument(invocation, 0) is not { } argument)
            return null;
        Places.Add(new Place(Parts.Setting(call), Chain.PlaceOf(argument.Syntax)));
        if (JsonataTranslator.LambdaOf(argument) is not null)
            return Expression(argument, DataRoot.Input);
        return argument.ConstantValue is { HasValue: true, Value: double } ? NumberOf(Constant<double>(argument)) : NumberOf(Constant<int>(argument));
    }

    /// <summary>A number as JSON writes it.</summary>
    public static AslNumber? NumberOf(IFormattable? number) => number is null ? null : new AslNumber(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The name of the state that an argument leads to.</summary>
    public string? Target(IOperation? operation, string part)
    {
        if (Text(operation) is not { } target)
            return null;
        Places.Add(new Place(part, Chain.PlaceOf(operation!.Syntax)));
        return Scope.StateNameOf(target);
    }

    public string? Next() => Chain.Find("Next") is { } next ? Target(StateChain.Argument(next, 0), Parts.Next) : null;

    /// <summary>What a lambda gives, as data of the definition; null when there is none or it cannot be read.</summary>
    public AslData? Data(IOperation? argument, params DataRoot[] main) => Data(argument, out _, main);

    public AslData? Data(IOperation? argument, out ITypeSymbol? type, params DataRoot[] main)
    {
        type = null;
        if (Open(argument, main) is not { } lambda)
            return null;
        type = lambda.ReturnType;
        return lambda.Translator.Data(lambda.Body);
    }

    /// <summary>What `Output` computes from the result; null when it stays as it is, and so does the known type.</summary>
    public AslData? Output()
    {
        if (Chain.Find("Output") is not { } call)
            return null;
        var output = Data(StateChain.Argument(call, 0), out var type, Result);
        Types = Types with { Result = Types.Output, Output = type, HasOutput = true, PassesThrough = false };
        return output;
    }

    /// <summary>What a lambda gives, as one expression.</summary>
    public AslData? Expression(IOperation? argument, params DataRoot[] main) =>
        Open(argument, main) is { } lambda ? lambda.Translator.Value(lambda.Body) : null;

    /// <summary>What a lambda says of a Choice's way.</summary>
    public AslData? Condition(IOperation? argument) => Open(argument, DataRoot.Input) is { } lambda ? lambda.Translator.Condition(lambda.Body) : null;

    /// <summary>A lambda with its parameters bound, ready to translate.</summary>
    public OpenLambda? Open(IOperation? argument, params DataRoot[] main)
    {
        if (argument is null)
            return null;
        if (JsonataTranslator.LambdaOf(argument) is not { } lambda)
        {
            Unreadable(argument, "a lambda is needed here");
            return null;
        }

        if (JsonataTranslator.BodyOf(lambda) is not { } body)
        {
            Scope.Report(RuleIds.NoJsonataForm, Chain.PlaceOf(lambda.Syntax), "the lambda", "a body of statements has none; write one expression");
            return null;
        }

        if (body is IInvalidOperation)
            return null;
        var binding = new DataBinding(Scope, Member.StateName, PlaceOf, main).Bind(lambda.Symbol.Parameters);
        Places.AddRange(binding.Uses);
        CheckInputBesideResult(binding, main);
        if (binding.MainParameter is { } input && main.Length > 0 && main[0] == DataRoot.Input && Types.Input is null)
            Types = Types with { Input = ValueTypeOf(input.Type), InputPlace = PlaceOf(input) };
        var translator = Translator();
        foreach (var (parameter, value) in binding.Parameters)
        {
            translator.Bind(parameter, value);
            if (ReferenceEquals(main, Result) && main[0] != DataRoot.Input && Array.IndexOf(main, value) is >= 0 and var index)
                Scope.ResultUses.Add((Member.StateName, index, parameter.Type, PlaceOf(parameter)));
        }

        return new OpenLambda(translator, body, lambda.Symbol.ReturnType, binding.HasToken);
    }

    /// <summary>JSONPath has one root: where it is the result, the input cannot be read.</summary>
    private void CheckInputBesideResult(DataBinding binding, DataRoot[] main)
    {
        if (Scope.QueryLanguage == QueryLanguage.JSONata || main.Length == 0 || !main[0].Jsonata.Contains("$states.result"))
            return;
        foreach (var (parameter, root) in binding.Parameters)
        {
            if (root == DataRoot.Input)
                Scope.Report(RuleIds.NoJsonataForm, PlaceOf(parameter), parameter.Name, "here '$' is the result in JSONPath; put the result into the input with ResultPath, and compute with both in a Pass behind");
        }
    }

    /// <summary>The translator to the machine's query language.</summary>
    private IExpressionTranslator Translator()
    {
        void Refuse(SyntaxNode syntax, string reason) => Scope.Report(RuleIds.NoJsonataForm, Chain.PlaceOf(syntax), Shorten(syntax.ToString()), reason);
        void Inform(SyntaxNode syntax, string reason) =>
            Scope.Reading.Report(new Fault(RuleIds.InexactNumber, Chain.PlaceOf(syntax), EquatableArray.Of(Shorten(syntax.ToString()), reason), IsInfo: true));
        void Refer(AwsValue value, SyntaxNode syntax) => Scope.Reading.Refer(value, Chain.PlaceOf(syntax));
        return Scope.QueryLanguage == QueryLanguage.JSONata
            ? new JsonataTranslator(Chain.Semantics, Scope.Names, Refuse, Refer, Inform)
            : new PathTranslator(Chain.Semantics, Scope.Names, Refuse, (syntax, name) => Scope.Report(RuleIds.WrongQueryLanguage, Chain.PlaceOf(syntax), name, "JSONata", "JSONPath"), Refer);
    }

    public void Unreadable(IOperation operation, string reason) =>
        Scope.Report(RuleIds.UnreadableState, Chain.PlaceOf(operation.Syntax), Member.Name, reason);

    /// <summary>The place of a setting none of whose arguments stands for it already.</summary>
    public void NotePlace(string call)
    {
        if (Chain.Find(call) is { } invocation && !Places.Any(p => p.Part == Parts.Setting(call)))
            Places.Add(new Place(Parts.Setting(call), Chain.PlaceOf(NameOf(invocation))));
    }

    /// <summary>The name of a called method, without what stands before and behind it.</summary>
    public static SyntaxNode NameOf(IInvocationOperation call) =>
        call.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;

    /// <summary>Variables of the state: results by `Assign`, computed ones by `Set`.</summary>
    public EquatableArray<Assignment> Assignments()
    {
        var assignments = new List<Assignment>();
        foreach (var call in Chain.All("Assign"))
        {
            var names = StateChain.Elements(call, 0);
            for (var i = 0; i < names.Length; i++)
            {
                if (Text(names[i]) is not { } variable)
                    continue;
                Places.Add(new Place(Parts.Assign(variable), Chain.PlaceOf(names[i].Syntax)));
                if (i < Result.Length)
                    assignments.Add(new Assignment(variable, Scope.Data(Result[i])));
                else
                    Unreadable(names[i], Result.Length == 1 ? "there is one result, so one variable receives it" : $"there are {Result.Length} branches, so that many variables receive their results");
            }
        }

        foreach (var call in Chain.All("Set"))
        {
            if (Text(StateChain.Argument(call, 0)) is not { } variable || Data(StateChain.Argument(call, 1), Result) is not { } value)
                continue;
            Places.Add(new Place(Parts.Assign(variable), Chain.PlaceOf(StateChain.Argument(call, 0)!.Syntax)));
            assignments.Add(new Assignment(variable, value));
        }

        return assignments.ToEquatableArray();
    }

    public string? Raw()
    {
        if (Chain.Find("Raw") is not { } call || Text(StateChain.Argument(call, 0)) is not { } json)
            return null;
        Places.Add(new Place(Parts.Setting("Raw"), Chain.PlaceOf(StateChain.Argument(call, 0)!.Syntax)));
        return RawFields.Read(json, (at, reason) => Scope.Report(RuleIds.UnreadableState, at, Member.Name, reason), Chain.PlaceOf(StateChain.Argument(call, 0)!.Syntax));
    }

    private DeclarationRef PlaceOf(IParameterSymbol parameter) =>
        parameter.Locations is [{ IsInSource: true } location, ..] ? Chain.PlaceOf(location.SourceSpan) : Member.Declaration;

    private static ITypeSymbol ValueTypeOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "StateInput", TypeArguments: [var inner] } ? inner : type;

    internal static string Shorten(string text)
    {
        text = string.Join(" ", text.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 59) + "…";
    }

    /// <summary>A lambda whose parameters are bound.</summary>
    internal sealed record OpenLambda(IExpressionTranslator Translator, IOperation Body, ITypeSymbol ReturnType, bool HasToken);
}
