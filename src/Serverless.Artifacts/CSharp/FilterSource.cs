using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What the code of filters has in common, whatever they stand around.</summary>
internal static class FilterSource
{
    private const string Runtime = "global::Serverless.Runtime.";

    public static bool Has(HandlerEntry entry, FilterKinds kind) => entry.Filters.Any(filter => (filter.Kinds & kind) != FilterKinds.None);

    /// <summary>The filter objects, made in init.</summary>
    public static IEnumerable<string> Fields(HandlerEntry entry) => entry.Filters.Select(static (filter, i) => $"private static readonly {filter.Type} {Field(i)} = {filter.Instance};");

    /// <summary>The method that calls the filter at an index, or what is inside the last one. A filter that implements several interfaces is called through the one that counts.</summary>
    public static void Next(CodeWriter code, HandlerEntry entry, FilterKinds kind, string signature, string subject, string next, string inside)
    {
        using (code.Block(signature))
        {
            var index = 0;
            for (var i = 0; i < entry.Filters.Count; i++)
            {
                if ((entry.Filters[i].Kinds & kind) == FilterKinds.None)
                    continue;
                code.Line($"if (index == {GeneratedFile.Number(index)})");
                index++;
                code.Line($"    return ((global::Serverless.Http.I{kind}Filter){Field(i)}).InvokeAsync({subject}, new {next}(this, {GeneratedFile.Number(index)}));");
            }

            code.Line($"return {inside};");
        }
    }

    /// <summary>Puts filters around the code of a function that is no HTTP route. Its `HandleAsync` becomes what is inside them.</summary>
    public static string Around(Function function, Application application, string core)
    {
        var entry = function.Entry!;
        var code = new CodeWriter();
        using (code.Block(RouteCore.Signature))
        {
            code.Line("var call = new Call(payload, invocation, response);");
            using (code.Block("try"))
            {
                code.Line("await call.RunAsync().ConfigureAwait(false);");
                code.Line("if (!call.IsAnswered)");
                code.Line(entry.Kind == HandlerKind.WebSocketRoute
                    ? $"    {Runtime}Replies.Empty(new {Runtime}ReplyTarget(response), 200);"
                    : $"    {Runtime}Payloads.WriteNothing(response);");
            }

            using (code.Block("finally"))
            {
                code.Line("call.End();");
                if (application.Services.Container is not null)
                    code.Line("await call.EndScopeAsync().ConfigureAwait(false);");
            }
        }

        code.Line();
        code.Lines(core.Replace(RouteCore.Signature, RouteCore.Signature.Replace("HandleAsync", "AnswerAsync")));
        code.Line();
        using (code.Block("private sealed class Call : global::Serverless.Http.FunctionInvocation"))
        {
            code.Line("private readonly global::System.Buffers.IBufferWriter<byte> _response;");
            code.Line();
            code.Line($"internal Call(global::System.ReadOnlyMemory<byte> payload, {Runtime}Invocation invocation, global::System.Buffers.IBufferWriter<byte> response)");
            code.Line($"    : base({GeneratedFile.Literal(function.LogicalId)}, payload, invocation, {GeneratedFile.Number(function.Settings.Timeout)}) => _response = response;");
            code.Line();
            ContainerSource.InvocationMembers(code, application);
            code.Line("internal bool IsAnswered { get; private set; }");
            code.Line();
            code.Line("internal global::System.Threading.Tasks.ValueTask RunAsync() => NextInvocationAsync(0);");
            code.Line();
            Next(code, entry, FilterKinds.Invocation, "protected override global::System.Threading.Tasks.ValueTask NextInvocationAsync(int index)", "this", "global::Serverless.Http.InvocationNext", "InsideAsync()");
            code.Line();
            using (code.Block("private global::System.Threading.Tasks.ValueTask InsideAsync()"))
            {
                code.Line("IsAnswered = true;");
                code.Line("return AnswerAsync(Payload, Invocation, _response);");
            }
        }

        return code.ToString().TrimEnd('\n');
    }

    private static string Field(int index) => "Filter" + GeneratedFile.Number(index);
}
