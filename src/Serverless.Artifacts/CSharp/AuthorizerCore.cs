using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The method of an authorizer: binds, asks, writes the decision. Nothing that goes wrong becomes a yes.</summary>
internal static class AuthorizerCore
{
    private const string Runtime = "global::Serverless.Runtime.";

    public static string Render(Function function, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        var code = new CodeWriter();
        using (code.Block(RouteCore.Signature))
        {
            code.Line($"var deadline = default({Runtime}Deadline);");
            ContainerSource.Declare(code, entry);
            using (code.Block("try"))
            {
                code.Line($"var request = new {Runtime}RouteEvent(payload);");
                code.Line($"var faults = default({Runtime}RequestFaults);");
                code.Line("if (!request.IsReadable)");
                code.Line($"    faults.Add({Runtime}RequestPart.Context, \"event\", \"is not a request\");");
                RouteCore.BindAll(code, entry, json, fields, shapes, Refusal.Answer);
                using (code.Block("if (faults.Count != 0)"))
                {
                    code.Line($"{Runtime}Decisions.Refused(response, payload, invocation, in faults);");
                    code.Line("return;");
                }

                code.Line();
                if (entry.Parameters.Any(static p => p.Source == ParameterSource.Deadline))
                    code.Line($"deadline.Start(invocation, {GeneratedFile.Number(function.Settings.Timeout)});");
                RouteCore.Call(code, entry);
                code.Line(entry.Result.Form == ResultForm.RawReply
                    ? $"{Runtime}Payloads.Write(response, result, {json[entry.Result.JsonType]});"
                    : $"{Runtime}Decisions.Write(response, payload, result);");
            }

            using (code.Block("catch (global::System.Exception exception)"))
                code.Line($"{Runtime}Decisions.Failed(response, payload, invocation, exception);");
            using (code.Block("finally"))
            {
                code.Line("deadline.Dispose();");
                ContainerSource.End(code, entry);
            }
        }

        return code.ToString().TrimEnd('\n');
    }
}
