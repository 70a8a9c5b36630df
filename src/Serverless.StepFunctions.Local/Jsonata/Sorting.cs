namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>A stable sort that bears comparers which contradict themselves.</summary>
internal static class Sorting
{
    /// <param name="items">What is sorted; not changed.</param>
    /// <param name="isAfter">Whether the first belongs behind the second.</param>
    public static List<T> Merge<T>(List<T> items, Func<T, T, bool> isAfter)
    {
        if (items.Count <= 1)
            return items;
        var middle = items.Count / 2;
        var left = Merge(items.GetRange(0, middle), isAfter);
        var right = Merge(items.GetRange(middle, items.Count - middle), isAfter);
        var result = new List<T>(items.Count);
        var (l, r) = (0, 0);
        while (l < left.Count && r < right.Count)
            result.Add(isAfter(left[l], right[r]) ? right[r++] : left[l++]);
        result.AddRange(left.GetRange(l, left.Count - l));
        result.AddRange(right.GetRange(r, right.Count - r));
        return result;
    }
}
