using Serverless.Model;
using Serverless.Model.Validation;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>`[Allow]`, `[Deny]` and `[ManagedPolicy]`: added up over method, class and assembly.</summary>
internal static class GrantReader
{
    private const int ForStateMachine = 2;

    /// <summary>Grants of a function's role. Beside an explicit role they are written to the policy file but not attached: SVLS2405.</summary>
    public static EquatableArray<Grant> ReadFunction(FunctionScope scope, FunctionSettings settings, Reading reading)
    {
        var grants = new List<Grant>();
        foreach (var owner in scope.Outward)
            Read(owner, GrantTarget.Functions, grants, reading);
        if (settings.Role is not null)
        {
            foreach (var grant in grants)
            {
                if (grant.Declaration.Symbol != DeclarationRef.Assembly)
                    ReportBesideRole(grant.Declaration, scope, reading);
            }
        }

        return grants.Distinct().ToEquatableArray();
    }

    /// <summary>Grants that a class or the assembly adds to a machine's own role.</summary>
    public static EquatableArray<Grant> ReadMachine(DeclaredAttributes type, Reading reading)
    {
        var grants = new List<Grant>();
        Read(reading.Assembly, GrantTarget.StateMachine, grants, reading);
        Read(type, GrantTarget.StateMachine, grants, reading);
        return grants.ToEquatableArray();
    }

    public static EquatableArray<AwsValue> ReadManagedPolicies(FunctionScope scope, FunctionSettings settings, Reading reading)
    {
        var policies = new List<AwsValue>();
        foreach (var owner in scope.Outward)
        {
            foreach (var attribute in owner.All("ManagedPolicy"))
            {
                if (attribute.Constructor<string>(0) is { } text && reading.Value(text, owner.At(attribute, "nameOrArn")) is { } policy)
                    policies.Add(policy);
                if (settings.Role is not null && owner != scope.Assembly)
                    ReportBesideRole(owner.At(attribute), scope, reading);
            }
        }

        return policies.Distinct().ToEquatableArray();
    }

    private static void ReportBesideRole(DeclarationRef at, FunctionScope scope, Reading reading) =>
        reading.Report(RuleIds.GrantBesideRole, at, scope.Symbol.ContainingType.Name + "." + scope.Symbol.Name);

    private static void Read(DeclaredAttributes owner, GrantTarget target, List<Grant> grants, Reading reading)
    {
        foreach (var attribute in owner.Attributes)
        {
            if (attribute.Name is not ("Allow" or "Deny"))
                continue;
            var forMachine = attribute.Arguments.Enum("For") == ForStateMachine;
            if (forMachine == (target == GrantTarget.StateMachine))
                grants.Add(Read(owner, attribute.Arguments, attribute.Name == "Allow", target, reading));
        }
    }

    private static Grant Read(DeclaredAttributes owner, AttributeArguments attribute, bool isAllow, GrantTarget target, Reading reading)
    {
        var actions = attribute.ConstructorStrings(0).ToEquatableArray();
        if (actions.Count == 0)
            reading.Report(RuleIds.MalformedValue, owner.At(attribute), "", "an action is missing: write it as 'service:Action'");
        for (var i = 0; i < actions.Count; i++)
        {
            if (!GrantRules.IsAction(actions[i]))
                reading.Report(RuleIds.MalformedValue, owner.At(attribute, $"actions[{i}]"), actions[i], "an action is written 'service:Action'");
        }

        var on = attribute.String("On") is { } text ? reading.Value(text, owner.At(attribute, "On"), allowSuffix: true) : null;
        if (isAllow && attribute.String("On") is null)
        {
            for (var i = 0; i < actions.Count; i++)
            {
                if (GrantRules.NeedsResource(actions[i]))
                    reading.Report(RuleIds.ResourceMissing, owner.At(attribute, $"actions[{i}]"), actions[i]);
            }
        }

        return new Grant(isAllow, actions, on, Condition(owner, attribute, reading), Sid(owner, attribute, reading), target, owner.At(attribute));
    }

    private static string? Condition(DeclaredAttributes owner, AttributeArguments attribute, Reading reading)
    {
        if (attribute.String("Condition") is not { } json)
            return null;
        if (ConditionRules.Problem(json) is not { } problem)
            return json;
        reading.Report(RuleIds.MalformedCondition, owner.At(attribute, "Condition"), problem);
        return null;
    }

    private static string? Sid(DeclaredAttributes owner, AttributeArguments attribute, Reading reading)
    {
        if (attribute.String("Sid") is not { } sid)
            return null;
        if (sid.Length > 0 && sid.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            return sid;
        reading.Report(RuleIds.MalformedValue, owner.At(attribute, "Sid"), sid, "a statement id has letters and digits only");
        return null;
    }
}
