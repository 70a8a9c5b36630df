using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>Reads what the assembly says about the application as a whole: settings, parameters and outputs.</summary>
internal static class ApplicationSettingsReader
{
    public static ApplicationSettings Read(DeclaredAttributes assembly, Reading reading)
    {
        var tags = TagReader.Read([assembly], reading);
        if (assembly.Find("ServerlessApplication") is not { } attribute)
            return new ApplicationSettings { Tags = tags };
        if (attribute.Type("JsonContext") is { } context && !IsOwn(context, reading))
            reading.Report(RuleIds.ForeignProject, assembly.At(attribute, "JsonContext"), context.Name, context.ContainingAssembly?.Name ?? "");
        var levels = SettingLevels.Of((assembly, "ServerlessApplication"));
        return new ApplicationSettings
        {
            Description = Description(assembly, attribute, reading),
            Removal = (RemovalPolicy)(attribute.Enum("Removal") ?? 0),
            PermissionsBoundary = attribute.String("PermissionsBoundary") is { } boundary ? reading.Value(boundary, assembly.At(attribute, "PermissionsBoundary")) : null,
            Tracing = attribute.Boolean("Tracing") ?? false,
            LogRetentionDays = LogRetention.Check(levels.Int32("LogRetentionDays"), reading) ?? 30,
            Tags = tags,
        };
    }

    public static EquatableArray<TemplateParameter> ReadParameters(DeclaredAttributes assembly, Reading reading)
    {
        var parameters = new List<TemplateParameter>();
        foreach (var attribute in assembly.All("TemplateParameter"))
        {
            if (attribute.Constructor<string>(0) is { } name)
            {
                parameters.Add(new TemplateParameter(
                    LogicalIds.Check(name, assembly.At(attribute, "name"), reading), attribute.String("Type") ?? "String", attribute.String("Default"), attribute.String("Description"),
                    attribute.String("AllowedPattern"), attribute.StringArray("AllowedValues")?.ToEquatableArray() ?? default, attribute.Boolean("NoEcho") ?? false, assembly.At(attribute, "name")));
            }
        }

        return parameters.ToEquatableArray();
    }

    public static EquatableArray<TemplateOutput> ReadOutputs(DeclaredAttributes assembly, Reading reading)
    {
        var outputs = new List<TemplateOutput>();
        foreach (var attribute in assembly.All("TemplateOutput"))
        {
            if (attribute.Constructor<string>(0) is not { } name || attribute.Constructor<string>(1) is not { } text || reading.Value(text, assembly.At(attribute, "value")) is not { } value)
                continue;
            if (outputs.Any(known => known.Name == name))
                reading.Report(RuleIds.DuplicateLogicalId, assembly.At(attribute, "name"), name, "another output");
            else
                outputs.Add(new TemplateOutput(LogicalIds.Check(name, assembly.At(attribute, "name"), reading), value, attribute.String("Description"), attribute.String("ExportName"), assembly.At(attribute)));
        }

        return outputs.ToEquatableArray();
    }

    private static string? Description(DeclaredAttributes assembly, AttributeArguments attribute, Reading reading)
    {
        var description = attribute.String("Description");
        if (description is { Length: > 1024 })
            reading.Report(RuleIds.ValueOutOfRange, assembly.At(attribute, "Description"), "Description", description.Substring(0, 20) + "…", "0 to 1,024 characters");
        return description;
    }

    private static bool IsOwn(Microsoft.CodeAnalysis.INamedTypeSymbol type, Reading reading) =>
        Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, reading.Compilation.Assembly);
}
