using System.Globalization;
using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Serverless.Build.Reading;

namespace Serverless.Build;

/// <summary>
/// What the tasks share: who is building, and how a fault is reported, with id, file and a link to its page.
/// </summary>
public abstract class ServerlessTask : Microsoft.Build.Utilities.Task
{
    private const int ErrorsShown = 100;

    /// <summary>Full path of the project file; faults without a better place are reported there.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The framework of this build, for example `net10.0`.</summary>
    public string TargetFramework { get; set; } = "";

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (BuildFault fault)
        {
            Report(fault.Id, fault.File, fault.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    /// <summary>True, and every fault reported, where the declarations forbid writing.</summary>
    private protected bool ReportFaults(IEnumerable<DeclarationFault> faults)
    {
        var all = faults.ToList();
        foreach (var fault in all.Take(ErrorsShown))
        {
            // A fault in a template fragment names the file.
            if (File.Exists(fault.Declaration))
                Report(fault.Id, fault.Declaration, fault.Message);
            else
                Report(fault.Id, ProjectFile, fault.Declaration.Length == 0 ? fault.Message : $"{fault.Declaration}: {fault.Message}");
        }

        if (all.Count > ErrorsShown)
            Log.LogMessage(MessageImportance.High, "{0} more faults are not shown.", all.Count - ErrorsShown);
        return all.Count > 0;
    }

    /// <summary>The link stands in the message as well, as the compiler does it: console loggers do not show the field.</summary>
    private void Report(string id, string file, string message) =>
        Log.LogError(subcategory: null, id, helpKeyword: id, HelpLink(id), file, 0, 0, 0, 0, "{0} ({1})", message, HelpLink(id));

    private static string HelpLink(string id)
    {
        var isRule = id.Length == 8 && int.TryParse(id.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isRule ? $"{Address("RulePages")}/{id.Substring(4, 2)}xx/{id}.md" : $"{Address("MessagesPage")}#{id.ToLowerInvariant()}";
    }

    private static string Address(string key) => typeof(ServerlessTask).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
