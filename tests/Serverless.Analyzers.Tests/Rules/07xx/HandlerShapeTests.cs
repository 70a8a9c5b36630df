using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class HandlerShapeTests
{
    [Theory]
    [InlineData("public async void {|SVLS0701:Handle|}(Request r) => await Task.Yield();")]
    [InlineData("public static async void {|SVLS0701:Handle|}(Stream s, ILambdaContext c) { await Task.Yield(); }")]
    [InlineData("private async void {|SVLS0701:Handle|}() { await Task.Yield(); }")]
    public Task An_async_void_handler_is_flagged(string members) => HandlerStrings.Check<HandlerShapeRule>(members);

    [Theory]
    [InlineData("public async Task Handle(Request r) => await Task.Yield();")]
    [InlineData("public void Handle(Request r) { }")]
    [InlineData("public async Task<string> Handle(Request r) { await Task.Yield(); return r.Id; }")]
    [InlineData("public void Handle(Request r) => Later(); static async void Later() => await Task.Yield();")]
    [InlineData("public Task Handle(Request r) { Later(); return Task.CompletedTask; async void Later() => await Task.Yield(); }")]
    public Task Handlers_that_return_a_task_and_other_methods_are_not(string members) => HandlerStrings.Check<HandlerShapeRule>(members);

    [Theory]
    [InlineData("public string {|SVLS0704:Handle|}(Request r, ILambdaContext c, string x) => x;")]
    [InlineData("public string Handle(Request r, string {|SVLS0704:x|}) => x;")]
    [InlineData("public Task Handle(Request r, CancellationToken {|SVLS0704:token|}) => Task.CompletedTask;")]
    [InlineData("public Task Handle(ILambdaContext c, Request {|SVLS0704:r|}) => Task.CompletedTask;")]
    [InlineData("public void Handle(ref Request {|SVLS0704:r|}) { }")]
    [InlineData("public void Handle(in Request {|SVLS0704:r|}, ILambdaContext c) { }")]
    [InlineData("public void Handle(params string[] {|SVLS0704:all|}) { }")]
    [InlineData("public string Handle(Request r, ILambdaContext c, string x = \"\") => x;", true)]
    public Task Parameters_that_the_runtime_cannot_fill_are_flagged(string members, bool atName = false) =>
        HandlerStrings.Check<HandlerShapeRule>(atName ? members.Replace(" Handle(", " {|SVLS0704:Handle|}(", StringComparison.Ordinal) : members);

    [Theory]
    [InlineData("public void Handle() { }")]
    [InlineData("public void Handle(ILambdaContext c) { }")]
    [InlineData("public string Handle(Request r, ILambdaContext c) => r.Id;")]
    [InlineData("public string Handle(string[] all) => all[0];")]
    [InlineData("public string Handle(Stream s) => \"\";")]
    [InlineData("public string Handle(Request r) => r.Id; public string Other(Request r, string a, string b) => a;")]
    [InlineData("public string Handle(Request r) => Handle(r, 1, 2); public string Handle(Request r, int a, int b) => r.Id;")]
    public Task Input_and_context_in_this_order_are_not(string members) => HandlerStrings.Check<HandlerShapeRule>(members);

    [Theory]
    [InlineData("public class Function(string name) { public string {|SVLS0705:Handle|}(string s) => name; }")]
    [InlineData("public class Function { private Function() { } public string {|SVLS0705:Handle|}(string s) => s; }")]
    [InlineData("public class Function { public Function(string name = \"\") { } public string {|SVLS0705:Handle|}(string s) => s; }")]
    [InlineData("public record Function(string Name) { public string {|SVLS0705:Handle|}(string s) => s; }")]
    [InlineData("public abstract class Function { public string {|SVLS0705:Handle|}(string s) => s; }")]
    [InlineData("public class Function { public string {|SVLS0705:Handle|}<T>(string s) => s; }")]
    [InlineData("public class Function<T> { public static string {|SVLS0705:Handle|}(string s) => s; }", "TestProject::Function`1::Handle")]
    [InlineData("public class Outer<T> { public class Function { public string {|SVLS0705:Handle|}(string s) => s; } }", "TestProject::Outer`1+Function::Handle")]
    [InlineData("public interface IFunction { string {|SVLS0705:Handle|}(string s) => s; }", "TestProject::IFunction::Handle")]
    public Task What_the_runtime_cannot_make_is_flagged(string source, string handler = "TestProject::Function::Handle") =>
        RuleTests.Check<HandlerShapeRule>(source, test => HandlerStrings.Name(test.TestState, handler));

    [Theory]
    [InlineData("public class Function { public Function() : this(\"x\") { } public Function(string name) { } public string Handle(string s) => s; }")]
    [InlineData("public class Function(string name) { public static string Handle(string s) => s; }")]
    [InlineData("public static class Function { public static string Handle(string s) => s; }")]
    [InlineData("internal class Function { private string Handle(string s) => s; }")]
    [InlineData("public struct Function(string name) { public string Handle(string s) => name; }")]
    [InlineData("public abstract class Function { public static string Handle(string s) => s; }")]
    [InlineData("public abstract class Base { public string Handle(string s) => s; } public class Function : Base;")]
    [InlineData("public class Base<T> { public string Handle(T s) => \"\"; } public class Function : Base<string>;")]
    [InlineData("public class Function(string name) { [LambdaFunction] public string Handle(string s) => name; }")]
    [InlineData("public class Function(string name) { [ServerlessHandler] public string Handle(string s, int a, int b) => name; }")]
    public Task What_it_can_make_and_what_others_make_is_not(string source) =>
        RuleTests.Check<HandlerShapeRule>(source, static test => HandlerStrings.Name(test.TestState));

    [Theory]
    [InlineData("public class F(string name) { public string {|SVLS0705:Handle|}(string s, ILambdaContext c) => name; }")]
    [InlineData("public class F { public async void {|SVLS0701:Handle|}(string s, ILambdaContext c) => await Task.Yield(); }")]
    [InlineData("public class F { [LambdaSerializer(typeof(object))] public string {|SVLS0704:Handle|}(string s, ILambdaContext c, int i) => s; }")]
    public Task A_handler_by_its_shape_is_judged_in_a_function_project(string source) => HandlerStrings.CheckShape<HandlerShapeRule>(source);

    [Theory]
    [InlineData("public class F { public string Handle(string s, string t, ILambdaContext c) => s; }")]
    [InlineData("public abstract class F { public string Handle(string s, ILambdaContext c) => s; }")]
    [InlineData("public interface IHandle { string Handle(string s, ILambdaContext c); } public class F(string name) : IHandle { public string Handle(string s, ILambdaContext c) => name; }")]
    [InlineData("public class F(string name) { public virtual string Handle(string s, ILambdaContext c) => name; }")]
    [InlineData("public class G { [LambdaFunction] public string Run(string s) => s; } public class F(string name) { public string Handle(string s, ILambdaContext c) => name; }")]
    public Task What_speaks_against_a_handler_is_not_held_against_it(string source) => HandlerStrings.CheckShape<HandlerShapeRule>(source);

    [Fact]
    public Task Shape_alone_says_nothing_in_a_library() =>
        HandlerStrings.CheckShape<HandlerShapeRule>("public class F(string name) { public string Handle(string s, ILambdaContext c) => name; }", isLambdaProject: false);

    [Fact]
    public Task Shape_alone_is_a_warning() => Severity(
        "public class F(string name) { public string {|#0:Handle|}(string s, ILambdaContext c) => name; }", DiagnosticSeverity.Warning, static test => HandlerStrings.SayLambda(test.TestState));

    [Fact]
    public Task A_handler_string_is_an_error() => Severity(
        "public class F(string name) { public string {|#0:Handle|}(string s, ILambdaContext c) => name; }", DiagnosticSeverity.Error, static test => HandlerStrings.Name(test.TestState, "TestProject::F::Handle"));

    private static Task Severity(string source, DiagnosticSeverity severity, Action<RuleTest<HandlerShapeRule>> configure) => RuleTests.Check<HandlerShapeRule>(source, test =>
    {
        configure(test);
        test.ExpectedDiagnostics.Add(RuleTests.Expect(HandlerRules.HandlerNotInstantiable, "Handle", "its type 'F' has no public constructor without parameters").WithSeverity(severity));
    });

    [Theory]
    [InlineData("string Handle(string s, string {|#0:x|}) => s;", "its second parameter 'x' is not an ILambdaContext")]
    [InlineData("string {|#0:Handle|}(string s, string x, string y) => s;", "it has 3 parameters")]
    [InlineData("void Handle(ref string {|#0:s|}) { }", "parameter 's' is passed by reference")]
    public Task The_message_names_the_parameter(string member, string fault) => HandlerStrings.Check<HandlerShapeRule>(member, configure: test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(HandlerRules.HandlerParameters, "Handle", fault)));

    [Fact]
    public Task Partial_classes_nested_types_records_and_expression_bodies_are_read() => RuleTests.Check<HandlerShapeRule>("""
        public static partial class Outer
        {
            public partial record Function { public Function(int depth) { } }
            public partial record Function { public string {|SVLS0705:Handle|}(string s, int {|SVLS0704:i|}) => s; }
        }
        """, static test => HandlerStrings.Name(test.TestState, "TestProject::Outer+Function::Handle"));

    [Fact]
    public Task Programs_call_their_own_functions() => RuleTests.Check<HandlerShapeRule>("""
        await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<string, string>(new F("x").Handle).Build().RunAsync();
        public class F(string name) { public async Task<string> Handle(string s, ILambdaContext c) { await Task.Yield(); return name; } }
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_silent() => RuleTests.Check<HandlerShapeRule>("", static test =>
    {
        HandlerStrings.Name(test.TestState);
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\npublic class Function { public string Handle(string s, string x) => s; }"));
    });

    [Fact]
    public Task A_signature_selects_among_overloads() => HandlerStrings.Check<HandlerShapeRule>(
        "public string Handle(string s, int {|SVLS0704:a|}) => s; public string Handle(string s, int a, int b) => s;", handler: "TestProject::Function::System.String Handle(System.String, Int32)");

    // FN: without a signature the runtime refuses the name itself.
    [Fact]
    public Task Of_overloads_without_a_signature_none_is_judged() => HandlerStrings.Check<HandlerShapeRule>("public string Handle(string s, int a) => s; public string Handle(string s) => s;");

    [Theory]
    [InlineData("public class F(string name) { public void {|SVLS0705:Handle|}(Amazon.Lambda.SQSEvents.SQSEvent e) => Console.WriteLine(name); }")]
    [InlineData("public class F { public F(string name) { } public Stream {|SVLS0705:Handle|}(Stream s) => s; }")]
    public Task Events_and_streams_are_shapes_too(string source) => HandlerStrings.CheckShape<HandlerShapeRule>(source);
}
