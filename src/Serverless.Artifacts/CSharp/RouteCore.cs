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
            ContainerSource.Declare(code, entry);
            code.Line($"var target = new {Runtime}ReplyTarget(response);");
            using (code.Block("try"))
            {
                if (ReadsEvent(function))
                    Bind(code, function, json, fields, shapes);
                else
                    code.Line($"target = {Runtime}ReplyTarget.Of(response, payload);");
                if (UsesDeadline(entry))
                    code.Line($"deadline.Start(invocation, {GeneratedFile.Number(function.Settings.Timeout)});");
                Call(code, entry);
                Reply(code, function, json);
            }

            Catch(code, function, UsesDeadline(entry) ? "deadline.IsReached" : "");
            using (code.Block("finally"))
            {
                code.Line("deadline.Dispose();");
                ContainerSource.End(code, entry);
                if (Streams(function))
                    code.Line("await target.CompleteAsync().ConfigureAwait(false);");
            }
        }

        return code.ToString().TrimEnd('\n');
    }

    private static bool IsBound(ParameterSource source) =>
        source is not (ParameterSource.Service or ParameterSource.Deadline or ParameterSource.Request or ParameterSource.Connection or ParameterSource.LambdaContext);

    /// <summary>A function with an address of its own gets every request for it, so that it must look at the path.</summary>
    private static bool ReadsEvent(Function function) =>
        HasOwnAddress(function) || Streams(function) || function.Entry!.RestCors is not null || function.Entry!.Parameters.Any(static p => p.Source is ParameterSource.Request or ParameterSource.Connection || IsBound(p.Source));

    /// <summary>A router looks at the path for all its entries.</summary>
    private static bool HasOwnAddress(Function function) => function.Url is not null && function.Router is null;

    /// <summary>Some caller of the function reads a stream; which one, the event says.</summary>
    public static bool Streams(Function function) => function.Url is { Streaming: true } || function.Routes.Any(static r => r.Streaming);

    /// <summary>Which callers read a stream, as arguments.</summary>
    public static string StreamingArguments(Function function) =>
        $"streamsUrl: {(function.Url is { Streaming: true } ? "true" : "false")}, streamsRoutes: {(function.Routes.Any(static r => r.Streaming) ? "true" : "false")}";

    private static bool UsesDeadline(HandlerEntry entry) =>
        entry.Parameters.Any(static p => p.Source == ParameterSource.Deadline) || entry.Result.Form is ResultForm.Stream or ResultForm.Sequence or ResultForm.Reply;

    private static void Bind(CodeWriter code, Function function, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        ReadEvent(code, function, fields);
        if (!entry.Parameters.Any(static p => IsBound(p.Source)))
            return;
        code.Line($"var faults = default({Runtime}RequestFaults);");
        BindAll(code, entry, json, fields, shapes, Refusal.Answer);
        using (code.Block("if (faults.Count != 0)"))
        {
            if (entry.Kind == HandlerKind.WebSocketRoute)
                code.Line($"{Runtime}Problems.Log(invocation, in faults);");
            Refusal.Answer.Faults(code);
        }

        code.Line();
    }

    /// <summary>Reads the event and refuses what is no request, and what no route of the handler fits.</summary>
    public static void ReadEvent(CodeWriter code, Function function, FieldList fields)
    {
        code.Line($"var request = new {Runtime}RouteEvent(payload);");
        code.Line(Streams(function)
            ? $"target = new {Runtime}ReplyTarget(response, in request, invocation, {StreamingArguments(function)});"
            : $"target = new {Runtime}ReplyTarget(response, in request);");
        if (function.Entry!.RestCors is { } cors)
            code.Line($"target = target.With({fields.Add(Runtime + "RestCors", Creation(cors))}, in request);");
        using (code.Block("if (!request.IsReadable)"))
        {
            code.Line($"{Runtime}Problems.Write(target, payload, invocation, 400, null, \"The event is not a request.\", null);");
            code.Line("return;");
        }

        code.Line();
        Route(code, function, fields);
    }

    private static string Creation(CorsSettings cors) =>
        $"new {Runtime}RestCors({Texts(cors.Origins)}, {Texts(cors.ExposedHeaders)}, {(cors.Credentials ? "true" : "false")})";

    private static string Texts(EquatableArray<string> texts) =>
        texts.Count == 0 ? "global::System.Array.Empty<string>()" : $"new string[] {{ {string.Join(", ", texts.Select(GeneratedFile.Literal))} }}";

    public static void BindAll(CodeWriter code, HandlerEntry entry, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes, Refusal refusal)
    {
        var arguments = new ArgumentSource(code, json, fields, shapes, refusal);
        if (entry.Parameters.Any(static p => p.Source == ParameterSource.Form || p.Members.Any(static m => m.Parameter.Source == ParameterSource.Form)))
            Form(code, refusal);
        foreach (var parameter in entry.Parameters)
        {
            if (IsBound(parameter.Source))
                arguments.Bind(parameter);
        }
    }

    private static void Form(CodeWriter code, Refusal refusal)
    {
        code.Line($"var form = {Runtime}FormBody.Read(in request, out var refusedForm, ref faults);");
        using (code.Block("if (refusedForm != 0)"))
            refusal.Status(code, "refusedForm");
        code.Line();
    }

    /// <summary>Where no API chose the route (function URLs, load balancers), the path must fit one of the handler's own.</summary>
    private static void Route(CodeWriter code, Function function, FieldList fields)
    {
        if (function.Routes.Count == 0 || (!HasOwnAddress(function) && !function.Routes.Any(static r => r.Path.IndexOf('{') >= 0)))
            return;
        var routes = RouteOrder.MostExactFirst(function.Routes.Select(static r => r.RouteKey)).Distinct(StringComparer.Ordinal).Select(GeneratedFile.Literal);
        var field = fields.Add("string[]", $"new string[] {{ {string.Join(", ", routes)} }}");
        var isUnrouted = function.Router is not null ? "invocation.IsRoutedByPath" : "request.IsUnrouted";
        using (code.Block($"if ({isUnrouted} && !request.TryRoute({field}))"))
        {
            code.Line($"{Runtime}Problems.NotRouted(target, payload, invocation, in request, {field});");
            code.Line("return;");
        }

        code.Line();
    }

    public static void Call(CodeWriter code, HandlerEntry entry)
    {
        if (entry.HasScope)
            code.Line("scope = " + ContainerSource.Begin + ";");
        var target = ContainerSource.Target(entry);
        var call = $"{target}.{entry.MethodName}({string.Join(", ", entry.Parameters.Select(ArgumentSource.Use))})";
        if (entry.Result.IsAwaited)
            call = $"await {call}.ConfigureAwait(false)";
        code.Line(entry.Result.Form == ResultForm.Nothing ? call + ";" : $"var result = {call};");
    }

    private static void Reply(CodeWriter code, Function function, JsonFields json)
    {
        var entry = function.Entry!;
        var result = entry.Result;
        var status = GeneratedFile.Number(entry.StatusCode);
        if (IsUnheard(function))
        {
            code.Line($"{Runtime}Replies.Empty(target, 200);");
            return;
        }

        if (result.CanBeNull)
        {
            using (code.Block("if (result is null)"))
            {
                code.Line(entry.Kind == HandlerKind.WebSocketRoute
                    ? $"{Runtime}Replies.Empty(target, 200);"
                    : $"{Runtime}Replies.Null(target, payload, invocation, {GeneratedFile.Number(entry.NullStatusCode)});");
                code.Line("return;");
            }

            code.Line();
        }

        code.Line(result.Form switch
        {
            ResultForm.Nothing => $"{Runtime}Replies.Empty(target, {status});",
            ResultForm.Text => $"{Runtime}Replies.Text(target, {status}, result);",
            ResultForm.Bytes => $"{Runtime}Replies.Bytes(target, {status}, result);",
            ResultForm.Stream => $"await {Runtime}Replies.StreamAsync(target, {status}, result, deadline.Token).ConfigureAwait(false);",
            ResultForm.Sequence => $"await {Runtime}Replies.SequenceAsync(target, {status}, result, {json[result.JsonType]}, deadline.Token).ConfigureAwait(false);",
            ResultForm.Reply => $"await {Runtime}Replies.ReplyAsync(target, payload, invocation, result, deadline.Token).ConfigureAwait(false);",
            ResultForm.TypedReply => $"await {Runtime}Replies.ReplyAsync(target, payload, invocation, result, {status}, {GeneratedFile.Number(entry.NullStatusCode)}, {json.Writer(result.JsonType)}, deadline.Token).ConfigureAwait(false);",
            ResultForm.RawReply => $"{Runtime}Payloads.Write(response, result, {json.Writer(result.JsonType)});",
            _ => $"{Runtime}Replies.Json(target, {status}, result, {json.Writer(result.JsonType)});",
        });
    }

    /// <summary>The result of a WebSocket route without a route response reaches nobody. A reply may still refuse a connection.</summary>
    private static bool IsUnheard(Function function) =>
        function.Entry is { Kind: HandlerKind.WebSocketRoute, Result.Form: not (ResultForm.Reply or ResultForm.TypedReply or ResultForm.RawReply) } && !function.WebSocketRoutes.Any(static r => r.Responds);

    /// <summary>
    /// The first that fits answers. Tests instead of catch clauses: a mapping that a nearer one hides is no error, and the compiler
    /// would make it one.
    /// </summary>
    /// <param name="code">Receives the clause.</param>
    /// <param name="function">Whose mappings.</param>
    /// <param name="isDeadlineReached">Expression; empty where there is no deadline.</param>
    public static void Catch(CodeWriter code, Function function, string isDeadlineReached)
    {
        var entry = function.Entry!;
        using (code.Block("catch (global::System.Exception exception)"))
        {
            if (Streams(function))
            {
                code.Line("if (target.HasBegun)");
                code.Line("    throw;");
            }

            code.Line("if (exception is global::Serverless.Http.HttpProblemException problem)");
            code.Line($"    {Runtime}Problems.Write(target, payload, invocation, problem);");
            if (isDeadlineReached.Length > 0)
            {
                code.Line($"else if ({isDeadlineReached} && exception is global::System.OperationCanceledException)");
                code.Line($"    {Runtime}Problems.Write(target, payload, invocation, 504);");
            }

            foreach (var map in entry.ExceptionMaps)
            {
                code.Line($"else if (exception is {map.ExceptionType})");
                code.Line(map.StatusCode == 0
                    ? "    throw;"
                    : $"    {Runtime}Problems.Write(target, payload, invocation, {GeneratedFile.Number(map.StatusCode)}, {GeneratedFile.Literal(map.Title)}, null, {GeneratedFile.Literal(map.ProblemType)});");
            }

            code.Line("else");
            code.Line($"    {Runtime}Problems.Unhandled(target, payload, invocation, exception);");
        }
    }
}
