using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.StateMachines;

public sealed class NearestStateFixTests
{
    [Fact]
    public Task A_misspelt_target_becomes_nameof_the_nearest_state_everywhere() => Check(
        """
        [StateMachine(StartAt = {|SVLS2301:"Frist"|})]
        public sealed class Machine
        {
            [TaskState(Next = {|SVLS2301:"Stp"|})] public int First(string input) => 1;
            private static State Step => State.Choice().When((int count) => count > 1, {|SVLS2301:nameof(Done2)|}).Otherwise(nameof(Done));
            private static State Done => State.Succeed();
            private static int Done2 => 2;
        }
        """,
        """
        [StateMachine(StartAt = nameof(First))]
        public sealed class Machine
        {
            [TaskState(Next = nameof(Step))] public int First(string input) => 1;
            private static State Step => State.Choice().When((int count) => count > 1, nameof(Done)).Otherwise(nameof(Done));
            private static State Done => State.Succeed();
            private static int Done2 => 2;
        }
        """);

    [Fact]
    public Task A_state_with_a_name_of_its_own_is_named_by_it() => Check(
        """
        [StateMachine(StartAt = nameof(First))]
        public sealed class Machine
        {
            [TaskState(Next = {|SVLS2301:"Call hte bank"|})] public int First(string input) => 1;
            private static State Call => State.Pass().Named("Call the bank");
        }
        """,
        """
        [StateMachine(StartAt = nameof(First))]
        public sealed class Machine
        {
            [TaskState(Next = "Call the bank")] public int First(string input) => 1;
            private static State Call => State.Pass().Named("Call the bank");
        }
        """);

    [Fact]
    public Task Without_a_similar_name_no_fix_is_offered()
    {
        const string Source = """
            [StateMachine(StartAt = nameof(First))]
            public sealed class Machine
            {
                [TaskState(Next = {|SVLS2301:"Elsewhere"|})] public int First(string input) => 1;
            }
            """;
        return Check(Source, Source);
    }

    private static Task Check(string source, string fixedSource)
    {
        const string Usings = "using Serverless.StepFunctions;\n\nnamespace Shop;\n\n";
        return new FixTest<DeclarationAnalyzer, NearestStateFixer>(Usings + source, Usings + fixedSource).RunAsync();
    }
}
