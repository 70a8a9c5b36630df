using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Local = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.StateWriteRule>, Serverless.Analyzers.CodeFixes.MakeLocalFixer>;
using Once = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.StateWriteRule>, Serverless.Analyzers.CodeFixes.LazyFieldFixer>;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class StateFixTests
{
    [Fact]
    public Task A_static_that_one_method_uses_becomes_a_local() => Local.Check(
        """
        private static int _count;

        [LambdaFunction]
        public int Handle(Request r)
        {
            // counts
            {|SVLS0101:_count|} = r.Items.Count;
            return Function._count;
        }
        """,
        """

        [LambdaFunction]
        public int Handle(Request r)
        {
            int count = 0;
            // counts
            count = r.Items.Count;
            return count;
        }
        """);

    [Fact]
    public Task A_field_of_the_handler_becomes_a_local_with_its_initialiser() => Local.Check(
        """
        List<string> _errors = new();

        [LambdaFunction]
        public int Handle(Request r)
        {
            {|SVLS0103:this._errors|}.Add(r.Id);
            return _errors.Count;
        }
        """,
        """

        [LambdaFunction]
        public int Handle(Request r)
        {
            List<string> errors = new();
            errors.Add(r.Id);
            return errors.Count;
        }
        """);

    [Fact]
    public Task A_reference_without_a_value_becomes_a_nullable_local() => Local.Check(
        """
        static string _last;
        [LambdaFunction]
        public void Handle(Request r)
        {
            {|SVLS0101:_last|} = r.Id;
        }
        """,
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            string? last = null;
            last = r.Id;
        }
        """);

    [Theory]
    [InlineData("static int _n; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:_n|}++; Other(); } static int Other() => _n;")]
    [InlineData("public static int N; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:N|}++; }")]
    [InlineData("static int _n; [LambdaFunction] public void Handle(Request r) => {|SVLS0101:_n|}++;")]
    [InlineData("static int N { get; set; } [LambdaFunction] public void Handle(Request r) { {|SVLS0101:N|}++; }")]
    [InlineData("static int _n; [LambdaFunction] public void Handle(Request r) { L(); static void L() { {|SVLS0101:_n|}++; } }")]
    public Task State_that_others_see_is_left(string members) => Local.CheckNone(members);

    [Fact]
    public Task A_value_that_no_invocation_decides_is_made_once() => Once.Check(
        """
        private static string? _config;

        static string Load() => "x";

        [LambdaFunction]
        public string Handle(Request r)
        {
            {|SVLS0101:_config|} = Load();
            return _config + r.Id;
        }
        """,
        """
        private static readonly Lazy<string> _config = new(() => Load());

        static string Load() => "x";

        [LambdaFunction]
        public string Handle(Request r)
        {
            return _config.Value + r.Id;
        }
        """);

    [Theory]
    [InlineData("static string? _id; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:_id|} = r.Id; }")]
    [InlineData("static int _n; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:_n|}++; }")]
    [InlineData("static int _n; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:_n|} = 1; {|SVLS0101:_n|} = 2; }")]
    [InlineData("static int _n = 4; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:_n|} = 1; }")]
    [InlineData("int _m; static int _n; [LambdaFunction] public void Handle(Request r) { {|SVLS0101:_n|} = _m; }")]
    public Task A_value_of_the_invocation_is_not(string members) => Once.CheckNone(members);

    [Fact]
    public void Neither_changes_more_than_one_place_at_a_time()
    {
        Assert.Null(new MakeLocalFixer().GetFixAllProvider());
        Assert.Null(new LazyFieldFixer().GetFixAllProvider());
        Assert.Equal([StateRules.StaticStateWritten.Id, StateRules.InstanceStateWritten.Id], new MakeLocalFixer().FixableDiagnosticIds.ToArray());
    }
}
