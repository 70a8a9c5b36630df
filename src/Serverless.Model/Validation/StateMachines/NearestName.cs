namespace Serverless.Model.Validation.StateMachines;

/// <summary>The name somebody meant: a misspelt target is answered with the fix instead of a list.</summary>
internal static class NearestName
{
    /// <summary>The most similar name, or null when none is similar: more than a third of the letters differ, where two swapped ones count as two.</summary>
    /// <param name="name">As written.</param>
    /// <param name="candidates">What exists.</param>
    /// <param name="most">Differences beyond this are too many, however long the name is.</param>
    public static string? Of(string name, IEnumerable<string> candidates, int most = int.MaxValue)
    {
        string? best = null;
        var least = Math.Min(most, name.Length <= 3 ? 1 : Math.Max(2, name.Length / 3)) + 1;
        foreach (var candidate in candidates)
        {
            var distance = string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(name, candidate);
            if (distance < least)
                (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Insertions, deletions and replacements that lead from one name to the other.</summary>
    private static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
