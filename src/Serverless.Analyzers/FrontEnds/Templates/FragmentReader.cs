using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Analyzers.FrontEnds.Templates;

/// <summary>Reads the user's own CloudFormation: which ids it declares, and what would not merge (SVLS2701).</summary>
internal static class FragmentReader
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Globals", "Resources", "Outputs", "Hooks",
    };

    public static EquatableArray<TemplateFragment> Read(EquatableArray<FragmentText> texts, Reading reading)
    {
        var fragments = new List<TemplateFragment>();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (Read(text, owners, reading) is { } fragment)
                fragments.Add(fragment);
        }

        return fragments.ToEquatableArray();
    }

    private static TemplateFragment? Read(FragmentText text, Dictionary<string, string> owners, Reading reading)
    {
        var node = JsonReader.Read(text.Text, out var error, allowComments: true);
        if (error is { } fault)
        {
            Report(text, fault.Position, fault.Length, fault.Message, reading);
            return null;
        }

        if (node is not JsonObject root)
        {
            Report(text, 0, text.Text.Length, "A template fragment is a JSON object with sections such as Resources and Parameters", reading);
            return null;
        }

        var types = new List<string>();
        var parameters = new List<string>();
        foreach (var section in root)
        {
            if (!Sections.Contains(section.Name))
                Report(text, section, $"'{section.Name}' is no section of a template", reading);
            else if (section.Name is "Resources" or "Parameters" or "Outputs" or "Conditions" or "Mappings")
                ReadSection(text, section, types, parameters, owners, reading);
        }

        return new TemplateFragment(text.Path, text.Text, types.ToEquatableArray(), parameters.ToEquatableArray());
    }

    private static void ReadSection(FragmentText text, JsonMember section, List<string> types, List<string> parameters, Dictionary<string, string> owners, Reading reading)
    {
        if (section.Value is not JsonObject entries)
        {
            Report(text, section, $"'{section.Name}' must be an object", reading);
            return;
        }

        foreach (var entry in entries)
        {
            var key = section.Name is "Resources" or "Parameters" ? "id:" + entry.Name : section.Name + ":" + entry.Name;
            if (owners.TryGetValue(key, out var owner))
            {
                Report(text, entry, owner == text.Path ? $"'{entry.Name}' is declared twice" : $"'{entry.Name}' is declared in '{FileName(owner)}' too", reading);
                continue;
            }

            owners.Add(key, text.Path);
            if (section.Name == "Parameters")
                parameters.Add(entry.Name);
            if (section.Name != "Resources")
                continue;
            if (entry.Value is not JsonObject resource)
                Report(text, entry, $"'{entry.Name}' must be an object", reading);
            else
                types.Add(entry.Name + "=" + (resource["Type"] is JsonString { Value: var type } ? type : ""));
        }
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static void Report(FragmentText text, JsonMember member, string problem, Reading reading) => Report(text, member.NameStart, member.NameLength, problem, reading);

    private static void Report(FragmentText text, int start, int length, string problem, Reading reading) =>
        reading.Report(RuleIds.TemplateFragment, DeclarationRef.ForFile(text.Path, start, length), FileName(text.Path), problem);
}
