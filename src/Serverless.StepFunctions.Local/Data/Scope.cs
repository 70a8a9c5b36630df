using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Variables of an execution, a branch or an iteration. Inner scopes read the outer ones, and neither assign nor shadow them.</summary>
internal sealed class Scope(Scope? outer)
{
    private const int ValueLimit = 262_144;
    private const int TotalLimit = 10 * 1024 * 1024;

    private readonly Dictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);

    /// <summary>All variables that can be read here, as they are now.</summary>
    public Dictionary<string, JsonNode?> Snapshot()
    {
        var all = outer?.Snapshot() ?? new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in _values)
            all[name] = value;
        return all;
    }

    /// <summary>Assigns the variables of one `Assign`.</summary>
    /// <exception cref="StateFailure">One belongs to an outer scope, or is too large.</exception>
    public void Assign(JsonObject values)
    {
        var total = 0;
        foreach (var (name, value) in values)
        {
            if (outer?.Has(name) == true)
                throw new StateFailure(ErrorNames.Runtime, $"The variable '{name}' is assigned in an outer scope.");
            var length = Json.Length(value);
            total += length;
            if (length > ValueLimit || total > ValueLimit)
                throw new StateFailure(ErrorNames.DataLimitExceeded, $"The variable '{name}' is larger than 256 KiB.");
        }

        foreach (var (name, value) in values)
            _values[name] = Json.Copy(value);
        if (Snapshot().Values.Sum(Json.Length) > TotalLimit)
            throw new StateFailure(ErrorNames.DataLimitExceeded, "The variables are larger than 10 MiB together.");
    }

    private bool Has(string name) => _values.ContainsKey(name) || outer?.Has(name) == true;
}
