using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// What a route variable that no parameter takes was meant to be: a parameter that is read from the query only because the
/// names differ, or one that is still to be written. Told to the code fix.
/// </summary>
internal static class UnreadVariables
{
    /// <summary>Nothing when the method has several routes that do not all have the variable: the parameter would then be missing elsewhere.</summary>
    public static EquatableArray<string> FixOf(string variable, List<HandlerParameter> parameters, HandlerReading handler)
    {
        if (!handler.Routes.All(r => RouteVariables.Of(r).Contains(variable, StringComparer.Ordinal)))
            return default;
        var id = FixProperties.Id + "=" + variable;
        return handler.Routes.Count == 1 && Meant(variable, Candidates(parameters, handler)) is { } meant
            ? EquatableArray.Of(id, FixProperties.Replacement + "=" + meant)
            : EquatableArray.Of(id);
    }

    /// <summary>Parameters that a variable of their name would fill: single values from the query that no attribute put there.</summary>
    private static List<string> Candidates(List<HandlerParameter> parameters, HandlerReading handler) =>
        [.. handler.Method.Parameters.Zip(parameters, static (symbol, read) => (Symbol: symbol, Read: read))
            .Where(static p => p.Read is { Source: ParameterSource.Query, Form: ParameterForm.Value } && BindingAttributes.Find(p.Symbol) is null && IsVariableName(p.Symbol.Name))
            .Select(static p => p.Symbol.Name)];

    /// <summary>`orderID` for `orderIb`, and `orderId` for `id` when nothing else ends so.</summary>
    private static string? Meant(string variable, List<string> candidates)
    {
        if (NearestName.Of(variable, candidates) is { } nearest)
            return nearest;
        var longer = candidates.FindAll(c => c.EndsWith(variable, StringComparison.OrdinalIgnoreCase) || variable.EndsWith(c, StringComparison.OrdinalIgnoreCase));
        return longer.Count == 1 ? longer[0] : null;
    }

    private static bool IsVariableName(string name) => name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
