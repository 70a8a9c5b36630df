using System.Text;
using Serverless.Model.Json;
using Serverless.Model.Validation.Definitions;

namespace Serverless.Artifacts.Tests.StateMachines.Definitions;

/// <summary>A definition with its faults marked, as analyzers' tests mark them: `{|SVLS2317:"Secs"|}`.</summary>
internal sealed class MarkedDefinition
{
    private readonly List<(string RuleId, int Start, int Length)> _marks = [];

    public MarkedDefinition(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string RuleId, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("{|SVLS"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && marked.AsSpan(i).StartsWith("|}"))
            {
                var (ruleId, start) = open.Pop();
                _marks.Add((ruleId, start, text.Length - start));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Text = text.ToString();
    }

    /// <summary>The definition without marks.</summary>
    public string Text { get; }

    /// <summary>`SVLS2317 at "Secs"` for each mark, in the order of the text.</summary>
    public IEnumerable<string> Expected => _marks.OrderBy(static m => m.Start).ThenBy(static m => m.RuleId, StringComparer.Ordinal).Select(m => Describe(m.RuleId, m.Start, m.Length));

    public IReadOnlyList<DefinitionFault> Check(bool isExpress = false)
    {
        var root = JsonReader.Read(Text, out var error);
        Assert.Null(error);
        return DefinitionChecker.Check(Assert.IsType<JsonObject>(root), isExpress, Encoding.UTF8.GetByteCount(Text));
    }

    public string Describe(DefinitionFault fault) => Describe(fault.RuleId, fault.Start, fault.Length);

    private string Describe(string ruleId, int start, int length) => $"{ruleId} at {start}: {Text.Substring(start, Math.Min(length, 60))}";
}
