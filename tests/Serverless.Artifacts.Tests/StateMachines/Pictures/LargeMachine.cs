using System.Globalization;
using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.StateMachines.Pictures;

/// <summary>Forty states as they grow in practice: a long way, choices that skip and lead back, branches in branches, a common alarm.</summary>
internal static class LargeMachine
{
    public const int States = 40;

    public static StateMachine Create()
    {
        var alarm = EquatableArray.Of(new CatchRule(EquatableArray.Of("States.ALL"), "RaiseAlarm"));
        var states = new List<State>
        {
            Task("ReadOrder", "CheckStock", alarm),
            Choice("CheckStock", ("$states.input.stock >= $states.input.quantity", "ReserveStock"), ("$states.input.mayWait", "WaitForDelivery")) with { Default = "RefuseOrder" },
            new WaitState { Name = "WaitForDelivery", Declaration = Make.At, Kind = WaitKind.Seconds, Value = Make.Number(3600), Next = "CountAttempts" },
            Make.Pass("CountAttempts", "TooManyAttempts"),
            Choice("TooManyAttempts", ("$attempts > 24", "RefuseOrder")) with { Default = "CheckStock" },
            Task("ReserveStock", "Prepare", alarm),
            Parallel("Prepare", alarm, "TakeMoney",
                [Task("CalculateTax", "CalculateShipping"), Task("CalculateShipping", null)],
                [Choice("IsBusiness", ("$states.input.vatId != null", "CheckVatId")) with { Default = "NoVatId" }, Task("CheckVatId", null), Make.Pass("NoVatId")],
                [Parallel("Screen", default, null, [Task("ScreenAddress", null)], [Task("ScreenCard", "ScreenDevice"), Task("ScreenDevice", null)])]),
            Task("TakeMoney", "Paid", alarm) with { Catch = EquatableArray.Of(new CatchRule(EquatableArray.Of("CardDeclinedException"), "AskForOtherCard"), alarm[0]) },
            Task("AskForOtherCard", "TakeMoney", alarm),
            Choice("Paid", ("$states.input.express", "PickNow"), ("$states.input.gift", "WrapGift")) with { Default = "PickLater" },
            Task("PickNow", "PickItems", alarm),
            new WaitState { Name = "PickLater", Declaration = Make.At, Kind = WaitKind.Timestamp, Value = new AslExpression("$states.input.nextShift"), Next = "PickItems" },
            Task("WrapGift", "PickItems", alarm),
            new MapState
            {
                Name = "PickItems",
                Declaration = Make.At,
                MaxConcurrency = Make.Number(10),
                Items = new AslExpression("$states.input.items"),
                Processor = new StateGraph("FetchItem", EquatableArray.Of<State>(
                    Task("FetchItem", "ItemIsHere"), Choice("ItemIsHere", ("$states.input.found", "ScanItem")) with { Default = "ReportMissing" }, Task("ScanItem", null), Task("ReportMissing", null))),
                Catch = alarm,
                Next = "PackParcel",
            },
            Task("PackParcel", "WeighParcel", alarm),
            Task("WeighParcel", "WeightFits", alarm),
            Choice("WeightFits", ("$states.input.deviation < 0.05", "PrintLabel")) with { Default = "PackParcel" },
            Task("PrintLabel", "HandOver", alarm),
            Task("HandOver", "NotifyCustomer", alarm),
            Task("NotifyCustomer", "Archive", alarm),
            Task("Archive", "Done", alarm),
            new SucceedState { Name = "Done", Declaration = Make.At },
            Task("RefuseOrder", "Refused"),
            new FailState { Name = "Refused", Declaration = Make.At, Error = new AslText("OrderRefused") },
            Task("RaiseAlarm", "ReleaseStock"),
            Task("ReleaseStock", "Failed"),
            new FailState { Name = "Failed", Declaration = Make.At, Error = new AslText("OrderFailed"), Comment = "After the alarm & the refund" },
        };
        return Make.Machine([.. states]) with { LogicalId = "Fulfilment", Comment = "From an order to a parcel." };
    }

    private static TaskState Task(string name, string? next, EquatableArray<CatchRule> rules = default) => Make.FunctionTask(name, "Fulfilment" + name) with { Next = next, Catch = rules };

    private static ChoiceState Choice(string name, params (string Condition, string Next)[] rules) =>
        new() { Name = name, Declaration = Make.At, Choices = rules.Select(static r => new ChoiceRule(new AslExpression(r.Condition), r.Next)).ToEquatableArray() };

    private static ParallelState Parallel(string name, EquatableArray<CatchRule> rules, string? next, params State[][] branches) => new()
    {
        Name = name,
        Declaration = Make.At,
        Branches = branches.Select(static b => new StateGraph(b[0].Name, b.ToEquatableArray())).ToEquatableArray(),
        Catch = rules,
        Next = next,
    };

    /// <summary>States in a row with a way back and a way ahead from each: for the time it takes.</summary>
    public static StateMachine Row(int count)
    {
        static string Name(int i) => "S" + i.ToString(CultureInfo.InvariantCulture);
        return Make.Machine([.. Enumerable.Range(0, count).Select(i => (State)(i == count - 1
            ? new SucceedState { Name = Name(i), Declaration = Make.At }
            : Choice(Name(i), ("$a", Name(Math.Max(0, i - 3))), ("$b", Name(Math.Min(count - 1, i + 4)))) with { Default = Name(i + 1) }))]);
    }
}
