using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The method that answers a route: reads the event, binds, checks, calls, writes.</summary>
internal static class RouteCore
{
    private const string Runtime = "global::Serverless.Runtime.";

    public const string Signature =
        "internal static async global::System.Threading.Tasks.ValueTask HandleAsync(global::System.ReadOnlyMemory<byte> payload, global::Serverless.Runtime.Invocation invocation, global::System.Buffers.IBufferWriter<byte> response)";

    public static string Render(Function function, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        var code = new CodeWriter();
        using (code.Block(Signature))
        {
            code.Line($"var deadline = default({Runtime}Deadline);");
            using (code.Block("try"))
            {
                if (entry.Parameters.Any(static p => IsBound(p.Source)))
                    Bind(code, entry, json, fields, shapes);
                if (UsesDeadline(entry))
                    code.Line($"deadline.Start(invocation, {GeneratedFile.Number(function.Settings.Timeout)});");
                Call(code, entry);
                Reply(code, entry, json);
            }

            Catch(code, entry);
            using (code.Block("finally"))
                code.Line("deadline.Dispose();");
        }

        return code.ToString().TrimEnd('\n');
    }

    private static bool IsBound(ParameterSource source) =>
        source is not (ParameterSource.Service or ParameterSource.Deadline or ParameterSource.Request or ParameterSource.LambdaContext);

    private static bool UsesDeadline(HandlerEntry entry) =>
        entry.Parameters.Any(static p => p.Source == ParameterSource.Deadline) || entry.Result.Form is ResultForm.Stream or ResultForm.Sequence or ResultForm.Reply;

    private static void Bind(CodeWriter code, HandlerEntry entry, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        code.Line($"var request = new {Runtime}RouteEvent(payload);");
        using (code.Block("if (!request.IsReadable)"))
        {
            code.Line($"{Runtime}Problems.Write(response, payload, invocation, 400, null, \"The event is not a request of an HTTP API.\", null);");
            code.Line("return;");
        }

        code.Line();
        code.Line($"var faults = default({Runtime}RequestFaults);");
        var arguments = new ArgumentSource(code, json, fields, shapes);
        foreach (var parameter in entry.Parameters)
        {
            if (IsBound(parameter.Source))
                arguments.Bind(parameter);
        }

        using (code.Block("if (faults.Count != 0)"))
        {
            code.Line($"{Runtime}Problems.Refused(response, payload, invocation, in faults);");
            code.Line("return;");
        }

        code.Line();
    }

    public static void Call(CodeWriter code, HandlerEntry entry)
    {
        var target = entry.IsStatic ? entry.DeclaringType : "Handler";
        var call = $"{target}.{entry.MethodName}({string.Join(", ", entry.Parameters.Select(ArgumentSource.Use))})";
        if (entry.Result.IsAwaited)
            call = $"await {call}.ConfigureAwait(false)";
        code.Line(entry.Result.Form == ResultForm.Nothing ? call + ";" : $"var result = {call};");
    }

    private static void Reply(CodeWriter code, HandlerEntry entry, JsonFields json)
    {
        var result = entry.Result;
        var status = GeneratedFile.Number(entry.StatusCode);
        if (result.CanBeNull)
        {
            using (code.Block("if (result is null)"))
            {
                code.Line($"{Runtime}Replies.Null(response, payload, invocation, {GeneratedFile.Number(entry.NullStatusCode)});");
                code.Line("return;");
            }

            code.Line();
        }

        code.Line(result.Form switch
        {
            ResultForm.Nothing => $"{Runtime}Replies.Empty(response, {status});",
            ResultForm.Text => $"{Runtime}Replies.Text(response, {status}, result);",
            ResultForm.Bytes => $"{Runtime}Replies.Bytes(response, {status}, result);",
            ResultForm.Stream => $"await {Runtime}Replies.StreamAsync(response, {status}, result, deadline.Token).ConfigureAwait(false);",
            ResultForm.Sequence => $"await {Runtime}Replies.SequenceAsync(response, {status}, result, {json[result.JsonType]}, deadline.Token).ConfigureAwait(false);",
            ResultForm.Reply => $"await {Runtime}Replies.ReplyAsync(response, payload, invocation, result, deadline.Token).ConfigureAwait(false);",
            ResultForm.TypedReply => $"await {Runtime}Replies.ReplyAsync(response, payload, invocation, result, {status}, {GeneratedFile.Number(entry.NullStatusCode)}, {json[result.JsonType]}, deadline.Token).ConfigureAwait(false);",
            ResultForm.RawReply => $"{Runtime}Payloads.Write(response, result, {json[result.JsonType]});",
            _ => $"{Runtime}Replies.Json(response, {status}, result, {json[result.JsonType]});",
        });
    }

    /// <summary>
    /// The first that fits answers. Tests instead of catch clauses: a mapping that a nearer one hides is no error, and the compiler
    /// would make it one.
    /// </summary>
    private static void Catch(CodeWriter code, HandlerEntry entry)
    {
        using (code.Block("catch (global::System.Exception exception)"))
        {
            code.Line("if (exception is global::Serverless.Http.HttpProblemException problem)");
            code.Line($"    {Runtime}Problems.Write(response, payload, invocation, problem);");
            if (UsesDeadline(entry))
            {
                code.Line("else if (deadline.IsReached && exception is global::System.OperationCanceledException)");
                code.Line($"    {Runtime}Problems.Write(response, payload, invocation, 504);");
            }

            foreach (var map in entry.ExceptionMaps)
            {
                code.Line($"else if (exception is {map.ExceptionType})");
                code.Line(map.StatusCode == 0
                    ? "    throw;"
                    : $"    {Runtime}Problems.Write(response, payload, invocation, {GeneratedFile.Number(map.StatusCode)}, {GeneratedFile.Literal(map.Title)}, null, {GeneratedFile.Literal(map.ProblemType)});");
            }

            code.Line("else");
            code.Line($"    {Runtime}Problems.Unhandled(response, payload, invocation, exception);");
        }
    }
}
