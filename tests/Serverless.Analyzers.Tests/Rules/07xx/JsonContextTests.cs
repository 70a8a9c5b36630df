using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class JsonContextTests
{
    private const string OfAssembly = "[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer<Shop.Ctx>))]\n";
    private const string Usings = "using System.Text.Json.Serialization; using Amazon.Lambda.APIGatewayEvents; using Amazon.Lambda.Annotations.APIGateway;\n";
    private const string Types = "public record Line(int Count); public record Order(string Id, List<Line> Lines); public class Base { public Order? Order { get; set; } } public class Derived : Base { } public record Reply(string Text);\n";

    private static Task Check(string members, string listed, Action<RuleTest<JsonContextRule>>? configure = null) => RuleTests.Check<JsonContextRule>(
        Usings + OfAssembly + Types + JsonContext.Of(listed) + "public class Function { " + members + " }", test =>
        {
            HandlerStrings.Name(test.TestState);
            configure?.Invoke(test);
        });

    [Theory]
    [InlineData("public Reply {|SVLS0707:Handle|}(Order {|SVLS0707:order|}) => new(order.Id);", "[JsonSerializable(typeof(int))]")]
    [InlineData("public async Task<Reply> {|SVLS0707:Handle|}(Order o, ILambdaContext c) { await Task.Yield(); return new(o.Id); }", "[JsonSerializable(typeof(Order))]")]
    [InlineData("public void Handle(List<Order> {|SVLS0707:orders|}) { }", "[JsonSerializable(typeof(Order))]")]
    [InlineData("public void Handle(string {|SVLS0707:s|}) { }", "[JsonSerializable(typeof(int))]")]
    [InlineData("public object {|SVLS0707:Handle|}(Order o) => o;", "[JsonSerializable(typeof(Order))]")]
    [InlineData("public ValueTask<Reply> {|SVLS0707:Handle|}(Order o) => default;", "[JsonSerializable(typeof(Order))]")]
    public Task Types_that_the_context_does_not_know_are_flagged(string members, string listed) => Check(members, listed);

    [Theory]
    [InlineData("public Reply Handle(Order o) => new(o.Id);", "[JsonSerializable(typeof(Order))] [JsonSerializable(typeof(Reply))]")]
    [InlineData("public string Handle(Line l) => \"\";", "[JsonSerializable(typeof(Order))]")]
    [InlineData("public Line Handle(Line[] l) => l[0];", "[JsonSerializable(typeof(Dictionary<string, Line[]>))]")]
    [InlineData("public Order Handle(List<Line> l) => null!;", "[JsonSerializable(typeof(Derived))]")]
    [InlineData("public Stream Handle(Stream s) => s;", "[JsonSerializable(typeof(int))]")]
    [InlineData("public void Handle(ILambdaContext c) { }", "[JsonSerializable(typeof(int))]")]
    [InlineData("public Reply Handle(Order o) => new(o.Id);", "")]
    [InlineData("[LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))] public Reply Handle(Order o) => new(o.Id);", "[JsonSerializable(typeof(int))]")]
    [InlineData("public Reply Other(Order o) => new(o.Id); public void Handle() { }", "[JsonSerializable(typeof(int))]")]
    [InlineData("[ServerlessHandler] public Reply Handle(Order o) => new(o.Id);", "[JsonSerializable(typeof(int))]")]
    public Task Types_that_are_listed_or_reached_by_members_are_not(string members, string listed) => Check(members, listed);

    [Theory]
    [InlineData("[LambdaFunction] public Reply {|SVLS0707:Run|}(Order {|SVLS0707:o|}, ILambdaContext c) => new(o.Id);")]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/\")] public string {|SVLS0707:{|SVLS0707:Run|}|}() => \"\";")]
    [InlineData("[LambdaFunction] [RestApi(LambdaHttpMethod.Post, \"/\")] public void {|SVLS0707:{|SVLS0707:Run|}|}([FromBody] Order {|SVLS0707:o|}) { }")]
    [InlineData("[LambdaFunction] [FunctionUrl] public IHttpResult {|SVLS0707:Run|}() => null!;")]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/\", Version = HttpApiVersion.V1)] public async Task<Reply> {|SVLS0707:{|SVLS0707:{|SVLS0707:Run|}|}|}() { await Task.Yield(); return new(\"\"); }")]
    public Task What_the_wrapper_of_an_annotated_function_exchanges_is_checked(string member) => Check(member, "[JsonSerializable(typeof(int))]");

    [Theory]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/\")] public string Run([FromServices] Order o) => \"\";")]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/\")] public int Run([FromBody] string body) => 1;")]
    [InlineData("[LambdaFunction] [HttpApiAuthorizer] public Reply Run(Order o) => new(o.Id);")]
    public Task And_nothing_else(string member) => Check(member, "[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))] [JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]");

    [Theory]
    [InlineData(OutputKind.DynamicallyLinkedLibrary, "Run", "{|SVLS0707:o|}")]
    [InlineData(OutputKind.ConsoleApplication, "{|SVLS0707:{|SVLS0707:Run|}|}", "{|SVLS0707:o|}")]
    public Task A_serializer_of_the_method_serves_the_body_and_in_a_program_the_request_too(OutputKind kind, string name, string parameter) => RuleTests.Check<JsonContextRule>(
        Usings + Types + JsonContext.Of("[JsonSerializable(typeof(int))]")
        + "public class Function { [LambdaFunction] [RestApi(LambdaHttpMethod.Post, \"/\")] [LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer<Shop.Ctx>))] "
        + $"public void {name}([FromBody] Order {parameter}) {{ }} }} public static class Program {{ public static void Main() {{ }} }}", test => test.TestState.OutputKind = kind);

    [Theory]
    [InlineData("[JsonSerializable(typeof(int))]", "{|SVLS0707:{|SVLS0707:new SourceGeneratorLambdaJsonSerializer<Shop.Ctx>()|}|}")]
    [InlineData("[JsonSerializable(typeof(Order))]", "{|SVLS0707:new SourceGeneratorLambdaJsonSerializer<Shop.Ctx>()|}")]
    [InlineData("[JsonSerializable(typeof(Order))] [JsonSerializable(typeof(Reply))]", "new SourceGeneratorLambdaJsonSerializer<Shop.Ctx>()")]
    [InlineData("[JsonSerializable(typeof(int))]", "new DefaultLambdaJsonSerializer()")]
    [InlineData("[JsonSerializable(typeof(int))]", "null")]
    public Task A_serializer_that_is_given_to_the_bootstrap_is_checked(string listed, string serializer) => RuleTests.Check<JsonContextRule>(
        Usings + "using Amazon.Lambda.Serialization.SystemTextJson;\nFunc<Order, ILambdaContext, Task<Reply>> handler = async (o, c) => { await Task.Yield(); return new(o.Id); };\n"
        + $"await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(handler, {serializer}).Build().RunAsync();\n" + Types + JsonContext.Of(listed),
        static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task A_serializer_in_a_local_is_followed() => RuleTests.Check<JsonContextRule>(
        Usings + "using Amazon.Lambda.Serialization.SystemTextJson;\nILambdaSerializer serializer = new SourceGeneratorLambdaJsonSerializer<Shop.Ctx>();\n"
        + "await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<Order>(F.Handle, {|SVLS0707:serializer|}).Build().RunAsync();\n"
        + "static class F { public static Task Handle(Order o, ILambdaContext c) => Task.CompletedTask; }\n" + Types + JsonContext.Of("[JsonSerializable(typeof(int))]"),
        static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task A_context_on_the_method_counts_before_the_one_of_the_assembly() => RuleTests.Check<JsonContextRule>(
        Usings + Types + JsonContext.Of("[JsonSerializable(typeof(int))]")
        + "public partial record Function { [LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer<Shop.Ctx>))] public void Handle(Order {|SVLS0707:o|}, ILambdaContext c) { } } public partial record Function;");

    [Fact]
    public Task Shape_alone_is_a_warning_and_the_message_names_the_context() => RuleTests.Check<JsonContextRule>(
        Usings + OfAssembly + Types + JsonContext.Of("[JsonSerializable(typeof(int))]") + "public class F { public void Handle(List<Order> {|#0:o|}, ILambdaContext c) { } }", static test =>
        {
            HandlerStrings.SayLambda(test.TestState);
            test.ExpectedDiagnostics.Add(RuleTests.Expect(HandlerRules.TypeNotInJsonContext, "List<Order>", "Ctx", "Handle").WithSeverity(DiagnosticSeverity.Warning));
        });

    [Fact]
    public Task Generated_code_is_silent() => Check("public void Run() { }", "[JsonSerializable(typeof(int))]", static test =>
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\npublic partial class Made { [Amazon.Lambda.Annotations.LambdaFunction] public void Handle(Order o) { } }")));

    // FN: options that a handler of its own makes, and calls of JsonSerializer in the handler's body: the compiler's trim warnings speak of those.
    [Fact]
    public Task Serialisation_in_the_body_is_not_judged() => Check("public void Handle() => System.Text.Json.JsonSerializer.Serialize(new Reply(\"\"));", "[JsonSerializable(typeof(int))]");

    [Fact]
    public Task The_fix_lists_the_types()
    {
        const string Rest = "namespace Shop\n{\n    public record Order(string Id);\n    public record Reply(string Text);\n}\n";
        const string Head = "using System.Text.Json.Serialization;\nusing Amazon.Lambda.Core;\n\n[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer<Shop.Ctx>))]\n\n";
        var test = new FixTest<HostedRule<JsonContextRule>, JsonSerializableFixer>(
            Head + "public class Function\n{\n    public Shop.Reply {|SVLS0707:Handle|}(Shop.Order {|SVLS0707:order|}) => new(order.Id);\n}\n\n" + Rest,
            Head + "public class Function\n{\n    public Shop.Reply Handle(Shop.Order order) => new(order.Id);\n}\n\n" + Rest);
        const string Listed = "using System.Text.Json.Serialization;\n\nnamespace Shop\n{\n    // What goes in and out.\n    [JsonSerializable(typeof(int))]\nMORE    public partial class Ctx : JsonSerializerContext;\n}\n";
        test.TestState.Sources.Add(("Ctx.cs", Listed.Replace("MORE", "", StringComparison.Ordinal)));
        test.FixedState.Sources.Add(("Ctx.cs", Listed.Replace("MORE", "    [JsonSerializable(typeof(Reply))]\n    [JsonSerializable(typeof(Order))]\n", StringComparison.Ordinal)));
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            HandlerStrings.Name(state);
            state.Sources.Add(("Ctx.g.cs", JsonContext.Completed.ReplaceLineEndings("\n")));
        }

        test.NumberOfIncrementalIterations = 2;
        return test.RunAsync();
    }
}
