using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Environment and configuration (SVLS08xx): what Lambda sets, and what the deployment should.</summary>
internal static class ConfigurationRules
{
    public static readonly DiagnosticDescriptor ReservedVariable = Rule.Create(
        RuleIds.ReservedVariable,
        "Reserved environment variable is overwritten",
        "'{0}' is set by Lambda and read by the runtime and the AWS SDK; {1}",
        RulePolicy.Warning,
        "Lambda sets these variables for the runtime, the SDK and tracing. Overwritten in code they send clients to another region or another identity for the rest of the environment's life; in a template the deployment fails.");

    public static readonly DiagnosticDescriptor HardCodedResource = Rule.Create(
        RuleIds.HardCodedResource,
        "Region, account or resource is hard-coded",
        "{0} is written into the code, so the function runs in one account and region only; {1}",
        RulePolicy.Info,
        "Lambda tells the function its region, and a deployment can pass names of its resources in environment variables. A constant breaks the second stage, the second region and every test account.");

    public static readonly DiagnosticDescriptor StaticCredentials = Rule.Create(
        RuleIds.StaticCredentials,
        "Static credentials in code",
        "A constant access key is compiled into the function; remove it and revoke the key: the execution role gives the SDK short-lived credentials by itself",
        RulePolicy.Warning,
        "Long-lived keys in an assembly leak with every copy of it and are never rotated. On Lambda the execution role provides credentials that expire.");
}
