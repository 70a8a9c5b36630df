using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Analyzers.Tests.StateMachines.JsonPath;
using Serverless.Model;
using Serverless.StepFunctions;
using State = Serverless.StepFunctions.State;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Everything that can be written is emitted: each factory, each call of a builder and each setting of an attribute is used once, and none is SVLS2011.</summary>
public sealed class BuilderSurfaceTests
{
    /// <summary>What stands in JSONPath machines alone.</summary>
    private static readonly string[] OfJsonPath =
    [
        "CatchAllAttribute.ResultPath", "CatchAttribute.ResultPath", "TaskStateAttribute.InputPath", "TaskStateAttribute.OutputPath", "TaskStateAttribute.ResultPath", "TaskStateAttribute.ResultSelector",
        "StateMachineAttribute.QueryLanguage",
    ];

    /// <summary>What the machines of <see cref="MachineGateTests"/> do not use.</summary>
    private const string Rest = """
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: ServerlessApplication]
        namespace Rest;
        public sealed record Item(string Id, int Count, DateTimeOffset Due);

        [StateMachine("Pinned", StartAt = nameof(First), Type = WorkflowType.Standard, TimeoutSeconds = 1000, Role = "arn:aws:iam::123456789012:role/machine", PermissionsBoundary = "arn:aws:iam::123456789012:policy/b")]
        [CatchAll(Next = nameof(Failed), Output = "{% $states.errorOutput.Error %}")]
        public sealed class Others
        {
            [TaskState("named", Next = nameof(Plain), TimeoutSeconds = 10, RetryServiceErrors = false, Comment = "c")]
            [Retry(typeof(TimeoutException), IntervalSeconds = 2, MaxAttempts = 5, BackoffRate = 1.5, Jitter = JitterStrategy.None), Retry]
            [Catch(typeof(TimeoutException), Next = nameof(Failed), Output = "{% $states.errorOutput %}"), Catch(Next = nameof(Failed))]
            public Item First([BindVariable("item")] Item other, [BindExecutionInput] Item input) => input;
            private static State Plain => State.Task("sns:publish").Raw("{ \"Arguments\": { \"TopicArn\": \"arn:aws:sns:eu-central-1:123456789012:t\", \"Message\": \"m\" } }").Timeout(5).Set("item", () => 1).Next(nameof(With));
            private static State With => State.Function<Others>(nameof(First), () => new { other = 1, input = 2 }).Next(nameof(Until));
            private static State Until => State.WaitUntil((Item input) => input.Due).Next(nameof(Later));
            private static State Later => State.WaitUntil((Item input, int item) => input.Due).Next(nameof(Moment));
            private static State Moment => State.Wait((int item, StateMachineContext context) => TimeSpan.FromSeconds(item)).Next(nameof(Passed));
            private static State Passed => State.Pass().Named("passed").Next(nameof(Places));
            private static State Places => State.MapObjects((object any) => new { Bucket = "b", Prefix = "p" }, nameof(Inner)).WriteResults((object any) => new { Bucket = "b", Prefix = "p" }).Next(nameof(Manifest));
            private static State Inner => State.Pass();
            private static State Manifest => State.MapManifest((object any) => new { Bucket = "b", Key = "p" }, ItemManifest.S3Inventory, nameof(Inner2)).MaxItems(() => 4).Next(nameof(Choose));
            private static State Inner2 => State.Pass();
            private static State Choose => State.Choice().When(() => true, nameof(F1)).When(() => true, nameof(F2)).When(() => true, nameof(F3)).When(() => true, nameof(F4)).When(() => true, nameof(F6)).Otherwise(nameof(F5));
            private static State F1 => State.Fail("a", "b");
            private static State F2 => State.Fail((Item input) => input.Id);
            private static State F3 => State.Fail("a", (Item input, int item) => input.Id);
            private static State F6 => State.Fail("a", (Item input) => input.Id);
            private static State F4 => State.Fail((Item input, int item) => input.Id, (Item input) => input.Id);
            private static State F5 => State.Fail((Item input) => input.Id, (Item input) => input.Id);
            private static State Failed => State.Succeed();
        }
        """;

    [Fact]
    public void Nothing_that_can_be_written_is_left_out_of_the_definition()
    {
        var project = TestProject.Of(MachineGateTests.Source, Rest);
        var application = GeneratorRun.ReadModel(project);

        Assert.DoesNotContain(application.Faults, static fault => fault.RuleId == RuleIds.NotEmitted);
        Assert.Equal(["Maps", "Pinned", "Quick", "Quicker", "Tasks"], application.StateMachines.Select(static m => m.LogicalId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_factory_and_every_call_of_a_builder_is_used()
    {
        var compilation = TestProject.Of(MachineGateTests.Source, Rest, PathMachineTests.EveryKind).Compile();
        var used = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => compilation.GetSemanticModel(tree).GetSymbolInfo(call).Symbol))
            .OfType<IMethodSymbol>().Select(static m => m.OriginalDefinition).Where(static m => m.ContainingNamespace.ToDisplayString() == "Serverless.StepFunctions")
            .Select(static m => Signature(m.ContainingType.MetadataName, m.Name, m.Parameters.Select(static p => p.Type is IArrayTypeSymbol array ? array.ElementType.MetadataName + "[]" : p.Type.OriginalDefinition.MetadataName)))
            .ToHashSet(StringComparer.Ordinal);

        var offered = typeof(State).Assembly.GetExportedTypes().Where(static t => typeof(State).IsAssignableFrom(t))
            .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(static m => Signature(m.DeclaringType!.Name, m.Name, m.GetParameters().Select(static p => p.ParameterType.Name)));
        Assert.DoesNotContain(offered, o => !used.Contains(o));
    }

    [Fact]
    public void Every_setting_of_an_attribute_is_used()
    {
        var used = TestProject.Of(MachineGateTests.Source, Rest).Compile().SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
            .SelectMany(static a => a.ArgumentList?.Arguments.Select(argument => a.Name + "Attribute." + argument.NameEquals?.Name) ?? [])
            .ToHashSet(StringComparer.Ordinal);

        var offered = typeof(State).Assembly.GetExportedTypes()
            .Where(static t => t.Namespace == "Serverless.StepFunctions" && typeof(Attribute).IsAssignableFrom(t))
            .SelectMany(static t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(static p => p.SetMethod is not null).Select(p => t.Name + "." + p.Name));
        Assert.DoesNotContain(offered, o => !used.Contains(o) && !OfJsonPath.Contains(o));
    }

    private static string Signature(string type, string name, IEnumerable<string> parameters) => $"{type}.{name}({string.Join(", ", parameters)})";
}
