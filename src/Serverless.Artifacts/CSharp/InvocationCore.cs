using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The method of an invoked function or a task: payload in, result out, exceptions to the service.</summary>
internal static class InvocationCore
{
    private const string Runtime = "global::Serverless.Runtime.";

    public static string Render(Function function, JsonFields json)
    {
        var entry = function.Entry!;
        var code = new CodeWriter();
        using (code.Block(RouteCore.Signature))
        {
            code.Line($"var deadline = default({Runtime}Deadline);");
            ContainerSource.Declare(code, entry);
            using (code.Block("try"))
            {
                foreach (var parameter in entry.Parameters)
                {
                    if (parameter.Source == ParameterSource.Payload)
                        code.Line($"var {ArgumentSource.Local(parameter)} = {Read(parameter, json)};");
                }

                if (entry.Parameters.Any(static p => p.Source == ParameterSource.Deadline) || entry.Result.Form == ResultForm.Stream)
                    code.Line($"deadline.Start(invocation, {GeneratedFile.Number(function.Settings.Timeout)});");
                RouteCore.Call(code, entry);
                code.Line(entry.Result.Form switch
                {
                    ResultForm.Nothing => $"{Runtime}Payloads.WriteNothing(response);",
                    ResultForm.Stream => $"await {Runtime}Payloads.WriteAsync(response, result, deadline.Token).ConfigureAwait(false);",
                    _ => Write(entry.Result, json),
                });
            }

            using (code.Block("finally"))
            {
                code.Line("deadline.Dispose();");
                ContainerSource.End(code, entry);
            }
        }

        return code.ToString().TrimEnd('\n');
    }

    private static string Write(HandlerResult result, JsonFields json)
    {
        var write = $"{Runtime}Payloads.Write(response, result, {json.Writer(result.JsonType)});";
        return result.CanBeNull ? $"if (result is null) {Runtime}Payloads.WriteNothing(response); else {write}" : write;
    }

    private static string Read(HandlerParameter parameter, JsonFields json)
    {
        var name = GeneratedFile.Literal(parameter.WireName.Length > 0 ? parameter.WireName : parameter.Name.TrimStart('@'));
        var bytes = parameter.WireName.Length == 0 ? "payload" : $"{Runtime}Payloads.Member(payload, {name})";
        var isOptional = parameter.IsNullable || parameter.Default is not null;
        if (parameter.Form == ParameterForm.Stream)
            return $"{Runtime}Payloads.ToStream({bytes})";
        var read = parameter.Form switch
        {
            ParameterForm.S3ObjectEvent => $"{Runtime}EventPayloads.S3Object({{0}})",
            ParameterForm.EventBridgeEvent => $"{Runtime}EventPayloads.EventBridge({{0}}, {json.Reader(parameter.ValueType)})",
            ParameterForm.StateError => $"{Runtime}EventPayloads.StateError({{0}})",
            ParameterForm.StateMachineContext => $"{Runtime}EventPayloads.StateMachineContext({{0}})",
            ParameterForm.TaskToken => $"{Runtime}EventPayloads.TaskToken({{0}})",
            _ => $"{Runtime}Payloads.Read({{0}}, {json.Reader(parameter.ValueType)})",
        };
        if (!isOptional)
        {
            var present = string.Format(System.Globalization.CultureInfo.InvariantCulture, read, $"{Runtime}Payloads.Required({bytes}, {name})");
            return parameter.IsValueType || parameter.Form != ParameterForm.Json ? present : $"{Runtime}Payloads.Required({present}, {name})";
        }

        var fallback = parameter.Default is { } value and not "null" ? value : $"default({(parameter.IsValueType ? parameter.ValueType : parameter.ValueType + "?")})";
        return $"{bytes} is {{ IsEmpty: false }} json_{ArgumentSource.Local(parameter)} ? {string.Format(System.Globalization.CultureInfo.InvariantCulture, read, "json_" + ArgumentSource.Local(parameter))} : {fallback}";
    }
}
