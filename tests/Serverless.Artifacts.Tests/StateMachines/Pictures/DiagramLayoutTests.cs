using Serverless.Artifacts.Pictures;
using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.StateMachines.Pictures;

/// <summary>A picture can be read: nothing lies on anything else, and no arrow runs through a state it has nothing to do with.</summary>
public sealed class DiagramLayoutTests
{
    public static TheoryData<string> Machines => ["large", "jsonata", "jsonpath", "row", "one"];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Boxes_do_not_touch(string name)
    {
        foreach (var diagram in All(Place(name)))
        {
            for (var i = 0; i < diagram.Nodes.Count; i++)
            {
                for (var j = i + 1; j < diagram.Nodes.Count; j++)
                    Assert.False(Overlap(diagram.Nodes[i], diagram.Nodes[j]), $"{diagram.Nodes[i].Node.Title} lies on {diagram.Nodes[j].Node.Title}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Everything_is_on_the_sheet(string name)
    {
        foreach (var diagram in All(Place(name)))
        {
            Assert.All(diagram.Nodes, n => Assert.True(n.X >= 0 && n.Y >= 0 && n.X + n.Width <= diagram.Width && n.Y + n.Height <= diagram.Height, n.Node.Title));
            Assert.All(diagram.Edges.SelectMany(static e => e.Points), p => Assert.True(p.X >= 0 && p.Y >= 0 && p.X <= diagram.Width && p.Y <= diagram.Height));
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Arrows_pass_beside_the_states_between_their_ends(string name)
    {
        foreach (var diagram in All(Place(name)))
        {
            foreach (var edge in diagram.Edges)
            {
                foreach (var node in diagram.Nodes.Where(n => n.Node.Id != edge.Edge.From && n.Node.Id != edge.Edge.To))
                    Assert.DoesNotContain(Samples(edge), p => p.X > node.X && p.X < node.X + node.Width && p.Y > node.Y && p.Y < node.Y + node.Height);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Every_state_stands_once_and_every_way_has_its_arrow(string name)
    {
        var machine = Machine(name);
        var diagrams = All(DiagramLayout.Place(DiagramBuilder.Of(machine))).ToArray();
        var titles = diagrams.SelectMany(static d => d.Nodes).Where(static n => n.Node.Shape is not (NodeShape.Start or NodeShape.End or NodeShape.Failure)).Select(static n => n.Node.Title).Order(StringComparer.Ordinal);
        Assert.Equal(StateWalk.All(machine.Graph).Select(static s => s.Name).Order(StringComparer.Ordinal), titles);
        var rules = StateWalk.All(machine.Graph).OfType<ChoiceState>().Sum(static c => c.Choices.Count);
        Assert.Equal(rules, diagrams.SelectMany(static d => d.Edges).Count(static e => e.Edge.Kind == EdgeKind.Rule));
    }

    [Fact]
    public void Time_runs_downwards_but_for_ways_back()
    {
        var diagram = Place("large");
        var tops = diagram.Nodes.ToDictionary(static n => n.Node.Id, static n => n.Y);
        var up = diagram.Edges.Where(e => tops[e.Edge.From] >= tops[e.Edge.To]).Select(e => Title(diagram, e.Edge.From) + " → " + Title(diagram, e.Edge.To)).Order(StringComparer.Ordinal);
        Assert.Equal(["AskForOtherCard → TakeMoney", "TooManyAttempts → CheckStock", "WeightFits → PackParcel"], up);
    }

    [Fact]
    public void A_common_alarm_is_one_arrow()
    {
        var diagram = DiagramBuilder.Of(LargeMachine.Create());
        var alarm = diagram.Nodes.Single(static n => n.Title == "RaiseAlarm");
        var arrow = Assert.Single(diagram.Edges, e => e.To == alarm.Id);
        Assert.Equal(NodeShape.Failure, diagram.Nodes.Single(n => n.Id == arrow.From).Shape);
    }

    [Fact]
    public void Two_catchers_are_two_arrows()
    {
        var catches = EquatableArray.Of(new CatchRule(EquatableArray.Of("TimeoutException"), "Alarm"));
        var diagram = DiagramBuilder.Of(Make.Machine(
            Make.FunctionTask("A", "F") with { Next = "B", Catch = catches }, Make.FunctionTask("B", "F") with { Next = "Alarm", Catch = catches }, Make.Pass("Alarm")));
        Assert.Equal(2, diagram.Edges.Count(static e => e is { Kind: EdgeKind.Catch, Label: "TimeoutException" }));
        Assert.DoesNotContain(diagram.Nodes, static n => n.Shape == NodeShape.Failure);
    }

    [Fact]
    public void Forty_states_fit_a_screen_in_width()
    {
        Assert.Equal(LargeMachine.States, StateWalk.All(LargeMachine.Create().Graph).Count());
        var diagram = Place("large");
        Assert.InRange(diagram.Width, 300, 1800);
    }

    [Fact]
    public void The_same_machine_gives_the_same_picture() =>
        Assert.Equal(SvgRenderer.Render(LargeMachine.Create()), SvgRenderer.Render(LargeMachine.Create()));

    internal static StateMachine Machine(string name) => name switch
    {
        "large" => LargeMachine.Create(),
        "jsonata" => StateKinds.Jsonata(),
        "jsonpath" => StateKinds.JsonPath(),
        "row" => LargeMachine.Row(60),
        _ => Make.Machine(Make.Pass("Only \"one\" <state> & more")),
    };

    private static PlacedDiagram Place(string name) => DiagramLayout.Place(DiagramBuilder.Of(Machine(name)));

    private static IEnumerable<PlacedDiagram> All(PlacedDiagram diagram) =>
        diagram.Nodes.SelectMany(static n => n.Inner).SelectMany(static i => All(i.Diagram)).Prepend(diagram);

    /// <summary>Points along the straight parts; the curved ones lie in the gaps between layers.</summary>
    private static IEnumerable<(int X, int Y)> Samples(PlacedEdge edge)
    {
        for (var i = 1; i < edge.Points.Count; i++)
        {
            var (from, to) = (edge.Points[i - 1], edge.Points[i]);
            yield return (from.X, from.Y);
            for (var part = 1; part < 20 && (from.X == to.X || from.Y == to.Y); part++)
                yield return (from.X + ((to.X - from.X) * part / 20), from.Y + ((to.Y - from.Y) * part / 20));
            yield return (to.X, to.Y);
        }
    }

    private static string Title(PlacedDiagram diagram, string id) => diagram.Nodes.Single(n => n.Node.Id == id).Node.Title;

    private static bool Overlap(PlacedNode a, PlacedNode b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
