using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Writes the statements that read the body of a request.</summary>
internal sealed class BodySource(CodeWriter code, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes, Refusal refusal)
{
    private const string Runtime = "global::Serverless.Runtime.";

    public void BindJson(HandlerParameter parameter)
    {
        var local = ArgumentSource.Local(parameter);
        Open(asJson: true);
        code.Line($"{Nullable(parameter.ValueType)} {local} = {(parameter.Default is { } value and not "null" ? value : "default")};");
        using (code.Block("if (body.IsPresent)"))
        {
            code.Line("var mark = faults.Count;");
            code.Line($"{local} = body.Json({json.Reader(parameter.ValueType)}, {BodyChecks.PresenceOf(parameter, shapes)}, ref faults);");
            if (!parameter.IsNullable && parameter.Default is null && !IsValue(parameter))
            {
                code.Line($"if ({local} is null && faults.Count == mark)");
                code.Line($"    faults.Add({Runtime}RequestPart.Body, \"\", \"must not be null\");");
            }

            BodyChecks.Call(code, parameter, local, shapes);
            ParameterChecks(parameter, local);
        }

        Missing(parameter);
        code.Line("body.Release();");
    }

    public void BindRaw(HandlerParameter parameter)
    {
        var local = ArgumentSource.Local(parameter);
        Open(asJson: false);
        code.Line($"{parameter.Type} {local} = {(parameter.Form == ParameterForm.Memory || parameter.IsNullable ? "default" : "default!")};");
        using (code.Block("if (body.IsPresent)"))
        {
            code.Line(parameter.Form switch
            {
                ParameterForm.Text => $"{local} = body.Text(ref faults);",
                ParameterForm.Stream => $"{local} = body.ToStream();",
                _ => $"{local} = body.ToArray();",
            });
            ParameterChecks(parameter, local);
        }

        // Raw bytes may be none; text that is asked for must be there, as it must in a query.
        if (parameter.Form is ParameterForm.Text)
            Missing(parameter);
        else if (!parameter.IsNullable && parameter.Form is not ParameterForm.Memory)
            code.Line($"else").Line($"    {local} = {(parameter.Form == ParameterForm.Stream ? "global::System.IO.Stream.Null" : "global::System.Array.Empty<byte>()")};");
        code.Line("body.Release();");
    }

    private void Open(bool asJson)
    {
        code.Line($"var body = default({Runtime}RequestBody);");
        code.Line($"var refused = body.Read(in request, {(asJson ? "true" : "false")}, ref faults);");
        using (code.Block("if (refused != 0)"))
            refusal.Status(code, "refused");

        code.Line();
    }

    private void Missing(HandlerParameter parameter)
    {
        if (parameter.IsNullable || parameter.Default is not null)
            return;
        using (code.Block("else if (faults.Count == 0)"))
            code.Line($"faults.Add({Runtime}RequestPart.Body, \"\", \"is required\");");
    }

    private void ParameterChecks(HandlerParameter parameter, string local)
    {
        if (parameter.Checks.Count == 0)
            return;
        using (code.Block($"if (faults.Count == 0 && {local} is {{ }} checkedBody)"))
            CheckSource.Write(code, parameter.Checks, "checkedBody", "null", fields, static message => $"faults.Add({Runtime}RequestPart.Body, \"\", {message});");
    }

    private static bool IsValue(HandlerParameter parameter) => parameter.IsValueType;

    private static string Nullable(string type) => type.EndsWith("?", StringComparison.Ordinal) ? type : type + "?";
}
