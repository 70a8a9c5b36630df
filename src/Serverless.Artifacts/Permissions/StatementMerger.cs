using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Joins statements that say the same about the same, so that a policy stays short and readable.
/// What is granted does not change: only actions of one resource list, or resources of one action list, are put together,
/// and never across an effect, a condition or a Sid.
/// </summary>
internal static class StatementMerger
{
    public static EquatableArray<Statement> Merge(IEnumerable<Statement> statements)
    {
        var byResource = MergeBy(statements, static (a, b) => a.Resources == b.Resources, static (a, b) => a with { Actions = Statement.Sorted(a.Actions.Concat(b.Actions)) });
        return MergeBy(byResource, static (a, b) => a.Actions == b.Actions, static (a, b) => a with { Resources = a.Resources.Concat(b.Resources).Distinct().ToEquatableArray() })
            .ToEquatableArray();
    }

    private static List<Statement> MergeBy(IEnumerable<Statement> statements, Func<Statement, Statement, bool> fits, Func<Statement, Statement, Statement> join)
    {
        var merged = new List<Statement>();
        foreach (var statement in statements)
        {
            var at = merged.FindIndex(other =>
                other.IsAllow == statement.IsAllow && other.Condition == statement.Condition && other.Sid == statement.Sid && fits(other, statement));
            if (at < 0)
                merged.Add(statement);
            else
                merged[at] = join(merged[at], statement);
        }

        return merged;
    }
}
