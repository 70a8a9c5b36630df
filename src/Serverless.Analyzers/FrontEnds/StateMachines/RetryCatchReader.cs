using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;
using Serverless.Model;
using Serverless.Model.Expressions.JsonPath;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>`[Retry]`, `[Catch]` and `[CatchAll]`: rules in the order of the source, exceptions by the name the runtime reports.</summary>
internal static class RetryCatchReader
{
    private const string Namespace = "Serverless.StepFunctions";
    private const string AllErrors = "States.ALL";

    /// <summary>The state's own retriers, then those of its class, which hold for every task.</summary>
    public static EquatableArray<RetryRule> ReadRetries(ISymbol state, bool isTask, MachineScope scope, List<Place> places)
    {
        var rules = new List<RetryRule>();
        foreach (var attribute in state.Attributes(Namespace, "RetryAttribute"))
        {
            places.Add(new Place(Parts.Retry(rules.Count), Reading.Of(state).At(attribute.Index)));
            rules.Add(ReadRetry(attribute, Reading.Of(state), scope));
        }

        // A retrier for everything is the last one: what the class adds behind it could never act.
        if (!isTask || (rules.Count > 0 && rules[rules.Count - 1].Errors.Contains(AllErrors)))
            return rules.ToEquatableArray();
        foreach (var attribute in scope.Type.Attributes(Namespace, "RetryAttribute"))
        {
            places.Add(new Place(Parts.Retry(rules.Count), Reading.Of(scope.Type).At(attribute.Index)));
            rules.Add(ReadRetry(attribute, Reading.Of(scope.Type), scope));
        }

        return rules.ToEquatableArray();
    }

    public static EquatableArray<CatchRule> ReadCatches(ISymbol state, MachineScope scope, List<Place> places)
    {
        var rules = new List<CatchRule>();
        foreach (var attribute in state.Attributes(Namespace, "CatchAttribute"))
        {
            var declaration = Reading.Of(state);
            if (ReadCatch(attribute, Errors(attribute, declaration, scope), declaration, scope) is not { } rule)
                continue;
            places.Add(new Place(Parts.Catch(rules.Count), declaration.At(attribute.Index, "Next")));
            if (rule.Assign.Count > 0)
                places.Add(new Place(Parts.Assign(rule.Assign[0].Variable), declaration.At(attribute.Index, "Assign")));
            rules.Add(rule);
        }

        return rules.ToEquatableArray();
    }

    /// <summary>The class's rule for a failure at any step, or null.</summary>
    public static CatchAllRule? ReadCatchAll(MachineScope scope)
    {
        if (scope.Type.Attribute(Namespace, "CatchAllAttribute") is not { } attribute)
            return null;
        var declaration = Reading.Of(scope.Type);
        return ReadCatch(attribute, EquatableArray.Of(AllErrors), declaration, scope) is { } rule
            ? new CatchAllRule(rule, declaration.At(attribute.Index, "Next"), attribute.Boolean("Wrap") ?? false)
            : null;
    }

    private static CatchRule? ReadCatch(AttributeArguments attribute, EquatableArray<string> errors, DeclarationRef declaration, MachineScope scope)
    {
        if (attribute.String("Next") is not { Length: > 0 } next)
        {
            scope.Report(RuleIds.RetryCatchRule, declaration.At(attribute.Index), "Next is missing: it names the state that goes on after the error");
            return null;
        }

        var isJsonata = scope.QueryLanguage == QueryLanguage.JSONata;
        if (attribute.Has("ResultPath") && isJsonata)
            scope.Report(RuleIds.WrongQueryLanguage, declaration.At(attribute.Index, "ResultPath"), "ResultPath", "JSONPath", "JSONata");
        if (attribute.Has("Output") && !isJsonata)
            scope.Report(RuleIds.WrongQueryLanguage, declaration.At(attribute.Index, "Output"), "Output", "JSONata", "JSONPath");
        var assign = attribute.String("Assign") is { Length: > 0 } variable
            ? EquatableArray.Of(new Assignment(variable, scope.Data(DataRoot.ErrorOutput)))
            : default;
        var output = isJsonata && attribute.String("Output") is { } text ? JsonataText.Read(text, declaration.At(attribute.Index, "Output"), scope) : null;
        var resultPath = isJsonata || attribute.String("ResultPath") is not { } path ? null
            : path == "$" ? null
            : PathFields.Check(path, PathUse.ResultPath, declaration.At(attribute.Index, "ResultPath"), scope);
        return new CatchRule(errors, scope.StateNameOf(next), assign, output, resultPath);
    }

    private static RetryRule ReadRetry(AttributeArguments attribute, DeclarationRef declaration, MachineScope scope)
    {
        var jitter = attribute.Enum("Jitter") is not 0;
        return new RetryRule(
            Errors(attribute, declaration, scope),
            attribute.Int32("IntervalSeconds") ?? 1,
            attribute.Int32("MaxAttempts") ?? 3,
            attribute.Double("BackoffRate") ?? 2.0,
            attribute.Int32("MaxDelaySeconds"),
            jitter);
    }

    private static EquatableArray<string> Errors(AttributeArguments attribute, DeclarationRef declaration, MachineScope scope)
    {
        if (attribute.Data.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, Values: { IsDefaultOrEmpty: false } values }])
            return EquatableArray.Of(AllErrors);
        var errors = new List<string>();
        foreach (var value in values)
        {
            if (value.Value is string name)
                errors.Add(name);
            else if (value.Value is ITypeSymbol type)
                errors.Add(ErrorNameOf(type, declaration.At(attribute.Index), scope));
        }

        return errors.ToEquatableArray();
    }

    private static string ErrorNameOf(ITypeSymbol type, DeclarationRef at, MachineScope scope)
    {
        if (!IsException(type))
            scope.Report(RuleIds.RetryCatchRule, at, $"{type.Name} is not an exception type, so no function can fail with it");
        return type.Name;
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
