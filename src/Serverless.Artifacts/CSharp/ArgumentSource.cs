using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Writes the statements that bind the arguments of a route.</summary>
internal sealed class ArgumentSource(CodeWriter code, JsonFields json, FieldList fields, IReadOnlyList<BodyShape> shapes, Refusal refusal)
{
    private const string Runtime = "global::Serverless.Runtime.";

    /// <summary>The argument as the call writes it.</summary>
    public static string Use(HandlerParameter parameter) => parameter.Source switch
    {
        ParameterSource.Deadline => "deadline.Token",
        ParameterSource.Request => "new global::Serverless.Http.RouteRequest(in request, invocation)",
        ParameterSource.Connection => "new global::Serverless.Http.WebSocketConnection(in request, invocation)",
        ParameterSource.Service => parameter.ServiceField,
        ParameterSource.LambdaContext => $"({parameter.Type.TrimEnd('?')})invocation.LambdaContext!",
        // A struct's local is a Nullable, so that a body that is missing can be told from one that is all zero.
        ParameterSource.Body when parameter.Form is ParameterForm.Json && parameter.IsValueType && !parameter.IsNullableValue => Local(parameter) + ".GetValueOrDefault()",
        ParameterSource.Body when parameter.Form is ParameterForm.Json && !parameter.IsNullable => Local(parameter) + "!",
        _ => Local(parameter),
    };

    /// <summary>Locals of the user's names have a prefix, so that none hides what the method itself uses.</summary>
    public static string Local(HandlerParameter parameter) => "arg_" + parameter.Name.TrimStart('@');

    public void Bind(HandlerParameter parameter)
    {
        switch (parameter.Source)
        {
            case ParameterSource.Body:
                new BodySource(code, json, fields, shapes, refusal).BindJson(parameter);
                return;
            case ParameterSource.RawBody:
                new BodySource(code, json, fields, shapes, refusal).BindRaw(parameter);
                return;
            case ParameterSource.User:
                code.Line($"var {Local(parameter)} = {Runtime}ClaimsReader.Read(in request);");
                return;
            case ParameterSource.RawEvent:
                code.Line($"var {Local(parameter)} = {Runtime}Payloads.Read(payload, {json[parameter.ValueType]})!;");
                return;
            case ParameterSource.Members:
                BindMembers(parameter);
                return;
        }

        if (parameter.Form is ParameterForm.File or ParameterForm.FileArray or ParameterForm.FileList)
        {
            BindFiles(parameter);
            return;
        }

        var checks = parameter.Checks.Count > 0 || parameter.MustBeGiven;
        var mark = "mark_" + Local(parameter);
        if (checks)
            code.Line($"var {mark} = faults.Count;");
        code.Line($"var {Local(parameter)} = {(parameter.Form == ParameterForm.Value ? Value(parameter) : List(parameter))};");
        if (!checks)
            return;
        if (parameter.MustBeGiven)
        {
            code.Line($"if (faults.Count == {mark} && {Local(parameter)} is null)");
            code.Line($"    faults.Add({Runtime}RequestPart.{Part(parameter.Source)}, {GeneratedFile.Literal(parameter.WireName)}, \"is required\");");
        }

        if (parameter.Checks.Count == 0)
            return;
        var guard = parameter.IsNullable ? $" && {Local(parameter)} is not null" : "";
        using (code.Block($"if (faults.Count == {mark}{guard})"))
        {
            var value = parameter.IsNullableValue ? Local(parameter) + ".Value" : Local(parameter);
            CheckSource.Write(code, parameter.Checks, value, "null", fields, message => $"faults.Add({Runtime}RequestPart.{Part(parameter.Source)}, {GeneratedFile.Literal(parameter.WireName)}, {message});");
        }
    }

    private void BindFiles(HandlerParameter parameter)
    {
        var name = GeneratedFile.Literal(parameter.WireName);
        var local = Local(parameter);
        if (parameter.Form == ParameterForm.File)
        {
            code.Line($"var {local} = form.{(parameter.IsNullable ? $"File({name})" : $"RequiredFile({name}, ref faults)")};");
        }
        else
        {
            var files = parameter.IsNullable ? $"form.Files({name})" : $"{Runtime}Bind.Required(form.Files({name}), {Runtime}RequestPart.Form, {name}, ref faults)";
            code.Line($"var {local} = {files}{(parameter.Form == ParameterForm.FileArray ? (parameter.IsNullable ? "?" : "") + ".ToArray()" : "")};");
        }

        if (parameter.Checks.Count == 0)
            return;
        using (code.Block($"if ({local} is {{ }} checked_{local})"))
            CheckSource.Write(code, parameter.Checks, "checked_" + local, "null", fields, message => $"faults.Add({Runtime}RequestPart.Form, {name}, {message});");
    }

    private void BindMembers(HandlerParameter parameter)
    {
        foreach (var member in parameter.Members)
            Bind(member.Parameter);
        var arguments = string.Join(", ", parameter.Members.Where(static m => m.IsConstructorParameter).Select(static m => m.Target + ": " + Local(m.Parameter)));
        var properties = string.Join(", ", parameter.Members.Where(static m => !m.IsConstructorParameter).Select(static m => m.Target + " = " + Local(m.Parameter)));
        code.Line($"var {Local(parameter)} = new {parameter.ValueType}({arguments}){(properties.Length > 0 ? $" {{ {properties} }}" : "")};");
    }

    private static string Value(HandlerParameter parameter)
    {
        var types = $"<{parameter.ValueType}, {parameter.Parser}>";
        var text = Text(parameter);
        if (parameter.IsNullableValue)
            return $"{Runtime}Bind.Nullable{types}({text}, {(parameter.Default is { } value and not "null" ? value + ", " : "")}ref faults)";
        if (parameter.Default is { } @default)
            return $"{Runtime}Bind.Optional{types}({text}, {(@default == "null" ? "null!" : @default)}, ref faults)";
        return parameter.IsNullable ? $"{Runtime}Bind.Optional{types}({text}, null!, ref faults)" : $"{Runtime}Bind.Required{types}({text}, ref faults)";
    }

    private static string List(HandlerParameter parameter)
    {
        var types = $"<{parameter.ValueType}, {parameter.Parser}>";
        var place = $"{Runtime}RequestPart.{Part(parameter.Source)}, {GeneratedFile.Literal(parameter.WireName)}";
        var list = parameter.Source is ParameterSource.Query or ParameterSource.Form
            ? $"{Runtime}Bind.Repeated{types}({(parameter.Source == ParameterSource.Query ? "request.QueryAll" : "form.All")}({GeneratedFile.Literal(parameter.WireName)}), {place}, ref faults)"
            : $"{Runtime}Bind.Separated{types}({Text(parameter)}, ref faults)";
        var isOptional = parameter.IsNullable || parameter.Default is not null;
        if (!isOptional)
            list = $"{Runtime}Bind.Required({list}, {place}, ref faults)";
        return parameter.Form == ParameterForm.Array ? list + (isOptional ? "?.ToArray()" : ".ToArray()") : list;
    }

    /// <summary>Text, part of the request and name: what every binding starts with.</summary>
    private static string Text(HandlerParameter parameter)
    {
        var name = GeneratedFile.Literal(parameter.WireName);
        if (parameter.Source == ParameterSource.Form)
            return $"form.Value({name}), {Runtime}RequestPart.Form, {name}";
        var accessor = parameter.Source switch
        {
            ParameterSource.Route => "Route",
            ParameterSource.Query => "Query",
            ParameterSource.Header => "Header",
            ParameterSource.Cookie => "Cookie",
            ParameterSource.Claim => "Claim",
            ParameterSource.StageVariable => "StageVariable",
            _ => "AuthorizerContext",
        };
        return $"request.{accessor}({name}), {Runtime}RequestPart.{Part(parameter.Source)}, {name}";
    }

    private static string Part(ParameterSource source) => source switch
    {
        ParameterSource.Route => "Path",
        ParameterSource.Query => "Query",
        ParameterSource.Header => "Header",
        ParameterSource.Cookie => "Cookie",
        ParameterSource.Body => "Body",
        ParameterSource.Form => "Form",
        _ => "Context",
    };
}
