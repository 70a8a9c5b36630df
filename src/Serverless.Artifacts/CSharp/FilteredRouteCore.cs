using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// A route with filters: one object for each request holds the arguments and leads through the filters, outermost first, to the method.
/// The reply is written when all of them have returned.
/// </summary>
internal static class FilteredRouteCore
{
    private const string Runtime = "global::Serverless.Runtime.";
    private const string Reply = "global::Serverless.Http.HttpReply";
    private const string ReplyTask = "global::System.Threading.Tasks.ValueTask<" + Reply + ">";

    public static string Render(Function function, Application application, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        var code = new CodeWriter();
        using (code.Block(RouteCore.Signature))
        {
            code.Line("var call = default(Call);");
            code.Line($"var target = new {Runtime}ReplyTarget(response);");
            using (code.Block("try"))
            {
                RouteCore.ReadEvent(code, function, fields);
                code.Line("call = new Call(in request, payload, invocation);");
                code.Line("await call.WriteAsync(target, await call.RunAsync().ConfigureAwait(false)).ConfigureAwait(false);");
            }

            RouteCore.Catch(code, function, "call is { IsDeadlineReached: true }");
            using (code.Block("finally"))
            {
                code.Line("call?.End();");
                if (application.Services.Container is not null)
                    code.Line("if (call is not null) await call.EndScopeAsync().ConfigureAwait(false);");
                if (RouteCore.Streams(function))
                    code.Line("await target.CompleteAsync().ConfigureAwait(false);");
            }
        }

        code.Line();
        Call(code, function, application, json, fields, shapes);
        return code.ToString().TrimEnd('\n');
    }

    private static void Call(CodeWriter code, Function function, Application application, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        using (code.Block("private sealed class Call : global::Serverless.Http.RouteInvocation"))
        {
            for (var i = 0; i < entry.Parameters.Count; i++)
                code.Line($"private {entry.Parameters[i].Type} {Argument(i)} = default!;");
            code.Line();
            code.Line($"internal Call(in {Runtime}RouteEvent request, global::System.ReadOnlyMemory<byte> payload, {Runtime}Invocation invocation)");
            code.Line($"    : base({GeneratedFile.Literal(function.LogicalId)}, in request, payload, invocation, {GeneratedFile.Number(function.Settings.Timeout)})");
            code.Line("{");
            code.Line("}");
            code.Line();
            ContainerSource.InvocationMembers(code, application);
            Arguments(code, entry);
            code.Line();
            Run(code, entry);
            code.Line();
            FilterSource.Next(code, entry, FilterKinds.Request, "protected override " + ReplyTask + " NextRequestAsync(int index)", "Request", "global::Serverless.Http.RequestNext", "BindAsync()");
            code.Line();
            using (code.Block($"private {ReplyTask} BindAsync()"))
                Bind(code, entry, json, fields, shapes);
            code.Line();
            FilterSource.Next(code, entry, FilterKinds.Route, "protected override " + ReplyTask + " NextRouteAsync(int index)", "this", "global::Serverless.Http.RouteNext", "CallAsync()");
            code.Line();
            using (code.Block($"private {(entry.Result.IsAwaited ? "async " : "")}{ReplyTask} CallAsync()"))
                CallMethod(code, entry, json);
        }
    }

    private static void Arguments(CodeWriter code, HandlerEntry entry)
    {
        code.Line($"protected override int ArgumentCount => {GeneratedFile.Number(entry.Parameters.Count)};");
        code.Line();
        using (code.Block("protected override object? GetArgument(int position)"))
        {
            for (var i = 0; i < entry.Parameters.Count; i++)
                code.Line($"if (position == {GeneratedFile.Number(i)}) return {Argument(i)};");
            code.Line("return null;");
        }

        code.Line();
        using (code.Block("protected override void SetArgument(int position, object? value)"))
        {
            for (var i = 0; i < entry.Parameters.Count; i++)
                code.Line($"if (position == {GeneratedFile.Number(i)}) {Argument(i)} = ({entry.Parameters[i].Type})value!;");
        }
    }

    /// <summary>Filters of every function stand outside those of requests, which yield the reply.</summary>
    private static void Run(CodeWriter code, HandlerEntry entry)
    {
        if (!FilterSource.Has(entry, FilterKinds.Invocation))
        {
            code.Line($"internal {ReplyTask} RunAsync() => NextRequestAsync(0);");
            code.Line();
            code.Line("protected override global::System.Threading.Tasks.ValueTask NextInvocationAsync(int index) => default;");
            return;
        }

        code.Line($"private {Reply} _reply;");
        code.Line();
        using (code.Block($"internal async {ReplyTask} RunAsync()"))
        {
            code.Line("await NextInvocationAsync(0).ConfigureAwait(false);");
            code.Line("return _reply;");
        }

        code.Line();
        FilterSource.Next(code, entry, FilterKinds.Invocation, "protected override global::System.Threading.Tasks.ValueTask NextInvocationAsync(int index)", "this", "global::Serverless.Http.InvocationNext", "AnswerAsync()");
        code.Line();
        code.Line("private async global::System.Threading.Tasks.ValueTask AnswerAsync() => _reply = await NextRequestAsync(0).ConfigureAwait(false);");
    }

    private static void Bind(CodeWriter code, HandlerEntry entry, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        code.Line("ref readonly var request = ref Event;");
        code.Line("var payload = Payload;");
        code.Line("var invocation = Invocation;");
        code.Line($"var faults = default({Runtime}RequestFaults);");
        RouteCore.BindAll(code, entry, json, fields, shapes, Refusal.Reply);
        using (code.Block("if (faults.Count != 0)"))
            Refusal.Reply.Faults(code);
        code.Line();
        for (var i = 0; i < entry.Parameters.Count; i++)
            code.Line($"{Argument(i)} = {Use(entry.Parameters[i])};");
        code.Line("return NextRouteAsync(0);");
    }

    private static string Use(HandlerParameter parameter) => parameter.Source switch
    {
        ParameterSource.Deadline => "Deadline",
        ParameterSource.Request => "Request",
        _ => ArgumentSource.Use(parameter),
    };

    private static void CallMethod(CodeWriter code, HandlerEntry entry, JsonFields json)
    {
        var target = ContainerSource.Target(entry);
        var call = $"{target}.{entry.MethodName}({string.Join(", ", Enumerable.Range(0, entry.Parameters.Count).Select(Argument))})";
        if (entry.Result.IsAwaited)
            call = $"await {call}.ConfigureAwait(false)";
        code.Line(entry.Result.Form == ResultForm.Nothing ? call + ";" : $"var result = {call};");
        if (entry.Result.CanBeNull)
        {
            code.Line("if (result is null)");
            code.Line($"    return {Returned(entry, $"Null({GeneratedFile.Number(entry.NullStatusCode)})")};");
        }

        code.Line($"return {Returned(entry, Result(entry, json))};");
    }

    private static string Returned(HandlerEntry entry, string reply) =>
        entry.Result.IsAwaited ? $"{Runtime}FilteredReplies.{reply}" : $"new {ReplyTask}({Runtime}FilteredReplies.{reply})";

    private static string Result(HandlerEntry entry, JsonFields json)
    {
        var result = entry.Result;
        var status = GeneratedFile.Number(entry.StatusCode);
        return result.Form switch
        {
            ResultForm.Nothing => $"Empty({status})",
            ResultForm.Text => $"Text({status}, result)",
            ResultForm.Bytes => $"Bytes({status}, result)",
            ResultForm.Stream => $"Stream({status}, result)",
            ResultForm.Sequence => $"Sequence({status}, result, {json[result.JsonType]})",
            ResultForm.Reply => "Reply(result)",
            ResultForm.TypedReply => $"Reply(result, {status}, {GeneratedFile.Number(entry.NullStatusCode)}, {json.Writer(result.JsonType)})",
            ResultForm.RawReply => $"Raw(result, {json.Writer(result.JsonType)})",
            _ => $"Json({status}, result, {json.Writer(result.JsonType)})",
        };
    }

    private static string Argument(int position) => "_argument" + GeneratedFile.Number(position);
}
