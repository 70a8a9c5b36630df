namespace Purchasing;

/// <summary>Where articles lie: a stand-in for the warehouse.</summary>
public sealed class Shelves
{
    private readonly Dictionary<char, string> _aisles = new() { ['A'] = "north", ['B'] = "south" };

    /// <summary>Takes an article.</summary>
    /// <param name="sku">Its number; the first letter names the aisle.</param>
    /// <returns>The article and where it was.</returns>
    /// <exception cref="KeyNotFoundException">There is no such aisle.</exception>
    public string Take(string sku) =>
        sku.Length > 0 && _aisles.TryGetValue(sku[0], out var aisle) ? $"{sku} from the {aisle} aisle" : throw new KeyNotFoundException($"no aisle holds '{sku}'");
}
