using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0206: watchers of files that cannot change. The code's folder is read-only, the environment is frozen between invocations, and inotify instances are scarce
/// on the host that many environments share.
/// </summary>
internal sealed class FileWatchingRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.FileWatching);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        // A task of Fargate has a disk of its own, and is not frozen.
        if (model.Options.IsFargate)
            return;
        on.Calls((context, call) => AnalyzeReload(context, call, model), "AddJsonFile", "AddXmlFile", "AddIniFile", "AddYamlFile", "AddKeyPerFile", "AddUserSecrets");
        on.Calls((context, call) => AnalyzeWatch(context, call, model), "Watch", "OnChange");
        on.Creations((context, creation) => AnalyzeWatcher(context, creation, model), "FileSystemWatcher");
    }

    private static void AnalyzeReload(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.Arguments.Argument("reloadOnChange") is { IsImplicit: false, Value: { ConstantValue: { HasValue: true, Value: true } } value }
            && InConfiguration(call.TargetMethod) && model.ReachOf(call.Syntax, context.CancellationToken).Any is { } reached)
        {
            context.Report(FileRules.FileWatching, value.Syntax, reached, call.TargetMethod.Name + " with reloadOnChange", "set it to false");
        }
    }

    private static void AnalyzeWatch(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var type = call.TargetMethod.ContainingType?.Name;
        var watches = call.TargetMethod.Name == "Watch"
            ? type is "PhysicalFileProvider" or "IFileProvider"
            : type is "IOptionsMonitor" or "OptionsMonitorExtensions" or "OptionsMonitor";
        if (watches && model.ReachOf(call.Syntax, context.CancellationToken).Any is { } reached)
            context.Report(FileRules.FileWatching, call.Syntax, reached, type + "." + call.TargetMethod.Name, "read the value when it is needed");
    }

    private static void AnalyzeWatcher(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model)
    {
        if (creation.Type is { ContainingNamespace.Name: "IO" } && model.ReachOf(creation.Syntax, context.CancellationToken).Any is { } reached)
            context.Report(FileRules.FileWatching, creation.Syntax, reached, "FileSystemWatcher", "let the event that changes the file (S3, EventBridge) invoke the function");
    }

    private static bool InConfiguration(IMethodSymbol method) => method.ContainingNamespace is { Name: "Configuration", ContainingNamespace.Name: "Extensions" };
}
