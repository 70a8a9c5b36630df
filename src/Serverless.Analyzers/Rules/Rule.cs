using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// How loud a rule is. Error: the service or the runtime provably rejects it, or the declaration cannot be honoured.
/// Warning: a documented hazard with few false positives. Info: judgement. A named policy instead of severity plus flag keeps that consistent.
/// </summary>
internal enum RulePolicy
{
    Error,
    Warning,
    Info,

    /// <summary>Off until someone asks for it.</summary>
    OptIn,
}

/// <summary>Makes descriptors: the one place that knows help links and categories.</summary>
internal static class Rule
{
    public const string HelpLinkBase = "https://github.com/serverless-analyzers/serverless-analyzers/blob/main/src/Serverless.Analyzers/Rules/";

    public static DiagnosticDescriptor Create(string id, string title, string message, RulePolicy policy, string description, params string[] tags)
    {
        var severity = policy switch
        {
            RulePolicy.Error => DiagnosticSeverity.Error,
            RulePolicy.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
#pragma warning disable RS0030 // the one call of the constructor
        return new DiagnosticDescriptor(id, title, message, CategoryOf(id), severity, policy != RulePolicy.OptIn, description, HelpLinkBase + RangeOf(id) + "/" + id + ".md", tags);
#pragma warning restore RS0030
    }

    /// <summary>`SVLS0301` is in folder `03xx`.</summary>
    public static string RangeOf(string id) => id.Substring(4, 2) + "xx";

    public static string CategoryOf(string id) => id.Substring(4, 2) switch
    {
        "01" => "Serverless.State",
        "02" => "Serverless.Files",
        "03" => "Serverless.ColdStart",
        "04" => "Serverless.Timeouts",
        "05" => "Serverless.Concurrency",
        "06" => "Serverless.SnapStart",
        "07" => "Serverless.Handlers",
        "08" => "Serverless.Configuration",
        "09" => "Serverless.ApiGateway",
        "10" => "Serverless.StepFunctions",
        "11" => "Serverless.Permissions",
        "12" => "Serverless.Events",
        "13" => "Serverless.Fargate",
        "20" => "Serverless.Declarations",
        "21" => "Serverless.Routes",
        "22" => "Serverless.Apis",
        "23" => "Serverless.StateMachines",
        "24" => "Serverless.Grants",
        "25" => "Serverless.Triggers",
        "26" => "Serverless.Containers",
        _ => "Serverless.Templates",
    };
}
